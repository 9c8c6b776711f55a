/** What came in after a report was sent, and what was asked for by its receipt code. */
export const staffAdditions = {
  title: '나중에 더해진 내용',
  part: (at: string) => `${at}에 추가`,
  withFiles: '파일 포함',
  withCompartment: '따로 보관하는 답 포함',
  earlier: (at: string, value: string) => `앞선 답(${at}): ${value}`,
  olderStands: (level: string, rule: string) =>
    `추가된 내용까지 다시 계산하면 ${level}(${rule})입니다. 추가된 내용은 다른 사람이 썼거나 시켜서 한 말일 수 있어, 앞선 답에 따른 긴급도를 그대로 둡니다.`,
  newAddition: '추가 내용',
  openRequest: '요청 대기',
  requests: {
    title: '신고자의 요청',
    kinds: { WITHDRAW: '신고 철회 요청', CONSENT: '동의 변경 요청' },
    asked: (at: string) => `${at} 요청`,
    said: '신고자의 말',
    noWords: '덧붙인 말 없음',
    erase:
      '내용도 모두 지워 달라고 했습니다. 아래 ‘보존과 삭제’에서 승인을 요청하십시오. 두 사람이 결정해야 지워집니다.',
    chosen: '새로 고른 동의',
    noChange: '동의한 것 없음',
    caution:
      '다른 사람이 접수 확인 코드를 가지고 있을 수 있습니다. 본인의 뜻인지, 대상자가 위험하지 않은지 먼저 확인하십시오. 결정만으로 지워지는 것은 없습니다.',
    withdrawHow:
      '받아들이면 신고 상태가 ‘철회’로 바뀝니다. 검토를 시작한 신고에서만 할 수 있습니다. 사건에 연결된 신고는 사건에 그대로 남으며, 사건을 계속할지 끝낼지는 따로 정합니다. 결정하기 전에는 신고자에게 연락할 수 없습니다.',
    dropped: {
      K1: '‘개인정보 수집·이용’을 거부함: 받아들이면 신고자의 이름과 연락처를 더는 표시하거나 쓰지 않습니다.',
      K2: '‘민감정보 수집·이용’을 거부함: 받아들이면 장애, 임신, 지병, 정신건강에 관한 답을 더는 표시하거나 쓰지 않습니다.',
      K3: '‘여권번호 수집·이용’을 거부함: 받아들이면 여권번호를 더는 표시하거나 쓰지 않습니다.',
      K6: '‘통계 이용’을 거부함: 받아들이면 공개 통계에서 이 신고를 뺍니다.',
    },
    kept: '이미 저장된 값은 받아들인 뒤 정해진 기간이 지나면 지웁니다. 그때까지는 암호화된 채로 남습니다.',
    decision: '결정',
    decisions: { GRANTED: '받아들임', DECLINED: '받아들이지 않음' },
    answer: '신고자에게 할 답',
    answerHint:
      '신고자가 진행 상황 화면에서 읽습니다. 다른 사람이 볼 수 있으니 위험해질 만한 내용은 쓰지 마십시오.',
    reason: '결정한 이유(신고자에게 보이지 않음)',
    reasonHint: '연락 금지 신고이므로 적은 글은 신고자에게 보이지 않습니다. 신고자는 결정만 볼 수 있습니다.',
    decide: '결정하기',
    decided: (decision: string, name: string, at: string) => `${decision}: ${name}, ${at}`,
    notShown: '신고자에게 보이지 않음',
    frozen:
      '신고를 철회하겠다는 요청에 아직 답하지 않았습니다. 결정하기 전에는 신고자에게 연락하지 않습니다.',
  },
};

export type StaffAdditions = typeof staffAdditions;
