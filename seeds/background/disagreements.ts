import { at, inferredFrom } from './at';
import type { Disagreement } from './types';

/** Every point on which the articles do not say the same. Where we see what may explain it, the note says that it is our guess. */
export const disagreements: readonly Disagreement[] = [
  {
    id: 'disagree-2024',
    point: { ko: '2024년의 건수', en: 'The count for 2024' },
    sides: [
      {
        id: 'disagree-2024-220',
        kind: 'figure',
        by: { ko: '나경원 의원 자료', en: 'data from Rep. Na Kyung-won' },
        text: { ko: '220건(납치)', en: '220 (kidnappings)' },
        sources: [at('c', 8)],
      },
      {
        id: 'disagree-2024-221',
        kind: 'figure',
        by: { ko: '한정애 의원', en: 'Rep. Han Jeoung-ae' },
        text: { ko: '221건(신고된 감금)', en: '221 (reported detentions)' },
        sources: [at('c', 18)],
      },
    ],
    note: {
      ko: '세는 대상이 달라 생긴 차이일 수 있으나, 기사는 설명하지 않습니다.',
      en: 'They may count different things. The article does not say.',
    },
  },
  {
    id: 'disagree-63',
    point: { ko: '구금된 사람과 돌아온 사람의 수', en: 'How many were detained, how many came back' },
    sides: [
      {
        id: 'disagree-63-63',
        kind: 'figure',
        text: { ko: '63명이 구금되어 있었다', en: '63 detained' },
        sources: [at('e', 10)],
      },
      {
        id: 'disagree-63-64',
        kind: 'figure',
        text: { ko: '64명이 송환되었다', en: '64 returned' },
        sources: [at('b', 15, 22), at('d', 17)],
      },
    ],
    note: {
      ko: '날짜가 며칠 다르고, 돌아온 사람 가운데에는 구조를 요청한 사람도 있습니다. 두 수가 같은 사람들을 센 것인지는 알 수 없습니다.',
      en: 'The two are some days apart, and those who came back include people who had asked for rescue. Whether they count the same people is not known.',
    },
  },
  {
    id: 'disagree-minister',
    point: { ko: '외교부 제2차관의 이름', en: 'The second vice foreign minister’s name' },
    sides: [
      {
        id: 'disagree-minister-a',
        kind: 'fact',
        text: { ko: 'Kim Jin-a', en: 'Kim Jin-a' },
        sources: [at('a', 6)],
      },
      {
        id: 'disagree-minister-ce',
        kind: 'fact',
        text: { ko: 'Kim Ji-na', en: 'Kim Ji-na' },
        sources: [at('c', 3), at('e', 6)],
      },
    ],
    note: {
      ko: '로마자로만 적혀 있어 어느 쪽이 맞는지 정하지 않았습니다. 그래서 다른 면에서는 직책만 적습니다.',
      en: 'We do not decide which is right; elsewhere these pages give only the office.',
    },
  },
  {
    id: 'disagree-mission',
    point: { ko: '대응팀이 머문 기간', en: 'How long the mission lasted' },
    sides: [
      {
        id: 'disagree-mission-friday',
        kind: 'fact',
        text: {
          ko: '나흘이라고 하면서 수요일부터 금요일까지라고 적음',
          en: 'Four days, given as Wednesday to Friday',
        },
        sources: [at('b', 4)],
      },
      {
        id: 'disagree-mission-saturday',
        kind: 'fact',
        text: {
          ko: '마지막 날은 토요일(수요일부터 나흘)',
          en: 'Saturday was its last day: Wednesday to Saturday',
        },
        sources: [at('b', 15)],
      },
    ],
    note: {
      ko: '한 기사 안에서 어긋납니다. 나흘이라면 토요일까지가 맞습니다(추론).',
      en: 'One article contradicts itself. Four days from Wednesday end on Saturday (our inference).',
    },
  },
  {
    id: 'disagree-culprits',
    point: { ko: '대학생을 숨지게 한 사람들', en: 'Who is said to have killed the student' },
    sides: [
      {
        id: 'disagree-culprits-local',
        kind: 'fact',
        text: {
          ko: '현지 범죄 조직(D는 사기 조직을 두고 현지 범죄 조직이라고 함)',
          en: 'A local criminal group (D speaks of local crime groups, but of the scam operations)',
        },
        sources: [at('b', 5), at('d', 17)],
      },
      {
        id: 'disagree-culprits-chinese',
        kind: 'fact',
        text: { ko: '중국인 세 명이 기소됨', en: 'Three Chinese nationals were indicted' },
        sources: [at('c', 10)],
      },
      {
        id: 'disagree-culprits-three',
        kind: 'fact',
        text: {
          ko: '용의자 세 명이 붙잡힘(국적은 적지 않음)',
          en: 'Three suspects arrested, no nationality given',
        },
        sources: [at('a', 20)],
      },
    ],
    note: {
      ko: '‘현지’가 장소를 뜻하는지 국적을 뜻하는지는 분명하지 않습니다. 재판 결과는 어느 기사에도 없습니다.',
      en: '“Local” may mean the place or the people. No article reports a verdict.',
    },
  },
  {
    id: 'disagree-torture',
    point: { ko: '고문이 있었는지', en: 'Whether there was torture' },
    sides: [
      {
        id: 'disagree-torture-stated',
        kind: 'fact',
        text: { ko: '사실로 적음', en: 'Stated as fact' },
        sources: [at('a', 5, 20), at('c', 2, 10), at('e', 12)],
      },
      {
        id: 'disagree-torture-alleged',
        kind: 'fact',
        text: { ko: '그렇게 알려졌다고 적음', en: 'Given as an allegation' },
        sources: [at('d', 8)],
      },
    ],
    note: {
      ko: '이 면들은 그 이상 자세히 적지 않습니다.',
      en: 'These pages go into no further detail.',
    },
  },
  {
    id: 'disagree-desk',
    point: { ko: '코리안 데스크와 태스크포스', en: 'The Korean Desk and the task force' },
    sides: [
      {
        id: 'disagree-desk-planned',
        kind: 'fact',
        text: { ko: '코리안 데스크를 둘 계획', en: 'A Korean Desk is planned' },
        sources: [at('c', 12)],
      },
      {
        id: 'disagree-desk-dropped',
        kind: 'fact',
        dates: ['2025-10-21'],
        text: {
          ko: '진척되지 않았고, 대신 공동 태스크포스에 합의(10월 21일 기사)',
          en: 'It did not go ahead, a joint task force was agreed instead (article of 21 October)',
        },
        sources: [at('b', 17)],
      },
      {
        id: 'disagree-desk-summit',
        kind: 'fact',
        dates: ['2025-10-27'],
        text: {
          ko: '태스크포스는 10월 27일 정상회담에서 합의',
          en: 'The task force was agreed when the leaders met on 27 October',
        },
        sources: [inferredFrom('d', 7)],
      },
    ],
    note: {
      ko: '실무에서 먼저 합의하고 정상이 확정했을 수 있으나, 기사는 그렇게 적지 않습니다.',
      en: 'Officials may have agreed first and the leaders later. No article says so.',
    },
  },
  {
    id: 'disagree-330',
    point: { ko: '330건이 무엇을 센 수인지', en: 'What the 330 count' },
    sides: [
      {
        id: 'disagree-330-suspected',
        kind: 'figure',
        text: {
          ko: '납치·감금·실종이 의심되는 사례, 적어도 330건',
          en: 'Suspected cases of abduction, confinement or disappearance: 330 or more',
        },
        sources: [at('a', 20)],
      },
      {
        id: 'disagree-330-kidnappings',
        kind: 'figure',
        text: { ko: '납치 330건', en: '330 kidnappings' },
        sources: [at('c', 8)],
      },
    ],
    note: {
      ko: '의심 사례와 확인된 납치는 다릅니다. 확인된 수는 어느 기사에도 없습니다.',
      en: 'A suspected case is not a confirmed kidnapping. No article gives a confirmed number.',
    },
  },
  {
    id: 'disagree-64',
    point: { ko: '송환된 64명이 어떤 사람들인지', en: 'Who the 64 were' },
    sides: [
      {
        id: 'disagree-64-detained',
        kind: 'figure',
        text: {
          ko: '64명 모두 이민 당국에 구금되어 있던 사람',
          en: 'All 64 were held at the immigration bureau',
        },
        sources: [at('b', 15)],
      },
      {
        id: 'disagree-64-rescue',
        kind: 'figure',
        text: {
          ko: '그 가운데 5명은 스스로 구조를 요청한 사람',
          en: '5 of them had themselves asked for rescue',
        },
        sources: [at('b', 22)],
      },
    ],
    note: {
      ko: '구조를 요청한 사람도 송환을 기다리며 이민 당국에 있었을 수 있습니다(추론). 어쨌든 한 사람이 피해자이면서 피의자일 수 있습니다.',
      en: 'People who asked for rescue may have waited there too (our inference). In any case one person can be both a victim and a suspect.',
    },
  },
];
