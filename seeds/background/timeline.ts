import { at, inferredFrom } from './at';
import type { TimelineEntry } from './types';

/** In the order in which things happened; what is known only roughly stands where it begins. */
export const timeline: readonly TimelineEntry[] = [
  {
    id: 'timeline-330',
    kind: 'figure',
    when: { from: '2025-01', to: '2025-08', precision: 'span' },
    dates: ['2025-01', '2025-08'],
    by: { ko: '외교부, 나경원 의원 자료', en: 'Foreign Ministry; data from Rep. Na Kyung-won' },
    text: {
      ko: '1월부터 8월까지 캄보디아에서 한국인이 납치·감금되거나 실종되었다고 의심되는 일이 적어도 330건 있었습니다.',
      en: 'Over the first eight months of the year at least 330 cases are recorded in which Koreans in Cambodia may have been abducted, confined or gone missing.',
    },
    sources: [at('a', 20), at('c', 8)],
  },
  {
    id: 'timeline-raid',
    kind: 'fact',
    when: { from: '2025-07-14', precision: 'day', inferred: true },
    text: {
      ko: '프놈펜의 사기 조직 근거지가 단속되어 용의자들이 붙잡혔습니다. 사진 설명에만 나오는 일이고 연도는 적혀 있지 않습니다.',
      en: 'Police raid a fraud centre in Phnom Penh and make arrests. Only a photo caption says so, and it leaves out the year.',
    },
    sources: [inferredFrom('e', 11)],
  },
  {
    id: 'timeline-student',
    kind: 'fact',
    when: { from: '2025-08', precision: 'month' },
    text: {
      ko: '가짜 일자리에 속아 캄보디아로 간 22세 한국인 대학생이 납치된 뒤 캄포트주 보코르산 근처에서 숨진 채 발견되었습니다.',
      en: 'A 22-year-old Korean university student, drawn to Cambodia by a job that did not exist and then kidnapped, is found dead near Bokor Mountain in Kampot Province.',
    },
    sources: [at('a', 5, 20), at('b', 5), at('c', 2, 10), at('d', 8)],
  },
  {
    id: 'timeline-ambassador',
    kind: 'fact',
    when: { from: '2025-10-10', precision: 'day', inferred: true },
    text: {
      ko: '조현 외교부 장관이 주한 캄보디아 대사를 불러들였습니다.',
      en: 'Foreign Minister Cho Hyun calls in Cambodia’s ambassador.',
    },
    sources: [inferredFrom('a', 6), inferredFrom('c', 11)],
  },
  {
    id: 'timeline-indictment',
    kind: 'fact',
    when: { from: '2025-10-10', precision: 'day', inferred: true },
    text: {
      ko: '캄보디아 국영 통신 AKP가, 캄보디아 검찰이 중국인 세 명을 살인과 사기 혐의로 기소했다고 보도했습니다.',
      en: 'AKP, Cambodia’s state news agency, reports that prosecutors there have charged three Chinese nationals with murder and fraud.',
    },
    sources: [inferredFrom('c', 10)],
  },
  {
    id: 'timeline-desk',
    kind: 'statement',
    when: { from: '2025-10-12', precision: 'day', inferred: true },
    by: { ko: '경찰청', en: 'National Police Agency' },
    text: {
      ko: '경찰청이 한국인 사건을 맡을 ‘코리안 데스크’를 캄보디아에 둘 계획이라고 밝혔습니다.',
      en: 'The National Police Agency says that it means to open a “Korean Desk” in Cambodia for cases with Koreans in them.',
    },
    sources: [inferredFrom('c', 12)],
  },
  {
    id: 'timeline-military',
    kind: 'statement',
    when: { from: '2025-10-12', precision: 'day', inferred: true },
    by: { ko: '이언주 의원(여당)', en: 'Rep. Lee Eon-ju (ruling party)' },
    text: {
      ko: '여당의 이언주 의원이 캄보디아가 소극적으로 나오면 군사 행동을 포함한 자구책도 검토해야 한다고 소셜미디어에 적었습니다.',
      en: 'Ruling-party lawmaker Lee Eon-ju writes online that, should Cambodia stay passive, Korea ought to weigh acting for itself, by military means too.',
    },
    sources: [inferredFrom('a', 8)],
  },
  {
    id: 'timeline-victim',
    kind: 'statement',
    when: { from: '2025-10-13', precision: 'day', inferred: true },
    by: {
      ko: '터치 소카크 캄보디아 내무부 대변인',
      en: 'Touch Sokhak, spokesperson of Cambodia’s Interior Ministry',
    },
    text: {
      ko: '캄보디아 내무부 대변인 터치 소카크가 The Phnom Penh Post에, 캄보디아도 국제 범죄 조직의 피해자라고 말했습니다. 다음 날에는 텔레비전 브리핑에서 한 나라를 탓하면 범죄자만 이롭다고 말했습니다.',
      en: 'Touch Sokhak, who speaks for Cambodia’s Interior Ministry, tells The Phnom Penh Post that international crime has made a victim of his country too. The next day, on television, he says that blaming one country only serves the criminals.',
    },
    sources: [inferredFrom('a', 9, 10, 12)],
  },
  {
    id: 'timeline-alert',
    kind: 'fact',
    when: { from: '2025-10-14', precision: 'by', inferred: true },
    text: {
      ko: '외교부가 프놈펜과, 취업 사기·감금과 관련된 일부 지역의 여행경보를 올렸습니다.',
      en: 'By this day the Foreign Ministry has raised its travel alert for Phnom Penh and some areas linked to job scams and confinement.',
    },
    sources: [inferredFrom('c', 11), at('d', 8)],
  },
  {
    id: 'timeline-cabinet',
    kind: 'fact',
    when: { from: '2025-10-14', precision: 'day' },
    text: {
      ko: '이재명 대통령이 국무회의에서 국민을 데려오는 데 “쓸 수 있는 자원을 모두” 쓰라고 지시했습니다. 외교부와 법무부, 경찰청이 대책을 보고했고, 합동대응팀 파견이 발표되었습니다.',
      en: 'In Cabinet President Lee Jae Myung tells ministries to put “all available resources” into bringing citizens home. Three ministries and agencies report what they plan, and a joint response team is announced.',
    },
    sources: [at('e', 2, 3, 5), inferredFrom('c', 2, 6), at('a', 5)],
  },
  {
    id: 'timeline-63',
    kind: 'figure',
    when: { from: '2025-10-14', precision: 'about', inferred: true },
    by: { ko: '대통령실', en: 'Office of the President' },
    text: {
      ko: '대통령실은 캄보디아에 구금되어 있는 한국인이 63명이라고 밝혔습니다.',
      en: 'The president’s office puts the number of Koreans then in detention in Cambodia at 63.',
    },
    sources: [inferredFrom('e', 10)],
  },
  {
    id: 'timeline-period',
    kind: 'fact',
    when: { from: '2025-10', precision: 'month' },
    text: {
      ko: '정부가 10월 한 달을 특별신고기간으로 정하고, 캄보디아에서 일어난 일과 비슷한 일을 겪거나 알게 된 사람의 신고를 받았습니다.',
      en: 'For the whole month the government holds a special reporting period: people are asked to report anything like what happened in Cambodia.',
    },
    sources: [at('e', 17)],
  },
  {
    id: 'timeline-team',
    kind: 'fact',
    when: { from: '2025-10-15', precision: 'day' },
    text: {
      ko: '외교부 제2차관이 이끄는 합동대응팀이 프놈펜으로 떠났고, 첫날 훈 마네트 총리와 속 첸다 소피아 부총리를 만나 조속한 송환을 요청했습니다.',
      en: 'The joint response team under the Second Vice Foreign Minister leaves for Phnom Penh. On its first day it sees Prime Minister Hun Manet and his deputy Sok Chenda Sophea and asks for people to be sent home soon.',
    },
    sources: [at('e', 6), inferredFrom('a', 6), inferredFrom('b', 4, 5), inferredFrom('c', 3)],
  },
  {
    id: 'timeline-videos',
    kind: 'fact',
    when: { from: '2025-10-15', precision: 'day', inferred: true },
    text: {
      ko: '캄보디아 내무부가 현지에 사는 한국인들의 인터뷰 영상을 올렸습니다. 13년째 살고 있다는 카페 주인은 날마다 보는 생활이 뉴스와 많이 다르다고 말했습니다.',
      en: 'Cambodia’s Interior Ministry posts filmed interviews with Koreans who live there. A café owner of 13 years says that daily life looks little like the news.',
    },
    sources: [inferredFrom('a', 18, 19)],
  },
  {
    id: 'timeline-64',
    kind: 'figure',
    when: { from: '2025-10-18', precision: 'day' },
    text: {
      ko: '한국인 64명이 송환되었습니다. 59명은 캄보디아의 단속에서 붙잡힌 사람이고 5명은 스스로 구조를 요청한 사람입니다. 대부분은 한국에서 수사를 받게 되었습니다.',
      en: '64 Koreans are returned: 59 had been picked up in Cambodian crackdowns, 5 had asked to be rescued. Most now face investigation in Korea.',
    },
    sources: [at('d', 17), inferredFrom('b', 15, 22)],
  },
  {
    id: 'timeline-delegation',
    kind: 'statement',
    when: { from: '2025-10-20', precision: 'day', inferred: true },
    by: { ko: '대표단원', en: 'a delegation member' },
    text: {
      ko: '대표단의 한 사람이 중앙일보에, 짧은 예방으로 예상한 만남이 번번이 한 시간을 넘겼고 캄보디아 쪽이 나라의 평판을 거듭 걱정했다고 전했습니다.',
      en: 'A member of the delegation tells the JoongAng Ilbo that meetings expected to be brief each went past an hour, and that Cambodian officials kept returning to their country’s image.',
    },
    sources: [inferredFrom('b', 6, 7)],
  },
  {
    id: 'timeline-summit',
    kind: 'fact',
    when: { from: '2025-10-27', precision: 'day', inferred: true },
    dates: ['2025-11'],
    text: {
      ko: '쿠알라룸푸르 아세안 정상회의에서 따로 만난 훈 마네트 총리와 이재명 대통령이 다음 달(11월)에 한–캄보디아 공동 태스크포스를 세우고 한국 경찰관을 캄보디아에 보내기로 했습니다.',
      en: 'Meeting beside the ASEAN summit in Kuala Lumpur, Hun Manet and Lee Jae Myung agree to form a Cambodia–Korea Joint Task Force the next month (November), with Korean police officers sent to Cambodia.',
    },
    sources: [inferredFrom('d', 7, 12)],
  },
];
