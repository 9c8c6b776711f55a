import type { Unknown } from './types';

/** What a reader may look for, and none of the five articles says. */
export const unknowns: readonly Unknown[] = [
  {
    id: 'unknown-held',
    text: {
      ko: '지금 몇 사람이 붙잡혀 있는지. 1,000명은 추정이고, 그 가운데 붙잡혀 있는 사람이 몇인지는 나오지 않습니다.',
      en: 'How many are held now. The 1,000 are an estimate, and how many of them are held is not said.',
    },
  },
  {
    id: 'unknown-330-after',
    text: {
      ko: '330건의 사람들이 그 뒤 어떻게 되었는지, 몇 건이 확인되었는지.',
      en: 'What became of the people in the 330 cases, and how many cases were confirmed.',
    },
  },
  {
    id: 'unknown-since-september',
    text: {
      ko: '2025년 9월 이후의 건수.',
      en: 'The count since September 2025.',
    },
  },
  {
    id: 'unknown-verdict',
    text: {
      ko: '대학생 사건의 수사와 재판이 어떻게 끝났는지.',
      en: 'How the investigation and trial in the student’s case ended.',
    },
  },
  {
    id: 'unknown-returned',
    text: {
      ko: '돌아온 64명 가운데 누가 피해자로, 누가 피의자로 인정되었는지.',
      en: 'Who of the 64 was found to be a victim, and who a suspect.',
    },
  },
  {
    id: 'unknown-period-result',
    text: {
      ko: '특별신고기간에 신고가 몇 건 들어왔고, 어디로 신고하게 했는지.',
      en: 'How many reports the special reporting period brought in, and where people were told to report.',
    },
  },
  {
    id: 'unknown-task-force',
    text: {
      ko: '공동 태스크포스가 실제로 일을 시작했는지, 몇 명인지.',
      en: 'Whether the joint task force has started work, and how large it is.',
    },
  },
  {
    id: 'unknown-recruiters',
    text: {
      ko: '누가 어디에 구인 광고를 냈는지, 가는 동안 무슨 일이 있었는지.',
      en: 'Who placed the job offers and where, and what happens on the way.',
    },
  },
];
