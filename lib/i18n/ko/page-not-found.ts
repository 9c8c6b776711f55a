/** An address where there is nothing. */
export const notFound = {
  title: '찾는 화면이 없어요',
  body: '주소가 바뀌었거나 잘못 적혔을 수 있어요.',
  home: '처음 화면으로',
  report: '신고하기',
};

export type NotFound = typeof notFound;
