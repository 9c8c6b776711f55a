/** The shortest way to report: one page and its answer. */
export const reportSos = {
  title: '위험할 때 바로 알리기',
  /** On tabs and in the history, where somebody else may read it. */
  quietTitle: '간단 접수',
  lead: '한 줄이면 돼요. 이름은 적지 않아도 돼요.',
  narrative: {
    label: '무슨 일인가요?',
    hint: '어디인지, 몇 명인지, 무엇이 급한지 아는 만큼만 적어 주세요.',
  },
  reach: {
    label: '연락받을 방법(선택)',
    hint: '전화번호나 메신저 아이디를 적어 주세요. 연락을 받으면 위험해질 것 같으면 비워 두세요.',
  },
  thirdParty: '내가 아니라 다른 사람이 위험해요',
  /** What a form says that is sent again without that tick. */
  notThirdParty: '다른 사람이 아니라 내가 위험해요',
  send: '바로 보내기',
  call: { police: '경찰(한국)', consular: '영사콜센터' },
  problems: {
    empty: '무슨 일인지 한 줄만 적어 주세요. 연락받을 방법만 적어 보내도 돼요.',
    summary: '아직 보내지 못했어요',
    busy: '지금은 저장하지 못했어요. 쓴 내용은 아래에 그대로 있어요. 다시 눌러 주세요. 급하고 안전하게 전화할 수 있으면 기다리지 말고 112(한국)나 영사콜센터 +82-2-3210-0404로 전화하세요.',
    tooLong: '글이 너무 길어요. 조금 줄여서 다시 보내 주세요.',
  },
  done: {
    title: '접수됐어요',
    text: '담당자가 급한 신고부터 읽어요. 언제 답을 드릴 수 있을지는 약속하지 못해요. 들키지 않고 전화할 수 있으면 112(한국)나 영사콜센터 +82-2-3210-0404로도 전화하세요.',
    reference: '접수번호',
    code: '접수 확인 코드',
    codeWarning:
      '이 코드는 이 화면에서만 보여요. 화면을 벗어나면 다시 알려 드릴 수 없어요. 안전하게 둘 수 있을 때만 먼저 적어 두세요.',
    more: '30분 동안은 이 기기에서 코드 없이 더 알려 주실 수 있어요. 그동안 이 기기를 쓰는 다른 사람도 열 수 있으니, 걱정되면 ‘지금 나가기’를 누르세요. 그 뒤에는 코드로만 열려요.',
    status: '진행 상황 보기',
    knownTitle: '이미 접수된 신고예요',
    known:
      '이 신고는 24시간보다 더 전에 접수됐어요. 이번에 새로 쓴 내용이 있으면 그 신고에 더했어요. 접수 확인 코드는 다시 보여 드리지 않아요.',
    anew: '새로 알리기',
  },
  full: '시간이 있으면 자세히 신고하기',
  toggle: 'English',
};

export type ReportSos = typeof reportSos;
