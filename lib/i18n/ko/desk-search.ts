/** Searching at the desk. */
export const search = {
  title: '검색',
  query: '검색어',
  hint: '이름(한글·로마자), 전화번호, 아이디, 장소, 내용 중 두 글자 이상. 여러 낱말을 쓰면 모두 들어 있는 것을 찾습니다. 접수번호나 사건번호를 넣으면 바로 엽니다.',
  submit: '검색',
  blank: '두 글자 이상의 낱말이나 전화번호를 입력하십시오.',
  kind: '종류',
  anyKind: '신고와 사건',
  report: '신고',
  case: '사건',
  level: '긴급도',
  anyLevel: '모든 긴급도',
  state: '처리',
  anyState: '모두',
  openOnly: '처리 중인 것만',
  closedOnly: '끝난 것만',
  province: '지역',
  anyProvince: '모든 지역',
  found: (hits: number) => `${hits}건을 찾았습니다`,
  first: (hits: number) => `최근 것부터 ${hits}건`,
  none: '찾은 것이 없습니다. 낱말을 줄이거나 조건을 지우고 다시 찾으십시오.',
  capped: '결과가 많아 최근 300건만 확인했습니다. 낱말을 더하거나 조건을 좁히십시오.',
  by: {
    TEXT: '내용에서 찾음',
    NAME: '이름에서 찾음',
    PLACE: '장소에서 찾음',
    PHONE: '전화번호로 찾음',
  },
  recorded:
    '따로 봉인된 답변(거기에서 하게 된 일)은 검색되지 않습니다. 검색한 사실과 여기에 표시된 신고·사건은 감사 기록에 남고, 검색어는 남지 않습니다. 방금 저장한 내용은 1분쯤 뒤에 검색됩니다.',
};

export type DeskSearch = typeof search;
