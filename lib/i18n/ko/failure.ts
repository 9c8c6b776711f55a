/**
 * What is said when something breaks. An area of its own, in both languages at once on the client, because an error page
 * runs in the browser and must not ship the whole dictionary.
 */
export const failure = {
  title: '화면을 불러오지 못했어요',
  body: '우리 쪽에 문제가 생겼어요. 이미 저장된 답은 그대로 있어요. 잠시 뒤에 다시 시도해 주세요.',
  urgent: '지금 위험하다면 기다리지 말고 전화해 주세요.',
  police: '경찰(한국)',
  consular: '영사콜센터',
  retry: '다시 시도',
  home: '처음 화면으로',
  id: '문의할 때 알려 주실 오류 번호:',
};

export type Failure = typeof failure;
