/** Do not contact: barred, released by two people or by one who is reviewed, barred again. */
export const contact = {
  title: '연락 금지',
  barred:
    '연락하면 위험하다고 답한 신고입니다. 해제하기 전에는 메시지를 보낼 수 없고, 답변에 있는 번호나 계정으로도 연락하면 안 됩니다.',
  released: '연락 금지를 해제한 신고',
  releasedBy: {
    TWO_PEOPLE: (names: string, time: string) => `${names}(두 사람) 해제, ${time}`,
    BROKEN_GLASS: (names: string, time: string) => `${names} 단독 해제, ${time}`,
  },
  reviewed: '다른 책임자가 검토했습니다.',
  reviewDue: (time: string) =>
    `다른 책임자가 ${time}까지 검토해야 합니다. 그때까지 검토하지 않으면 다시 연락 금지가 됩니다.`,
  releaseByOthers:
    '이 계정으로는 해제를 요청할 수 없습니다. 연락이 꼭 필요하면 사건 담당이나 책임자에게 알리십시오.',
  release: '해제를 요청하는 사유',
  releaseHint: '왜 지금 연락해도 안전한지, 어떤 방법으로 연락할지 적습니다. 다른 한 사람이 읽고 결정합니다.',
  releaseSubmit: '해제 요청',
  glass: '긴급 단독 해제',
  glassReason: '기다릴 수 없는 사유',
  glassHint: '바로 해제되고 다른 책임자 모두에게 알립니다. 24시간 안에 다른 책임자의 검토를 받아야 합니다.',
  glassSubmit: '단독 해제',
  review: '검토 의견',
  reviewHint: '다시 금지할 때는 이유를 꼭 적습니다.',
  uphold: '해제 유지',
  overturn: '다시 연락 금지',
  bar: '다시 연락 금지로',
  seeReport: '연락 금지 해제와 검토는 신고 화면에서 합니다.',
  glasses: '단독 해제한 연락 금지',
  brokenBy: (name: string, time: string) => `${name} 단독 해제, ${time}`,
  due: (time: string) => `${time}까지 검토`,
  waits: '검토 대기',
  overdue: '검토 기한 지남',
  overdueHint: '기한 안에 아무도 검토하지 않아 다시 연락 금지가 되었습니다.',
  own: '본인이 해제했습니다. 다른 책임자가 검토해야 합니다.',
  done: {
    release: '해제를 요청했습니다. 다른 한 사람이 승인하면 해제됩니다.',
    glass: '연락 금지를 해제했습니다. 다른 책임자 모두에게 알렸습니다.',
    review: '검토 결과를 저장했습니다.',
    bar: '다시 연락 금지로 바꿨습니다.',
  },
  problems: {
    'not-barred': '지금은 연락 금지 상태가 아닙니다.',
    'not-released': '이미 연락 금지 상태입니다.',
    'nothing-to-review': '검토할 해제가 없습니다. 이미 검토했거나 기한이 지났습니다.',
    'same-person': '본인이 해제한 것은 본인이 검토할 수 없습니다.',
    unreviewed:
      '본인의 지난 단독 해제가 검토 없이 끝나 다시 혼자 해제할 수 없습니다. 해제를 요청하거나 다른 책임자에게 맡기십시오.',
    'no-review': '유지할지 다시 금지할지 선택하십시오.',
  },
};

export type DeskContact = typeof contact;
