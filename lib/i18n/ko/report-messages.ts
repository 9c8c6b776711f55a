/** What is told above a page. */
export const reportNotices = {
  masked:
    '주민등록번호로 보이는 숫자를 가리고 저장했어요. 나루는 주민등록번호를 받지 않아요. 나머지 내용은 그대로예요.',
  replaced: '다른 창에서도 이 화면을 저장했어요. 방금 보낸 내용으로 바꿔 저장했으니 맞는지 한 번 봐 주세요.',
  restarted:
    '앞서 쓰던 신고는 24시간이 지났거나 열 수 없어서 새로 시작했어요. 방금 이 화면에 쓴 내용은 남아 있어요. 앞 화면들은 다시 확인해 주세요.',
  missingDraft: {
    title: '쓰던 신고를 찾지 못했어요',
    text: '24시간이 지났거나 이 기기에서 지운 것 같아요. 새로 시작할 수 있어요. 이미 신고를 보냈다면 그 신고는 그대로 있어요.',
    cookies:
      '다시 시작해도 이 안내가 나오면 브라우저가 쿠키를 막고 있는 거예요. 쿠키를 허용하거나, 쿠키 없이도 되는 간단한 양식으로 보내 주세요.',
    sos: '간단한 양식으로 보내기',
    action: '신고 시작하기',
  },
  late: '신고를 보낸 뒤에 온 내용이라 아직 보내지 않았어요. 먼저 보낸 신고에 더할 내용으로 아래에 저장해 두었어요. 확인하고 추가로 보내 주세요.',
  otherDraft:
    '방금 누른 화면은 지금 쓰는 신고의 것이 아니어서 보내지 않았어요. 아래는 지금 쓰고 있는 신고예요.',
  givenBack: {
    otherDraft: {
      title: '여기에는 저장하지 않았어요',
      text: '방금 보낸 화면은 지금 이 브라우저에서 쓰는 신고의 것이 아니어서 저장하지 않았어요. 쓴 내용은 아래에 그대로 있어요. 필요하면 복사해서 지금 쓰는 신고에 적어 주세요.',
      goOn: '지금 쓰는 신고로 가기',
      here: '이 화면은 지금 이 브라우저에서 쓰는 신고의 것이 아니어서 저장하지 않았어요. 쓴 내용은 이 화면에 그대로 있으니, 필요하면 복사해서 지금 쓰는 신고에 적어 주세요.',
    },
    sent: {
      title: '이미 보낸 신고에는 저장하지 못했어요',
      text: '신고를 보낸 뒤에 온 내용이라 저장하지 못했어요. 쓴 내용은 아래에 그대로 있어요. 연락처가 바뀌었으면 진행 상황 화면에서 메시지로 알려 주세요. 동의를 바꾸는 것도 거기에서 요청할 수 있어요.',
      goOn: '진행 상황 보기',
      here: '신고를 보낸 뒤에 온 내용이라 저장하지 못했어요. 쓴 내용은 이 화면에 그대로 있어요. 연락처가 바뀌었으면 진행 상황 화면에서 메시지로 알려 주세요. 동의를 바꾸는 것도 거기에서 요청할 수 있어요.',
    },
  },
  fileRemoved: '파일을 지웠어요.',
  captionCut: '파일에 대한 설명이 길어서 앞의 1,000자만 저장했어요. 아래에서 확인해 주세요.',
  cleared: '이 화면의 답을 지웠어요.',
  failed: '연결이 끊겨 보내지 못했어요. 쓴 내용은 이 화면에 그대로 있어요. 잠시 뒤에 다시 눌러 주세요.',
  tooLong: '글이 너무 길어 보내지 못했어요. 쓴 내용은 이 화면에 그대로 있어요. 줄여서 다시 보내 주세요.',
  tooLarge: {
    title: '내용이 너무 커서 받지 못했어요',
    text: (mb: number) =>
      `한 번에 ${mb}MB까지 받을 수 있어요. 방금 보낸 내용은 저장되지 않았어요. 앞서 저장한 답은 그대로 있어요. 이전 화면으로 돌아가 줄여서 다시 보내 주세요. 긴 글은 신고를 보낸 뒤 메시지로 나눠 보낼 수 있어요.`,
    back: '이전 화면으로',
  },
  elsewhere: {
    title: '이 사이트의 화면에서 보낸 것인지 알 수 없어 받지 못했어요',
    text: '방금 보낸 내용은 저장되지 않았어요. 앞서 저장한 답은 그대로 있어요. 아래를 눌러 화면을 다시 열고 보내 주세요. 그래도 같은 안내가 나오면 브라우저나 확장 프로그램이 주소를 숨기고 있을 수 있어요. 다른 브라우저로 열어 주세요.',
    back: '화면 다시 열기',
    sos: '급하면 여기서 바로 알리기',
  },
  unreadForm: {
    title: '보내신 형식을 읽을 수 없어 받지 못했습니다',
    text: '방금 보내신 내용은 저장되지 않았습니다. 앞서 저장한 답은 그대로 있습니다. 아래를 눌러 화면을 다시 열고 보내 주십시오. 프로그램으로 보내신다면 multipart/form-data 형식으로 보내 주십시오.',
    back: '화면 다시 열기',
    sos: '급하면 여기서 바로 알리기',
  },
  unsent: {
    title: '아직 저장하지 못했어요',
    text: '저장하는 곳이 잠시 응답하지 않아요. 방금 쓴 내용은 아래에 그대로 있어요. 이 화면을 닫지 말고 잠시 뒤에 ‘다시 보내기’를 눌러 주세요. 앞에서 저장한 답도 그대로 있어요.',
    typed: '쓴 내용',
    chosen: '보기에서 고른 답도 함께 다시 보내요.',
    files: '골랐던 파일은 다시 보낼 수 없어요. 저장된 다음에 한 번 더 골라 주세요.',
    again: '다시 보내기',
    reference: '문의할 때 알려 주실 오류 번호:',
  },
};

