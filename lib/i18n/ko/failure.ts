/**
 * What is said when something breaks. An area of its own, in both languages at once on the client, because an error page
 * runs in the browser and must not ship the whole dictionary.
 */
export const failure = {
  title: '화면을 불러오지 못했어요',
  body: '우리 쪽에 문제가 생겼어요. 이미 저장된 답은 그대로 있어요. 잠시 뒤에 다시 시도해 주세요.',
  urgent: '지금 위험하고 들키지 않고 전화할 수 있다면 기다리지 말고 전화해 주세요.',
  police: '경찰(한국)',
  consular: '영사콜센터',
  retry: '다시 시도',
  home: '처음 화면으로',
  id: '문의할 때 알려 주실 오류 번호:',
  unsent: '방금 보낸 내용을 저장하지 못했어요',
  here: '쓴 내용은 아래에 그대로 있어요. 잠시 뒤에 ‘다시 보내기’를 눌러 주세요.',
  goBack: '브라우저의 ‘뒤로’를 눌러 잠시 뒤에 다시 해 주세요.',
  typed: '쓴 내용',
  files: '골랐던 파일은 다시 보낼 수 없어요. 저장된 다음에 한 번 더 골라 주세요.',
  copy: '방금 보낸 내용은 저장되지 않았을 수 있어요. 아래에 그대로 있으니 복사해 두고 다시 시도해 주세요.',
  again: '다시 보내기',
};

export type Failure = typeof failure;
