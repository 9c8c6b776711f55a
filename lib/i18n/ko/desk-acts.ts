/** What every page of the desk says of an act. */
export const acts = {
  masked: '주민등록번호로 보이는 숫자는 가리고 저장했습니다.',
  waits: '다른 담당자의 승인을 기다립니다. 기한까지 승인하지 않으면 요청이 취소됩니다.',
  kept: '보내지 못한 내용을 되돌려 놓았습니다. 확인하고 다시 보내십시오.',
  problems: {
    conflict:
      '다른 사람이 먼저 바꿔 저장하지 않았습니다. 입력한 내용은 아래에 그대로 있습니다. 지금 내용을 확인하고 다시 보내십시오.',
    unknown: '찾을 수 없습니다. 목록에서 다시 찾아보십시오.',
    forbidden: '이 계정에는 권한이 없습니다.',
    recused: '본인이 회피한 사건입니다.',
    withheld: '내가 회피한 사건의 대상자가 함께 있어 처리할 수 없습니다. 다른 담당자에게 맡기십시오.',
    empty: '내용을 입력하십시오.',
    'no-reason': '사유를 입력하십시오.',
    'too-short': '다른 담당자가 알 수 있도록 10자 이상 입력하십시오.',
    'too-long': '2만 자까지 저장할 수 있습니다. 내용을 줄이거나 나눠 입력하십시오.',
    unreadable: '읽을 수 없는 문자가 들어 있습니다. 지우고 다시 보내십시오.',
    'not-allowed': '현재 상태에서는 할 수 없는 처리입니다.',
  },
};

export type DeskActs = typeof acts;