export type ReportNotices = typeof reportNotices;

type ProblemText = (label: string, limit?: number) => string;

const problems = {
  'unknown-code': (label) => `‘${label}’ 항목은 보기에서 다시 골라 주세요.`,
  'too-long': (label, limit) =>
    limit
      ? `‘${label}’ 칸에는 ${limit.toLocaleString('ko-KR')}자까지 쓸 수 있어요. 조금 줄여 주세요.`
      : `‘${label}’ 칸의 글이 너무 길어요. 조금 줄여 주세요.`,
  'too-many': (label, limit) =>
    limit
      ? `‘${label}’ 칸에는 ${limit}개까지 쓸 수 있어요. 나머지는 ‘있었던 일’에 적어 주세요.`
      : `‘${label}’ 항목은 하나만 남겨 주세요.`,
  unreadable: (label) => `‘${label}’ 칸에 읽을 수 없는 글자가 있어요. 그 글자를 지우거나 다시 적어 주세요.`,
  'not-a-number': (label) => `‘${label}’ 칸에는 숫자만 적어 주세요.`,
  'out-of-range': (label) => `‘${label}’ 칸의 숫자가 너무 크거나 작아요. 다시 확인해 주세요.`,
  'year-missing': (label) =>
    `‘${label}’ 칸에 연도도 적어 주세요. 짐작이어도 괜찮아요. 모르면 모두 비우고 ‘잘 모르겠어요’를 골라 주세요.`,
  'not-a-date': (label) =>
    `‘${label}’ 칸의 날짜를 다시 확인해 주세요. 연도는 2025처럼 네 자리로, 월과 일은 숫자로 적어 주세요. 월이나 일을 모르면 비워 두세요.`,
  'not-a-time': (label) => `‘${label}’ 칸의 시각은 14:30처럼 적어 주세요. 14처럼 시만 적어도 돼요.`,
} satisfies Record<string, ProblemText>;

export type ReportProblems = Record<keyof typeof problems, ProblemText>;

/** What is wrong with an answer and how to mend it; the label is the field’s short name. */
export const reportProblems: ReportProblems = problems;

/** The little that is asked for: every way to answer it, and that not knowing is an answer. */
export const reportNeeded = {
  situation: '지금 상황을 하나 고르거나, 무슨 일인지 한 줄만 적어 주세요. 상황은 ‘모름’을 골라도 돼요.',
  narrative: '무슨 일인지 한 줄이라도 적어 주세요.',
  name_ko: '이름, 여권 영문 이름, 별명 가운데 아는 것을 하나만 적어 주세요.',
  birth: '태어난 해를 적어 주세요. 짐작이어도 괜찮고, 모르면 ‘잘 모르겠어요’를 골라 주세요.',
  sex: '성별을 골라 주세요. 모르면 ‘모름’을 골라 주세요.',
  last_contact_at:
    '마지막으로 연락된 때를 적어 주세요. 연도만 적어도 되고, 모르면 ‘잘 모르겠어요’를 골라 주세요.',
  prior_reports: '이미 신고한 곳을 골라 주세요. 없으면 ‘신고한 적 없음’을, 모르면 ‘모름’을 골라 주세요.',
  contact_risk: '연락해도 안전한지 골라 주세요. 모르면 ‘모름’을 골라 주세요.',
  country: '나라, 지역, 장소 이름, 건물 가운데 아는 것을 하나만 알려 주세요. 나라는 ‘모름’을 골라도 돼요.',
  first_contact_channel: '처음 알게 된 곳을 골라 주세요. 모르면 ‘모름’을 골라 주세요.',
  ad_urls: '공고 주소, 공고나 메시지 내용, 모집한 사람 아이디 가운데 하나만 적어 주세요.',
  decided: '가기로 했는지 골라 주세요. 모르면 ‘모름’을 골라 주세요.',
  gave: '넘긴 것을 골라 주세요. 없으면 ‘넘긴 것 없음’을, 모르면 ‘모름’을 골라 주세요.',
  stay: '있었던 때, 장소 이름, 모집한 사람의 아이디나 이름, 현지에서 있었던 일 가운데 하나만 알려 주세요. 때를 모르면 ‘잘 모르겠어요’를 골라도 돼요.',
};

export type ReportNeeded = typeof reportNeeded;

/** The answer that is never "no". */
export const reportUnknown: string = '모름';
