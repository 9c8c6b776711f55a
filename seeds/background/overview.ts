import { at, inferredFrom } from './at';
import type { Claim } from './types';

/** What happened, for somebody who reads no further: two minutes. */
export const overview: readonly Claim[] = [
  {
    id: 'overview-lure',
    kind: 'fact',
    text: {
      ko: '쉽고 보수가 높은 일이라는 말에 속아 캄보디아로 간 한국인들이 붙잡혀, 보이스피싱이나 온라인 사기, 불법 도박 일을 하게 되었습니다.',
      en: 'Koreans were drawn to Cambodia by offers of easy work and high pay, then held, and made to work in voice phishing, online scams or illegal gambling.',
    },
    sources: [at('c', 9), at('e', 1), at('d', 17)],
  },
  {
    id: 'overview-numbers',
    kind: 'figure',
    text: {
      ko: '그 전에는 한 해 평균 10~20건이던 납치가 2024년에 220건, 2025년에는 8월까지 330건이 되었습니다. 외교부는 이 330건을 의심 사례로 셉니다.',
      en: 'Kidnappings, at 10 to 20 a year before, came to 220 in 2024 and to 330 by the end of August 2025. The Foreign Ministry calls the 330 suspected cases.',
    },
    dates: ['2025-08'],
    sources: [at('c', 8), at('a', 20)],
  },
  {
    id: 'overview-student',
    kind: 'fact',
    text: {
      ko: '2025년 8월, 22세 대학생이 그렇게 납치되어 숨졌습니다. 이 일로 두 나라가 크게 움직였습니다.',
      en: 'In August 2025 a 22-year-old university student lured and kidnapped in this way was found dead. The case set both governments moving.',
    },
    dates: ['2025-08'],
    sources: [at('a', 5, 20), at('b', 5), at('c', 2, 10), at('d', 8)],
  },
  {
    id: 'overview-response',
    kind: 'fact',
    text: {
      ko: '한국 정부는 10월을 특별신고기간으로 정하고 합동대응팀을 프놈펜에 보냈습니다. 10월 18일에 64명이 돌아왔고, 대부분 수사를 받고 있습니다.',
      en: 'Korea made October a special reporting period and sent a joint response team to Phnom Penh. On 18 October 64 people were brought back; most are under investigation.',
    },
    dates: ['2025-10-18'],
    sources: [at('e', 6, 17), at('b', 15), at('d', 17)],
  },
  {
    id: 'overview-cambodia',
    kind: 'statement',
    by: { ko: '캄보디아 정부', en: 'the Cambodian government' },
    text: {
      ko: '캄보디아는 자기 나라도 국제 범죄의 피해자이며, 단속하고 협력하고 있는데도 가장 많이 비난받는다고 말합니다.',
      en: 'Cambodia says that it is a victim of international crime as well, that it makes arrests and cooperates, and that it gets most of the blame.',
    },
    sources: [at('a', 9, 10), at('b', 3, 14)],
  },
  {
    id: 'overview-task-force',
    kind: 'fact',
    text: {
      ko: '10월 27일 두 나라 정상은 11월에 공동 태스크포스를 세우기로 합의했습니다.',
      en: 'On 27 October the two leaders agreed to form a joint task force in November.',
    },
    dates: ['2025-10-27', '2025-11'],
    sources: [inferredFrom('d', 7)],
  },
];
