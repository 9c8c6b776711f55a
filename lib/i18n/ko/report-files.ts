/** Handing in photos and files. `{…}` is filled in by the browser as an upload goes on: a function cannot be sent to it. */
export const reportFiles = {
  types: '사진(아이폰 사진 HEIC 포함), 영상, 녹음, PDF, 글(TXT·CSV), 내보낸 대화(ZIP)를 받아요.',
  photoTypes: '사진을 올려 주세요. 아이폰 사진(HEIC)도 괜찮아요.',
  sizes: (megabytes: number, files: number) =>
    `하나에 ${megabytes}MB까지, 이 신고에 모두 ${files}개까지 올릴 수 있어요.`,
  privacy:
    '사진에 남은 촬영 위치와 시각은 담당자만 볼 수 있게 따로 잠가 두고, 업무에는 그 정보를 뺀 사본을 써요. 영상, 녹음, 문서는 그런 사본을 만들 수 없어 권한 있는 담당자만 열어요.',
  listed: '올린 파일',
  none: '아직 올린 파일이 없어요.',
  choose: '파일 고르기',
  chooseMore: '파일 더 고르기',
  chooseHint: '여러 개를 한꺼번에 골라도 돼요.',
  add: '파일 올리기',
  addMore: '파일 더 올리기',
  addHint: '지금까지 적은 것을 저장하고, 파일을 올리는 화면으로 넘어가요.',
  kinds: { PHOTO: '사진', VIDEO: '영상', AUDIO: '녹음', CHAT: '글·대화', PDF: 'PDF' },
  unknownKind: '확인 중',
  unnamed: '이름 없는 파일',
  kilobytes: '{n}KB',
  megabytes: '{n}MB',
  states: {
    RECEIVING: '끝까지 받지 못했어요. 이대로는 신고에 들어가지 않으니, 지우고 다시 올려 주세요.',
    WAITING: '다 받았어요.',
    MADE: '다 받았어요. 촬영 위치 같은 정보를 뺀 사본도 만들었어요.',
    NOT_CLEANED: '다 받았어요. 사본을 만들 수 없는 형식이라 권한 있는 담당자만 열어요.',
    FAILED: '다 받았어요. 사본을 만들지 못해 권한 있는 담당자만 열어요.',
    INFECTED: '받았지만 악성 코드가 발견됐어요. 아무도 열지 않아요. 다른 파일이 있으면 그것을 올려 주세요.',
  },
  live: {
    waiting: '차례를 기다리고 있어요.',
    sending: '올리는 중 {percent}%',
    reconnecting: '연결이 끊겼어요. 이어서 올리는 중이에요. ({percent}%)',
    stored: '다 받았어요.',
    removed: '지웠어요: {name}',
    removeFailed: '지우지 못했어요. 연결을 확인하고 다시 눌러 주세요: {name}',
    progress: '{name} 올리는 중',
  },
  problems: {
    empty: '빈 파일이에요. 내용이 있는 파일을 골라 주세요.',
    'too-large': '25MB보다 커서 올리지 못했어요. 짧게 자르거나 용량을 줄인 뒤 다시 골라 주세요.',
    'too-many':
      '파일은 모두 20개까지 올릴 수 있어요. 다른 파일을 지우고 다시 고르거나, 여러 장을 ZIP 하나로 묶어 주세요.',
    'too-much':
      '이 인터넷 연결로 하루에 올릴 수 있는 용량을 다 썼어요. 신고는 이 파일 없이 지금 보낼 수 있어요. 파일은 나중에 접수 확인 코드로 더하거나, 휴대전화 데이터 같은 다른 연결로 올려 주세요.',
    'type-not-accepted':
      '받을 수 없는 형식이에요. 사진, 영상, 녹음, PDF, 글, ZIP 가운데 하나로 바꿔 다시 골라 주세요. 화면을 찍어(캡처) 올려도 돼요.',
    unreadable: '파일이 깨져 있어 읽지 못했어요. 다시 저장하거나 화면을 찍어(캡처) 올려 주세요.',
    gone: '쓰던 신고를 찾지 못해 올리지 못했어요. 24시간이 지났거나 이 기기에서 지운 신고예요. 신고를 다시 시작해 주세요.',
    none: '올릴 파일을 먼저 골라 주세요.',
    plain: (megabytes: number) =>
      `${megabytes}MB보다 커서 저장하지 못했어요. 용량을 줄여 다시 고르거나, 이 파일 없이 신고를 보내 주세요.`,
    trouble: '저희 쪽 문제로 올리지 못했어요. 잠시 뒤에 다시 올려 주세요.',
  },
  of: (name: string) => `(${name})`,
  remove: '지우기',
  preview: '미리 보기',
  previewHint: '보기 힘든 사진일 수 있어 가려 두었어요.',
  previewAlt: (name: string) => `${name} 미리 보기`,
  held: {
    title: '아직 다 올라가지 않은 파일이 있어요',
    text: '기다리면 다 올라간 뒤에 바로 넘어가요. 빼고 계속하면 다 올라가지 않은 파일은 지워지고, 나머지는 그대로 남아요.',
    wait: '다 올라갈 때까지 기다리기',
    waiting: '다 올라가면 바로 넘어갈게요.',
    without: '그 파일은 빼고 계속하기',
  },
  page: {
    title: '파일 올리기',
    limit: (megabytes: number) =>
      `한 번에 하나씩, ${megabytes}MB까지 올릴 수 있어요. 5분 안에 다 올라가지 않으면 끊기니, 연결이 느리면 작은 파일로 올려 주세요. 브라우저에서 자바스크립트를 켜면 신고 화면에서 25MB까지 올릴 수 있어요.`,
    file: '올릴 파일',
    upload: '올리기',
    uploaded: '파일을 받았어요.',
    removed: '파일을 지웠어요.',
    done: '다 올렸어요. 돌아가기',
  },
  sent: '함께 보낸 파일',
  notSent: '끝까지 받지 못한 파일은 신고에 들어가지 않아요.',
  check: '올린 파일',
};

export type ReportFiles = typeof reportFiles;
