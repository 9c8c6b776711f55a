/** What stands around every page, and the words that form pieces say by themselves. */
export const shell = {
  name: '나루',
  tagline: '해외 취업 사기·감금 신고',
  titleTemplate: '%s - 나루',
  description: '해외에서 감금되거나 연락이 끊긴 사람, 수상한 해외 일자리 제안을 신고하는 곳입니다.',
  skip: '본문으로 건너뛰기',
  header: {
    home: '나루 처음 화면',
    languages: '언어',
    languageName: '한국어',
    otherLanguageName: 'English',
  },
  help: {
    label: '긴급 연락처',
    police: '경찰(한국)',
    consular: '영사콜센터',
  },
  exit: {
    label: '빠른 나가기',
    button: '지금 나가기',
    note: '누르면 바로 다른 사이트로 넘어가요. 방문 기록은 남아요.',
    keys: 'Shift 키를 세 번 눌러도 돼요.',
    draft: '쓰던 신고를 다시 여는 법',
  },
  footer: {
    label: '나루 안내',
    background: '배경',
    contacts: '연락처',
    numbers: '신고 통계',
    privacy: '개인정보 처리 안내',
    accessibility: '접근성',
    operatorIs: (name: string) => `운영 기관: ${name}.`,
    government: '나루는 정부 기관이 운영합니다.',
    notGovernment: '나루는 정부 누리집이 아닙니다.',
    /** On pages that are the same for everybody and made at build. */
    operatorElsewhere:
      '운영 기관과 그 연락처는 ‘연락처’에 적습니다. 운영 기관이 정부 기관이 아니면 나루는 정부 누리집이 아닙니다.',
    operator:
      '운영 기관은 아직 정해지지 않았습니다. 운영 기관이 정부 기관으로 정해지기 전까지 나루는 정부 누리집이 아닙니다.',
    credits:
      '화면 꾸밈: 행정안전부 ‘범정부 UI/UX 디자인시스템(KRDS)’(2024, 공공누리 제1유형) 참고. 지도: Natural Earth(공공 영역).',
  },
  notice: { info: '안내', success: '완료', warning: '주의', danger: '위험' },
  form: {
    optional: '(선택)',
    error: '오류:',
    /** The title of a page that has errors. */
    errorTitle: (title: string) => `오류: ${title}`,
    problems: '다시 확인해 주세요',
    year: '년',
    month: '월',
    day: '일',
    dayOptional: '일(선택)',
    time: '시각',
    timeHint: '예: 14:30. 대략 적어도 돼요.',
    unknownDate: '잘 모르겠어요',
    or: '또는',
    choose: '고르지 않음',
    nth: (label: string, position: number) => `${label} ${position}`,
    change: '고치기',
    blank: '적지 않음',
    step: (current: number, total: number) => `${current}/${total} 단계`,
    consent: {
      recipient: '제공받는 곳',
      purpose: '목적',
      items: '항목',
      retention: '보유 기간',
      refusal: '동의하지 않으면',
      agree: '동의합니다',
    },
  },
  pagination: { label: '목록 넘기기', newer: '더 최근 것', older: '더 이전 것' },
};

export type Shell = typeof shell;
