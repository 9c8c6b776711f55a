import type { Article } from './types';

/** The copies as they were handed to us. Nothing is said about an outlet or an address that a copy does not name. */
export const articles: readonly Article[] = [
  {
    id: 'a',
    title: "Korea must understand 'Cambodia was a victim too,' says Cambodian Interior Ministry spokesperson",
    date: { from: '2025-10-15', precision: 'day' },
    dateNote: {
      ko: '제목 앞에 2025-10-15라고 적혀 있습니다.',
      en: 'The copy gives 2025-10-15 before the title.',
    },
    outlet: null,
    notes: {
      ko: '매체 이름은 사본에 없습니다. 캄보디아 쪽 발언은 The Phnom Penh Post와 텔레비전 브리핑 등에서 인용했습니다. 캄보디아 정부와 학자, 관광 안내원 단체, 누리꾼의 말이 가장 많이 실린 기사입니다.',
      en: 'The copy names no outlet. It quotes the Cambodian side from The Phnom Penh Post and from a televised briefing. Of the five it gives the most room to Cambodian voices: the government, an academic, tour guides, people commenting online.',
    },
  },
  {
    id: 'b',
    title: "Cambodian official says Korea 'like in-laws,' aids in repatriation of more than 60 nationals",
    date: { from: '2025-10-21', precision: 'day' },
    dateNote: {
      ko: '2025년 10월 21일 07:00에 실렸다고 적혀 있습니다.',
      en: 'The copy says it was published on 21 October 2025 at 07:00.',
    },
    outlet: null,
    notes: {
      ko: '매체 이름은 사본에 없습니다. 대표단원이 중앙일보에 한 말을 인용합니다. 한국어 기사를 생성형 인공지능의 도움을 받아 영어로 옮기고 사람이 다듬었다고 밝힌 글이어서, 인용된 말은 한 번 이상 번역된 것입니다.',
      en: 'The copy names no outlet. It quotes what a delegation member told the JoongAng Ilbo. It says of itself that it was written in Korean, translated with the help of generative AI and edited, so its quotations have been translated at least once.',
    },
  },
  {
    id: 'c',
    title: null,
    date: { from: '2025-10-14', precision: 'day', inferred: true },
    dateNote: {
      ko: '날짜는 없고 ‘화요일’만 있습니다. 같은 국무회의를 10월 14일로 적은 기사 E를 보고 2025-10-14로 추론했습니다.',
      en: 'The copy gives only “Tuesday”. We infer 2025-10-14 because article E dates the same Cabinet meeting.',
    },
    outlet: null,
    notes: {
      ko: '제목과 매체 이름은 사본에 없고, 사진 출처로 연합뉴스와 EPA가 적혀 있습니다. 국회의원이 제시한 연도별 건수와 한국 여야의 주장은 이 기사에만 있습니다.',
      en: 'The copy has no title and names no outlet; its photo is credited to Yonhap and EPA. It alone carries the yearly counts given by lawmakers and what Korea’s two main parties said.',
    },
  },
  {
    id: 'd',
    title: 'Cambodia and South Korea to Set Up Joint Task Force to Tackle Rising Crimes',
    date: { from: '2025-10-27', precision: 'day', inferred: true },
    dateNote: {
      ko: '날짜는 없고 ‘월요일’만 있습니다. 10월 18일의 일을 이미 지난 일로 적었고 쿠알라룸푸르 아세안 정상회의를 다루어, 2025-10-27로 추론했습니다.',
      en: 'The copy gives only “Monday”. It looks back on 18 October and reports from the ASEAN summit in Kuala Lumpur, so we infer 2025-10-27.',
    },
    outlet: {
      ko: '캄보디아언론인연합협회(Cambodian Journalists Alliance Association, CamboJA News)',
      en: 'Cambodian Journalists Alliance Association (CamboJA News)',
    },
    notes: {
      ko: '다섯 기사 가운데 매체 이름이 적힌 것은 이 기사뿐입니다. 두 나라 정상의 합의, 캄보디아 인권단체의 말, 미국과 영국의 제재는 이 기사에만 있습니다.',
      en: 'The only copy that names its outlet. It alone reports the agreement between the two leaders, a Cambodian rights group’s view, and the U.S. and U.K. sanctions.',
    },
  },
  {
    id: 'e',
    title: null,
    date: null,
    dateNote: {
      ko: '날짜가 없습니다. 10월 15일에 대응팀이 떠났다고 적었으므로 그날이거나 그 뒤입니다.',
      en: 'The copy has no date. It says that the team left on 15 October, so it was written on that day or later.',
    },
    outlet: null,
    notes: {
      ko: '제목과 매체 이름은 사본에 없습니다. The Korea Times와 연합뉴스를 인용합니다. 특별신고기간을 알린 기사는 이 기사뿐입니다.',
      en: 'The copy has no title and names no outlet; it cites The Korea Times and Yonhap. It alone reports the special reporting period.',
    },
  },
];
