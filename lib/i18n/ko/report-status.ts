/** How far a report has come, and the messages both ways. */
export const reportStatus = {
  title: '보낸 신고 확인하기',
  lead: '접수 확인 코드를 넣으면 진행 상황을 보고 담당자와 메시지를 주고받을 수 있어요.',
  code: '접수 확인 코드',
  codeHint: '글자와 숫자 18자리예요. 줄표(-)와 띄어쓰기는 없어도 되고, 소문자로 적어도 돼요.',
  open: '확인하기',
  problems: {
    empty: '접수 확인 코드를 입력해 주세요.',
    malformed:
      '접수 확인 코드를 다시 확인해 주세요. 글자와 숫자 18자리이고, 숫자 0과 1, 영문 I·L·O·U는 쓰지 않아요.',
    wrong: '이 코드로 접수된 신고를 찾지 못했어요. 적어 둔 코드와 한 자씩 맞춰 보세요.',
    slow: '여러 번 맞지 않아 잠시 기다렸어요. 적어 둔 코드와 한 자씩 맞춰 보고 다시 눌러 주세요. 급하고 안전하게 전화할 수 있으면 112(한국)나 영사콜센터 +82-2-3210-0404로 전화하세요.',
  },
  erased: (day: string) =>
    `이 코드로 보낸 신고는 ${day}에 지웠어요. 내용은 되살릴 수 없어요. 다시 알릴 것이 있으면 새로 신고해 주세요.`,
  heading: '진행 상황',
  reference: '접수번호',
  received: '접수한 때',
  state: '현재 단계',
  states: {
    RECEIVED: { name: '접수', text: '신고를 받았어요. 급한 순서대로 담당자가 읽어요.' },
    SCREENING: { name: '확인 중', text: '담당자가 신고를 읽고 사실을 확인하고 있어요.' },
    PROMOTED: { name: '담당자가 처리 중', text: '담당자가 이 일을 맡아 필요한 조치를 하고 있어요.' },
    LINKED: { name: '담당자가 처리 중', text: '담당자가 이 일을 맡아 필요한 조치를 하고 있어요.' },
    HANDED_OVER: {
      name: '전달됨',
      text: '도울 수 있는 기관에 내용을 전했어요. 담당자가 진행을 계속 살펴요.',
    },
    CLOSED: {
      name: '종결',
      text: '이 일의 처리를 마쳤어요. 더 알릴 것이 있으면 아래에 메시지를 남겨 주세요.',
    },
    INTEL_ONLY: {
      name: '정보로 접수',
      text: '알려 주신 내용을 정보로 받아 두었어요. 다른 신고를 확인할 때 함께 살펴요.',
    },
    OUT_OF_SCOPE: {
      name: '다른 기관 안내',
      text: '다른 기관에서 도울 수 있는 일이에요. 안내할 것이 있으면 아래 메시지로 남겨요.',
    },
    ABUSE: { name: '접수', text: '신고를 받았어요. 급한 순서대로 담당자가 읽어요.' },
    WITHDRAWN: {
      name: '철회',
      text: '신고를 철회 처리했어요. 다시 알리고 싶으면 아래에 메시지를 남겨 주세요.',
    },
  },
  history: '진행 이력',
  messages: {
    title: '메시지',
    none: '아직 주고받은 메시지가 없어요.',
    fromUs: '담당자',
    fromYou: '나',
    at: (when: string) => when,
    write: '담당자에게 메시지 쓰기',
    writeHint: '고칠 것이나 궁금한 것을 적어 주세요. 주민등록번호는 적지 마세요.',
    send: '메시지 보내기',
    sent: '메시지를 보냈어요.',
    kept: '보내지 못한 메시지를 아래에 남겨 두었어요.',
    problems: {
      empty: '보낼 말을 적어 주세요.',
      tooLong: (limit: number) =>
        `한 번에 ${limit.toLocaleString('ko-KR')}자까지 보낼 수 있어요. 줄이거나 나눠서 보내 주세요.`,
      unreadable: '읽을 수 없는 글자가 있어요. 그 글자를 지우거나 다시 적어 주세요.',
    },
  },
  close: '이 화면 닫기(다시 보려면 코드를 넣어야 해요)',
  closed: '화면을 닫았어요. 다시 보려면 접수 확인 코드를 넣어 주세요.',
  expired: '시간이 지나 화면을 닫았어요. 접수 확인 코드를 다시 넣어 주세요.',
};

export type ReportStatus = typeof reportStatus;
