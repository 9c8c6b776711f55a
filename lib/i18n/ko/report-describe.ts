/** Answers said back in words. */
export const reportDescribe = {
  agreed: '동의함',
  refused: '동의하지 않음',
  notAsked: '묻지 않음',
  dateParts: (year: string, month?: string, day?: string, time?: string) =>
    [`${year}년`, month && `${month}월`, day && `${day}일`, time && (time.includes(':') ? time : `${time}시`)]
      .filter(Boolean)
      .join(' '),
  unknownDate: '모름',
  files: (n: number) => `파일 ${n.toLocaleString('ko-KR')}개`,
  people: (n: number) => `${n.toLocaleString('ko-KR')}명`,
  at: '접수한 때',
  kindLabel: '신고 종류',
  kindShort: {
    SELF_DANGER: '본인 위험',
    FAMILY: '가족·친구',
    WITNESS: '목격',
    OFFER: '일자리 제안',
    RETURNEE: '귀국',
    PRO: '기관·단체',
  },
  arrivedVia: { form: '신고 화면', sos: '바로 알리기' },
};

export type ReportDescribe = typeof reportDescribe;
