/** Looking at what was handed in with a report: pictures, texts, recordings. */
export const viewer = {
  title: '사진 보기',
  heading: (reference: string, number: number) => `신고 ${reference}, 파일 ${number}`,
  back: '신고로 돌아가기',
  pictures: '사진 이동',
  before: '이전 사진',
  after: '다음 사진',
  place: (at: number, all: number) => `사진 ${all}장 가운데 ${at}번째`,
  open: '사진 열기',
  close: '사진 닫기',
  recorded:
    '정리한 사본입니다. 열면 감사 기록에 남습니다. 흐리게 표시되며 ‘흐림 풀기’로 선명하게 볼 수 있습니다.',
  clear: '흐림 풀기',
  zoom: '크기',
  zooms: { fit: '화면에 맞춤', '1': '원래 크기', '2': '2배', '4': '4배' },
  stage: '사진(화살표 키로 움직임)',
  alt: (number: number) => `파일 ${number}의 사진`,
  keys: '단축키: O 열기·닫기, B 흐림, + − 0 1 2 4 크기, ← → 이전·다음 사진, Esc 신고로 돌아가기',
  text: {
    title: '글 보기',
    recorded: (most: number) =>
      `파일에 적힌 글자만 보여 줍니다. 주민등록번호는 가리고, 파일 안의 링크나 코드는 동작하지 않습니다. 긴 글은 약 ${most.toLocaleString('en')}자씩 나누어 보여 주며, 열 때마다 감사 기록에 남습니다.`,
    open: '글 열기',
    close: '글 닫기',
    parts: '글 이동',
    before: '앞부분',
    after: '다음 부분',
    part: (at: number) => `${at}번째 부분`,
    lastPart: (at: number) => (at === 1 ? '글 전체' : `${at}번째 부분(마지막)`),
    masked: (count: number) => `주민등록번호로 보이는 숫자 ${count}개를 가렸습니다.`,
    stage: '글(화살표 키로 움직임)',
    keys: '단축키: O 열기·닫기, ← → 앞부분·다음 부분, Esc 신고로 돌아가기',
  },
  recording: {
    title: '녹음·영상 재생',
    reason: '재생하는 사유',
    reasonHint:
      '녹음과 영상은 정리한 사본이 없어 원본을 재생합니다. 사유는 메모로, 연 사실은 감사 기록으로 남습니다. 한 번 열면 한 시간 동안 재생할 수 있습니다.',
    open: '재생 화면 열기',
    over: '재생할 수 있는 시간이 지났습니다. 다시 재생하려면 사유를 입력하십시오.',
    recorded:
      '원본입니다. 연 사실을 감사 기록에 남겼습니다. 재생을 누르기 전에는 아무것도 불러오지 않습니다. 주변에 소리나 화면이 드러나지 않는지 먼저 확인하십시오.',
    player: (number: number) => `파일 ${number} 재생`,
    silent: '재생되지 않으면 브라우저가 읽지 못하는 형식입니다. 원본을 내려받아 확인하십시오.',
    noteLabel: '녹음·영상을 재생한 사유',
  },
};

export type DeskViewer = typeof viewer;
