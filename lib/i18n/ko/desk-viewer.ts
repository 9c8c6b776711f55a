/** Looking at a picture of a report. */
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
};

export type DeskViewer = typeof viewer;
