/** What must happen by a time, as every page of the desk names it. */
export const clocks = {
  FIRST_LOOK: '첫 확인',
  TRIAGE: '분류',
  REFERRAL: '이첩',
  AGENCY: '기관 회신',
  WORD: '신고자에게 알림',
  REASSESS: '안전 재확인',
  RETURN: '귀국 지원',
};

export type DeskClocks = typeof clocks;
