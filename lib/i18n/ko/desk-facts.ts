/** What staff found out about a report, and how they know. */
export const facts = {
  record: '알아낸 사실 적기',
  recordHint: '통화나 기관 회신으로 알게 된 것을 질문에 맞춰 적습니다. 어느 화면의 질문인지 고르십시오.',
  pages: '사실을 적을 화면',
  title: (page: string) => `알아낸 사실 적기: ${page}`,
  back: (reference: string) => `신고 ${reference} 화면으로`,
  lead: '질문은 신고자가 보는 그대로입니다. 새로 알게 된 것만 답하고 나머지는 비워 두십시오. 앞선 답은 날짜와 함께 남고, 신고자에게는 알리지 않습니다. 적은 사실로 긴급도는 올라갈 수 있지만 내려가지 않습니다.',
  soFar: (values: string) => `지금까지의 답: ${values}`,
  healthRefused:
    '신고자가 ‘민감정보 수집·이용’에 동의하지 않았습니다. 장애, 임신, 지병, 정신건강은 골라도 저장하지 않습니다. 그 때문에 더 급하다고 보면 긴급도를 직접 올리십시오.',
  how: '어떻게 알았는지',
  source: '출처',
  confidence: '신뢰도',
  learnedAt: '알게 된 시각',
  learnedHint: '한국 시간. 예: 2025-10-03 14:05. 시각만 적으면 오늘입니다.',
  submit: '사실 기록하기',
  by: (name: string, at: string) => `${name}, ${at} 기록`,
  known: (source: string, confidence: string, at: string) =>
    `출처 ${source}, 신뢰도 ${confidence}, ${at}에 알게 됨`,
  of: (values: string, by: string, known: string) => `직원이 더한 사실: ${values} (${by}. ${known})`,
  part: (name: string, at: string) => `직원이 사실을 더함: ${name}, ${at}`,
  problems: {
    lost: '저장하지 못했고, 입력한 내용을 되돌려 놓지도 못했습니다. 내용이 너무 길면 나눠서 다시 적으십시오.',
    nothing: '알아낸 것이 없습니다. 질문에 하나라도 답하십시오.',
    'no-latitude': '경도만 있습니다. 위도도 입력하거나 둘 다 비우십시오.',
    'no-longitude': '위도만 있습니다. 경도도 입력하거나 둘 다 비우십시오.',
    'no-source': '누구에게서 알았는지 출처를 고르십시오.',
    'no-confidence': '얼마나 믿을 만한지 신뢰도를 고르십시오.',
    'no-moment': '알게 된 시각을 2025-10-03 14:05처럼 입력하십시오.',
    'not-yet': '알게 된 시각이 아직 오지 않았습니다. 지금까지의 시각을 입력하십시오.',
    'not-kept':
      '신고자가 동의하지 않아 저장할 수 없는 답뿐입니다. 저장하지 않았습니다. 그 때문에 더 급하다고 보면 신고 화면에서 긴급도를 직접 올리십시오.',
  },
};

export type DeskFacts = typeof facts;
