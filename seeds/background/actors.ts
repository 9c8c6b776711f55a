import { at } from './at';
import type { Actor } from './types';

/** Whoever acts in the articles, and the part each of them plays. Suspects and the student are not actors here. */
export const actors: readonly Actor[] = [
  {
    id: 'president',
    side: 'korea',
    short: { ko: ['대통령실'], en: ['President'] },
    name: { ko: '대통령과 대통령실', en: 'The president and his office' },
    parts: [
      {
        id: 'actor-president',
        kind: 'fact',
        text: {
          ko: '국무회의에서 총력 대응을 지시하고 대응팀을 보냈습니다. 실종된 국민의 소재도 파악하라고 지시했습니다. 대변인 김남준과 강유정이 발표를 맡았습니다.',
          en: 'Gave the order in Cabinet, sent the team, and told officials to find out who is missing. Spokespersons Kim Nam-joon and Kang Yu-jung announce what is decided.',
        },
        sources: [at('c', 3, 6), at('d', 12), at('e', 5, 9)],
      },
    ],
  },
  {
    id: 'foreign-ministry',
    side: 'korea',
    short: { ko: ['외교부'], en: ['Foreign', 'Ministry'] },
    name: { ko: '외교부', en: 'Ministry of Foreign Affairs' },
    parts: [
      {
        id: 'actor-foreign-ministry',
        kind: 'fact',
        text: {
          ko: '대사를 불러들이고 여행경보를 올렸으며 대응팀을 이끌었습니다. 영사가 한 사람씩 만나 귀국을 설득했고, 대사관의 대응 능력을 키우기로 했습니다.',
          en: 'Called in the ambassador, raised travel alerts and led the response team. Its consul talked with people one at a time until they agreed to go home. It is to make the embassy better able to respond.',
        },
        sources: [at('a', 6), at('b', 23), at('c', 3, 4, 11)],
      },
    ],
  },
  {
    id: 'embassy',
    side: 'korea',
    short: { ko: ['주캄보디아', '대사관'], en: ['Embassy'] },
    name: { ko: '주캄보디아 대사관(프놈펜)', en: 'Embassy in Phnom Penh' },
    parts: [
      {
        id: 'actor-embassy',
        kind: 'fact',
        text: {
          ko: '경찰관을 더 두기로 했습니다. 당시 대사 자리는 비어 있었습니다.',
          en: 'Is to have more police officers. The post of ambassador was vacant at the time.',
        },
        sources: [at('c', 4, 15)],
      },
    ],
  },
  {
    id: 'police',
    side: 'korea',
    short: { ko: ['경찰청'], en: ['National', 'Police'] },
    name: { ko: '경찰청', en: 'National Police Agency' },
    parts: [
      {
        id: 'actor-police',
        kind: 'fact',
        text: {
          ko: '대응팀에 들어갔습니다. 코리안 데스크를 계획했고, 납치·감금 사건을 맡을 국제 합동수사팀을 꾸리고 아세아나폴과 함께 범죄 조직을 없애려 합니다.',
          en: 'Joined the team, planned the Korean Desk, means to form an international investigation team for kidnapping and confinement, and to work with ASEANAPOL against the networks.',
        },
        sources: [at('c', 3, 12), at('d', 14), at('e', 6, 16)],
      },
    ],
  },
  {
    id: 'intelligence',
    side: 'korea',
    short: { ko: ['국가정보원'], en: ['Intelligence', 'Service'] },
    name: { ko: '국가정보원', en: 'National Intelligence Service' },
    parts: [
      {
        id: 'actor-intelligence',
        kind: 'fact',
        text: { ko: '대응팀에 들어갔습니다.', en: 'Joined the response team.' },
        sources: [at('c', 3), at('e', 6)],
      },
    ],
  },
  {
    id: 'justice',
    side: 'korea',
    short: { ko: ['법무부'], en: ['Ministry of', 'Justice'] },
    name: { ko: '법무부', en: 'Ministry of Justice' },
    parts: [
      {
        id: 'actor-justice',
        kind: 'fact',
        text: {
          ko: '국경을 넘는 범죄 조직을 없애려고 아세안 나라들과 협력을 넓히고 있습니다.',
          en: 'Is widening its cooperation with ASEAN countries against cross-border crime networks.',
        },
        sources: [at('e', 16)],
      },
    ],
  },
  {
    id: 'response-team',
    side: 'korea',
    short: { ko: ['합동대응팀'], en: ['Response', 'team'] },
    name: { ko: '정부 합동대응팀(특별 태스크포스)', en: 'Joint response team (special task force)' },
    parts: [
      {
        id: 'actor-response-team',
        kind: 'fact',
        text: {
          ko: '피해자의 신원을 확인하고 송환을 챙기며 안전을 확보하는 일을 맡았습니다.',
          en: 'Its work was to establish who the victims are, to see the returns through, and to keep people safe.',
        },
        sources: [at('c', 2), at('e', 7)],
      },
    ],
  },
  {
    id: 'korean-desk',
    side: 'both',
    short: { ko: ['코리안', '데스크(계획)'], en: ['Korean Desk', '(planned)'] },
    name: { ko: '코리안 데스크(계획)', en: 'Korean Desk (planned)' },
    parts: [
      {
        id: 'actor-korean-desk',
        kind: 'fact',
        text: {
          ko: '한국인 사건을 맡을 경찰 창구로 계획되었으나 진척되지 않았고, 두 나라는 대신 공동 태스크포스를 두기로 했습니다.',
          en: 'Planned as a police contact for cases with Koreans in them. It came to nothing; the two countries settled on a joint task force instead.',
        },
        sources: [at('b', 17), at('c', 12)],
      },
    ],
  },
  {
    id: 'joint-task-force',
    side: 'both',
    short: { ko: ['공동', '태스크포스'], en: ['Joint', 'task force'] },
    name: { ko: '한–캄보디아 공동 태스크포스', en: 'Cambodia–Korea Joint Task Force' },
    parts: [
      {
        id: 'actor-joint-task-force',
        kind: 'fact',
        dates: ['2025-11'],
        text: {
          ko: '정보를 나누고 피의자 송환을 조율합니다. 한국 경찰관이 캄보디아로 가며, 2025년 11월에 시작하기로 했습니다. 규모와 운영 방식은 그 뒤에 정하기로 했습니다.',
          en: 'Is to share information and arrange the return of suspects, with Korean police officers in Cambodia, from November 2025. Its size and working were still to be settled.',
        },
        sources: [at('b', 17), { article: 'd', paragraphs: [7, 12], inferred: true }],
      },
    ],
  },
  {
    id: 'cambodia-government',
    side: 'cambodia',
    short: { ko: ['캄보디아', '정부'], en: ['Cambodia’s', 'government'] },
    name: {
      ko: '캄보디아 총리, 내무부, 이민 당국, 경찰, 검찰',
      en: 'Cambodia’s prime minister, Interior Ministry, immigration, police and prosecutors',
    },
    parts: [
      {
        id: 'actor-cambodia-government',
        kind: 'fact',
        text: {
          ko: '범죄 단지를 단속하고 용의자를 붙잡았으며, 이민 당국에 있던 한국인 64명의 송환을 도왔습니다. 대학생 사건에서는 경찰이 용의자 3명을 붙잡았고, 검찰이 중국인 3명을 기소했다고 보도되었습니다. 총리는 사이버 범죄 대응이 이전 정부 때부터의 우선 과제라고 말합니다.',
          en: 'Raided compounds, arrested suspects and helped with the return of 64 Koreans from the immigration bureau. In the student’s case police arrested 3 suspects, and prosecutors are reported to have charged 3 Chinese nationals. The prime minister says that cybercrime has been a priority since the mandate before this one.',
        },
        sources: [at('a', 20), at('b', 3, 14, 15), at('c', 10), at('d', 11, 17)],
      },
    ],
  },
  {
    id: 'aseanapol',
    side: 'beyond',
    short: { ko: ['아세안', '아세아나폴'], en: ['ASEAN,', 'ASEANAPOL'] },
    name: { ko: '아세안, 아세아나폴(아세안 경찰 협의체)', en: 'ASEAN and ASEANAPOL, its police chiefs' },
    parts: [
      {
        id: 'actor-aseanapol',
        kind: 'fact',
        text: {
          ko: '한국은 아세안과 초국가 범죄에 함께 대응하는 협력을 만들고, 한국 경찰은 아세아나폴과 함께 범죄 조직을 해체하려 합니다.',
          en: 'Korea is to set up cooperation with the bloc on crime across borders; its police are to work with ASEANAPOL to break up networks.',
        },
        sources: [at('d', 13, 14)],
      },
    ],
  },
  {
    id: 'licadho',
    side: 'cambodia',
    short: { ko: ['리카도', '(인권단체)'], en: ['Licadho', '(rights)'] },
    name: { ko: '리카도(Licadho, 인권단체)', en: 'Licadho (rights group)' },
    parts: [
      {
        id: 'actor-licadho',
        kind: 'statement',
        by: { ko: '암 삼 아트 리카도 활동국장', en: 'Am Sam Ath, operations director of Licadho' },
        text: {
          ko: '공동 태스크포스를 반기면서, 결과를 투명하게 밝히고 부패를 없애라고 요구합니다.',
          en: 'Welcomes the joint task force, and asks for openness about results and an end to corruption.',
        },
        sources: [at('d', 21, 22, 23)],
      },
    ],
  },
  {
    id: 'tour-guides',
    side: 'cambodia',
    short: { ko: ['관광 안내원', '협회'], en: ['Tour guides’', 'association'] },
    name: { ko: '캄보디아 한국인 관광 안내원 협회', en: 'Korean Tourist Guide Association in Cambodia' },
    parts: [
      {
        id: 'actor-tour-guides',
        kind: 'statement',
        by: { ko: '심 속켕 협회장', en: 'Seam Sokkheng, its president' },
        text: {
          ko: '한국이 사기 범죄와 관광을 구별하고, 국민에게 사기를 알아보는 법을 더 알려 달라고 말합니다.',
          en: 'Asks Korea to tell scams apart from tourism and to do more to teach its people how to spot a scam.',
        },
        sources: [at('a', 13, 14)],
      },
    ],
  },
  {
    id: 'us-uk',
    side: 'beyond',
    short: { ko: ['미국, 영국'], en: ['U.S., U.K.'] },
    name: { ko: '미국, 영국', en: 'United States and United Kingdom' },
    parts: [
      {
        id: 'actor-us-uk',
        kind: 'fact',
        text: {
          ko: '프린스그룹을 제재했습니다. 미국은 같은 정상회의에서 마약과 온라인 사기를 비롯한 초국가 범죄에 캄보디아와 더 협력하기로 했습니다.',
          en: 'Put sanctions on the Prince Group. At the same summit the United States and Cambodia agreed to do more together against cross-border crime, drugs and online scams included.',
        },
        sources: [at('d', 18, 19, 20)],
      },
    ],
  },
  {
    id: 'prince-group',
    side: 'beyond',
    short: { ko: ['프린스그룹'], en: ['Prince', 'Group'] },
    name: { ko: '프린스그룹(캄보디아의 대기업 집단)', en: 'Prince Group (a Cambodian conglomerate)' },
    parts: [
      {
        id: 'actor-prince-group',
        kind: 'fact',
        text: {
          ko: '미국과 영국의 제재를 받고 있습니다. 세계 곳곳의 사람을 노린 사기 사업을 사람을 노예처럼 부리며 벌였다는 혐의입니다.',
          en: 'Is under U.S. and U.K. sanctions, accused of scams aimed at people worldwide and run on modern slavery.',
        },
        sources: [at('d', 19, 20)],
      },
    ],
  },
];
