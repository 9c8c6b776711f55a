/** What can be done after a report was sent: telling more, asking for something, keeping the receipt. */
export const reportMore = {
  /** On tabs and in the history, where somebody else may read it: nothing of what it is about. */
  quietTitles: {
    receipt: '접수증',
    status: '접수 확인',
    add: '내용 더하기',
    addCheck: '더한 내용 확인',
    withdraw: '요청하기',
    consent: '선택 바꾸기',
  },
  add: {
    link: '더 알려 주기',
    title: '더 알려 주기',
    lead: '떠오르는 것부터 골라 적어 주세요. 모두 적지 않아도 되고, 빈칸이 있어도 괜찮아요. 먼저 보낸 내용은 그대로 있고, 여기에 적은 것이 더해져요.',
    topics: '무엇을 더 알려 주시겠어요?',
    topic: (title: string) => title,
    written: '적었어요',
    toCheck: '확인하고 보내기',
    back: '돌아가기',
    save: '저장하고 더 고르기',
    toMenu: '다른 내용도 더 적기',
    consentLater:
      '신고하는 분의 연락처와 동의는 여기서 고칠 수 없어요. 동의는 진행 상황 화면에서 바꿔 달라고 할 수 있고, 연락처가 바뀌었으면 메시지로 알려 주세요.',
    check: {
      title: '추가로 보낼 내용을 확인해 주세요',
      lead: '이대로 보내면 먼저 보낸 신고에 더해져요. 먼저 보낸 내용을 고치거나 지우지는 않아요.',
      send: '추가로 보내기',
      restsOnEarlier: {
        health:
          '장애, 임신, 지병과 복용하는 약, 정신건강에 관한 답은 처음 신고에서 민감정보 수집·이용에 동의했을 때만 저장해요.',
        monitored: '처음 신고에서 감시당하는 기기라고 알렸다면 전화번호와 이메일은 저장하지 않아요.',
      },
      empty: '아직 적은 내용이 없어요. 더 알려 주실 것을 하나 골라 적어 주세요.',
      destroy: '적던 내용 지우기',
      destroyHint: '추가로 적던 내용만 지워요. 먼저 보낸 신고는 그대로 있어요.',
    },
    sent: '추가로 보냈어요. 담당자가 새 내용이 들어왔다는 것을 볼 수 있어요.',
    destroyed: '추가로 적던 내용을 지웠어요. 먼저 보낸 신고는 그대로 있어요.',
    open: {
      title: '추가로 적던 내용이 있어요',
      text: '먼저 보낸 신고에 더할 내용을 적고 있었어요. 새 신고를 시작하면 적던 내용은 지워져요.',
      resume: '이어서 적기',
    },
    closed: {
      title: '접수 확인 코드가 필요해요',
      text: '어느 신고에 더할지 알 수 없어요. 접수 확인 코드를 넣으면 이어서 적을 수 있어요.',
      link: '코드 넣기',
    },
  },
  list: {
    title: '추가로 알려 주신 것',
    none: '아직 추가로 보낸 내용이 없어요.',
    hint: '안전을 위해 적은 내용은 여기에 다시 보여 드리지 않아요.',
    unnamed: '추가 내용',
  },
  path: {
    title: '진행 단계',
    steps: {
      received: { name: '접수', text: '신고를 받았어요.' },
      checked: { name: '확인', text: '담당자가 읽고 사실을 확인해요.' },
      handed: { name: '전달', text: '필요하면 도울 수 있는 기관에 전해요.' },
      closed: { name: '종결', text: '일을 마치고 결과를 남겨요.' },
    },
    now: '지금 여기',
    since: (when: string) => `${when}부터`,
    done: '지난 단계',
    ahead: '아직이에요',
    aside: '이 신고는 이 순서와 다르게 마무리됐어요. 위의 현재 단계를 봐 주세요.',
  },
  requests: {
    title: '요청한 것',
    ask: '요청하기',
    intro: '요청을 보내면 담당자가 확인하고 여기에 답을 남겨요.',
    kinds: { WITHDRAW: '신고를 철회하겠다는 요청', CONSENT: '동의를 바꾸겠다는 요청' },
    links: { WITHDRAW: '신고를 철회하고 싶어요', CONSENT: '동의를 바꾸고 싶어요' },
    asked: (when: string) => `요청한 때: ${when}`,
    decided: (when: string) => `답한 때: ${when}`,
    open: '담당자가 확인하고 있어요',
    GRANTED: '요청대로 했어요',
    /** A withdrawal that asked for erasing as well, which two people still decide. */
    grantedErasing:
      '요청을 받아들였어요. 내용과 파일은 담당자 두 사람이 살펴본 뒤 지워요. 다 지우고 나면 이 코드를 넣을 때 지운 날이 나와요.',
    DECLINED: '요청대로 하지 못했어요',
    answer: '담당자의 답',
    frozen:
      '답이 정해질 때까지 담당자는 먼저 연락하지 않아요. 마음이 바뀌었으면 아래에 메시지로 알려 주세요. 그 뒤에 어떻게 할지는 담당자가 정해요.',
    sent: '요청을 보냈어요.',
    already: '같은 요청이 이미 들어와 있어요. 담당자가 답하면 여기에 보여요.',
    back: '진행 상황으로 돌아가기',
    withdraw: {
      title: '신고를 철회하고 싶을 때',
      lead: '보내기 전에 읽어 주세요.',
      what: [
        '요청을 보내는 것만으로 지워지는 것은 없어요.',
        '보내는 순간부터 담당자는 먼저 연락하지 않아요.',
        '이 코드를 다른 사람이 가지고 있을 수도 있어서, 철회할지는 담당자가 살펴보고 정해요.',
        '누군가의 생명이 위험해 보이면 요청이 있어도 도움을 멈추지 않을 수 있어요.',
        '마음이 바뀌면 메시지로 알려 주세요.',
      ] as string[],
      reason: '하고 싶은 말(선택)',
      reasonHint: '까닭은 적지 않아도 돼요. 주민등록번호는 적지 마세요.',
      erase: '적은 내용과 파일도 모두 지워 주세요',
      eraseHint:
        '담당자 두 사람이 살펴보고 지워요. 지우면 되살릴 수 없어요. 표시하지 않아도 철회된 신고는 정해진 기간이 지나면 지워요.',
      send: '철회 요청하기',
    },
    consent: {
      title: '동의를 바꾸고 싶을 때',
      lead: '모두 처음부터 새로 골라 주세요. 표시하지 않은 것은 동의하지 않은 것으로 봐요.',
      what: [
        '요청을 보내는 것만으로 바뀌거나 지워지는 것은 없어요. 담당자가 확인한 뒤에 바뀌어요.',
        '받아들여지면 그때부터 새로 고른 대로 해요. 동의하지 않은 정보는 그때부터 쓰지 않아요.',
        '이미 다른 기관에 전한 내용은 되돌리지 못할 수 있어요.',
      ] as string[],
      send: '이렇게 바꿔 달라고 요청하기',
    },
    problems: {
      unreadable: '읽을 수 없는 글자가 있어요. 그 글자를 지우거나 다시 적어 주세요.',
      'too-long': '2만 자까지 보낼 수 있어요. 조금 줄여서 다시 보내 주세요.',
    },
  },
  receipt: {
    dates: '기억해 둘 때',
    received: '접수한 때',
    lookAgain: '소식이 없어도 한 번 들어와 볼 때',
    codeUntil: '이 기기에서 코드를 볼 수 있는 때',
    until: (when: string) => `${when}까지`,
    after: (when: string) => `${when}쯤`,
    notPromised: '이때까지 답을 드린다는 약속은 아니에요.',
    qr: {
      title: '진행 상황 화면 주소',
      text: '휴대폰으로 찍으면 진행 상황 화면이 열려요. 접수 확인 코드는 들어 있지 않으니 따로 적어 두세요.',
      label: (address: string) => `${address} 주소를 담은 QR 코드`,
    },
    typeBack: {
      title: '잘 적어 두었는지 확인하기(선택)',
      label: '적어 둔 코드를 한번 넣어 보세요',
      hint: '맞으면 이 기기에서 코드를 지워요. 대소문자와 줄표(-)는 상관없어요.',
      check: '맞춰 보기',
      empty: '적어 둔 코드를 넣어 주세요.',
      wrong:
        '적어 둔 것과 달라요. 위의 코드와 한 자씩 맞춰 보고 고쳐 적어 주세요. 코드는 그대로 남아 있어요.',
      right: '맞게 적어 두셨어요. 이 기기에서 코드를 지웠어요.',
    },
    forgotten: '이 기기에서 코드를 지웠어요.',
  },
  place: {
    link: '지금 있는 곳 알리기',
    quietTitle: '위치',
    title: '지금 있는 곳 알리기',
    what: '버튼을 누르면 휴대폰이 잰 위도와 경도, 오차를 먼저 보낸 신고에 더해요. 누르기 전에는 아무것도 보내지 않아요. 처음에는 휴대폰이 위치를 써도 되는지 물어봐요.',
    careful:
      '화면에 위치 표시가 잠깐 뜰 수 있어요. 누가 보고 있으면 누르지 말고, 혼자 있을 때 누르거나 글로 적어 주세요.',
    press: '지금 위치 보내기',
    waiting: '위치를 재고 있어요',
    accuracy: '오차 약',
    metres: 'm',
    refused: '위치를 쓸 수 없어요. 휴대폰 설정에서 막혀 있으면 글로 적어 주세요.',
    noScript:
      '이 브라우저에서는 위치를 자동으로 보낼 수 없어요. 건물 이름, 간판 글자, 층, 창밖에 보이는 것, 가까운 도시처럼 아는 것을 글로 적어 주세요.',
    write: '글로 적기',
    done: '위치를 보냈어요.',
    doneAccuracy: (metres: string) => `오차는 약 ${metres} m예요.`,
    again: '움직였으면 다시 보내기',
    status: '진행 상황 보기',
    problems: {
      closed: '시간이 지나 닫혔어요. 접수 확인 코드를 넣으면 이어서 알려 줄 수 있어요.',
      unreadable: '위치를 읽지 못했어요. 한 번 더 눌러 보거나 글로 적어 주세요.',
      busy: '지금은 저장하지 못했어요. 다시 눌러 주세요. 급하고 안전하게 전화할 수 있으면 112(한국)나 영사콜센터 +82-2-3210-0404로 전화하세요.',
    },
  },
};

export type ReportMore = typeof reportMore;
