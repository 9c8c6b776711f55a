/** How much of each has come since a request was made. */
type Came = Record<'messages' | 'additions' | 'requests' | 'notes' | 'entries' | 'facts', number>;

/** What takes a second person: the page of requests, and the card that stands on reports and cases too. */
export const approvals = {
  waiting: (count: number) => `내가 결정할 것 ${count}건`,
  title: '승인 대기',
  intro: '두 사람이 필요한 결정입니다. 요청한 사람이 아닌 다른 사람이 사유를 읽고 결정합니다.',
  pending: '승인 대기 요청',
  nothingPending:
    '승인을 기다리는 요청이 없습니다. 누군가 U1·U2에서 낮추기, 두 사람이 필요한 종결, 연락 금지 해제, 국외 이첩을 요청하면 여기에 나타납니다.',
  recent: '최근 결과',
  recentHint: '지난 7일 동안 결정되었거나 끝난 요청입니다.',
  nothingRecent: '지난 7일 동안 끝난 요청이 없습니다. 승인하거나 거절한 요청은 7일 동안 여기에 남습니다.',
  about: {
    report: (reference: string) => `신고 ${reference}`,
    case: (number: string) => `사건 ${number}`,
    person: (number: string) => `사건 ${number}의 대상자`,
  },
  acts: {
    LOWER_LEVEL: (level: string) => `긴급도 낮추기: ${level}`,
    CLOSE_CASE: (disposition: string) => `사건 종결: ${disposition}`,
    RELEASE_CONTACT: '연락 금지 해제',
    /** `number`: the hand-over's; empty where it is not known. */
    SEND_ABROAD: (agency: string, number: string | number) =>
      `국외 기관이나 확인 전 기관으로 이첩: ${agency}${number ? ` (${number})` : ''}`,
    ERASE: '모두 지우기(되돌릴 수 없음)',
    ERASE_PERSON: '대상자 지우기(되돌릴 수 없음)',
  },
  states: {
    PENDING: '승인 대기',
    APPROVED: '승인됨',
    DECLINED: '거절됨',
    EXPIRED: '기한 지남',
    CANCELLED: '요청 취소',
  },
  asked: (name: string, time: string) => `${name} 요청, ${time}`,
  until: (time: string) => `${time}까지`,
  decided: (name: string, time: string) => `${name} 결정, ${time}.`,
  /** `ofPerson`: the request is about one person, and what is counted with it. */
  news: ({ messages, additions, requests, notes, entries, facts }: Came, ofPerson: boolean) => {
    const came = [
      messages > 0 ? `신고자 메시지 ${messages}건` : '',
      additions > 0 ? `신고에 추가된 내용 ${additions}건` : '',
      requests > 0 ? `신고자 요청 ${requests}건` : '',
      notes > 0 ? `신고에 쓴 메모 ${notes}건` : '',
      entries > 0 ? `${ofPerson ? '대상자를 고치거나 옮긴 기록' : '사건 기록'} ${entries}건` : '',
      facts > 0 ? `${ofPerson ? '' : '다른 사건에서 '}확인한 대상자 정보 ${facts}건` : '',
    ];
    return `요청한 뒤에 들어온 내용: ${came.filter(Boolean).join(', ')}. 확인한 다음 결정하십시오.`;
  },
  own: '본인이 한 요청입니다. 다른 사람이 결정해야 합니다.',
  cancel: '요청 취소',
  answer: '답변',
  answerHint: '거절할 때는 이유를 꼭 적습니다. 요청한 사람이 읽습니다.',
  approve: '승인',
  approveErasing: '승인하고 바로 지우기',
  decline: '거절',
  done: {
    approval: '결정을 저장했습니다.',
    cancelled: '요청을 취소했습니다.',
  },
  problems: {
    'no-decision': '승인과 거절 가운데 하나를 선택하십시오.',
    'no-reason': '거절하는 이유를 입력하십시오.',
    'same-person': '본인이 한 요청은 본인이 결정할 수 없습니다.',
    settled: '다른 사람이 이미 결정한 요청입니다.',
    expired: '기한이 지난 요청입니다. 필요하면 다시 요청해야 합니다.',
    withheld: '내가 회피한 사건의 대상자가 함께 있어 승인할 수 없습니다. 다른 직원이 결정해야 합니다.',
    news: '이 화면을 연 뒤에 새로 들어오거나 없어진 내용이 있어 저장하지 않았습니다. 확인하고 다시 결정하십시오.',
    overtaken:
      '요청한 뒤에 상황이 바뀌어 그대로 처리할 수 없습니다. 아무것도 바꾸지 않았습니다. 지금 내용을 확인하고 거절하거나 다시 요청하게 하십시오.',
    unknown: '승인 대기 요청이 아닙니다. 목록에서 결과를 확인하십시오.',
  },
};

export type DeskApprovals = typeof approvals;
