import type { FieldWords } from '../by-kind';

/** The offer, the money, and the one who reports. */
const fields = {
  first_contact_channel: {
    label: { any: '그 일자리를 처음 어디에서 알게 됐나요?', OFFER: '이 제안을 처음 어디에서 받았나요?' },
    short: '처음 알게 된 곳',
  },
  ad_urls: {
    label: '공고나 대화방 주소(링크)',
    hint: '가지고 있는 것만 붙여 넣어 주세요. 다시 들어가 보지 않아도 돼요.',
    item: '주소',
    short: '공고 주소',
  },
  ad_text: { label: '공고나 메시지 내용', hint: '받은 그대로 붙여 넣어도 돼요.', short: '공고 내용' },
  recruiter_handles: {
    label: '모집한 사람의 메신저·소셜미디어 아이디',
    hint: '어느 서비스인지도 함께 적어 주세요. 예: 텔레그램 @team_leader',
    item: '아이디',
    short: '모집한 사람 아이디',
  },
  recruiter_phones: { label: '모집한 사람의 전화번호', item: '전화번호', short: '모집한 사람 전화번호' },
  recruiter_names: {
    label: '모집한 사람의 이름',
    hint: '‘김 팀장’처럼 부르던 이름도 좋아요.',
    short: '모집한 사람 이름',
  },
  promised_job: { label: '어떤 일이라고 했나요?', short: '하기로 한 일' },
  promised_pay: { label: '얼마를 준다고 했나요?', hint: '예: 한 달에 500만 원', short: '준다고 한 돈' },
  red_flags: {
    label: '이런 말이나 조건이 있었나요?',
    hint: '해당하는 것을 모두 골라 주세요.',
    short: '의심스러운 점',
  },
  gave: {
    label: { any: '그쪽에 넘긴 것이 있나요?', FAMILY: '가족·친구가 그쪽에 넘긴 것이 있나요?' },
    hint: '이미 넘겼어도 괜찮아요. 무엇부터 막아야 할지 아는 데 쓰여요.',
    short: '넘긴 것',
  },
  decided: {
    label: { any: '가기로 했나요?', FAMILY: '가족·친구는 가기로 했나요?', PRO: '대상자는 가기로 했나요?' },
    short: '출국 의사',
  },
  planned_departure: {
    label: '언제 떠날 예정인가요?',
    hint: '날짜만 적어도 돼요. 시각은 한국 시각으로 적어 주세요.',
    short: '출국 예정일',
  },
  demanded: { label: '얼마를 요구했나요?', hint: '예: 1,500만 원, 5,000달러', short: '요구한 돈' },
  paid: { label: '보낸 돈이 있다면 얼마인가요?', short: '보낸 돈' },
  paid_on: { label: '돈을 보낸 날', short: '돈을 보낸 날' },
  money_method: { label: '돈을 어떻게 보냈거나 보내라고 했나요?', short: '보내는 방법' },
  accounts: {
    label: '돈을 보내라고 한 계좌',
    hint: '은행, 계좌번호, 예금주를 아는 만큼 적어 주세요.',
    item: '계좌',
    why: '돈이 더 빠져나가기 전에 막을 수 있는지 살피는 데 쓰여요.',
    short: '받는 계좌',
  },
  wallets: { label: '코인을 보내라고 한 지갑 주소', item: '지갑 주소', short: '지갑 주소' },
  transactions: {
    label: '거래 번호',
    hint: '이체 확인증에 있는 번호나 코인 거래 번호(TXID)예요.',
    item: '거래 번호',
    short: '거래 번호',
  },
  forced_tasks: {
    label: '어떤 일을 하게 됐나요?',
    hint: '해당하는 것을 모두 골라 주세요. 답하고 싶지 않으면 비워 두거나 ‘말하고 싶지 않음’을 골라 주세요.',
    why: '무슨 일을 시키는 곳인지, 어떤 법률 도움이 필요한지 아는 데 쓰여요.',
    short: '하게 된 일',
  },
  compelled_how: {
    label: '하지 않으면 어떻게 됐나요?',
    hint: '누가 어떻게 시켰는지, 거절하면 어떤 일이 있었는지 적고 싶은 만큼만 적어 주세요.',
    why: '억지로 한 일이었다는 것을 밝히는 데 도움이 될 수 있어요.',
    short: '시킨 방법',
  },
  others_there: {
    label: '거기에 또 누가 있었나요?',
    hint: '몇 명인지, 어느 나라 사람들인지, 부르던 이름 같은 것이에요.',
    short: '함께 있던 사람들',
  },
  managers: {
    label: '일을 시키거나 관리하던 사람은 누구였나요?',
    hint: '부르던 이름이나 직함, 생김새도 좋아요.',
    short: '관리자',
  },
  exit_how: {
    label: { any: '어떻게 나왔나요?', SELF_DANGER: '나왔다면 어떻게 나왔나요?' },
    short: '나온 방법',
  },
  exit_on: { label: '언제 나왔나요?', hint: '연도와 월만 적어도 돼요.', short: '나온 날' },
  wants: {
    label: '지금 바라는 것이 있나요?',
    hint: '모두 골라도 돼요. 바로 들어드리지 못할 수도 있지만, 무엇부터 도울지 정하는 데 쓰여요.',
    short: '바라는 것',
  },
  ad_screenshots: {
    label: '공고나 대화를 찍은 화면',
    hint: '대화방에 다시 들어가 찍지 않아도 돼요. 이미 가지고 있는 것이면 돼요.',
    short: '화면 사진',
  },
  files: {
    label: '사진, 영상, 녹음, 문서',
    hint: '가지고 있는 것만 보내 주세요. 없어도 신고할 수 있어요.',
    short: '증거 파일',
  },
  evidence_origin: { label: '이 파일은 어떻게 얻었나요?', short: '파일을 얻은 방법' },
  caption: {
    label: '이 파일에 대해 알려 줄 것',
    hint: '언제 어디에서 찍은 것인지, 무엇이 보이는지 적어 주세요.',
    short: '파일 설명',
  },
  reporter_mode: {
    label: '어떻게 신고하시겠어요?',
    hint: '어느 쪽을 골라도 신고는 접수돼요.',
    short: '신고 방식',
  },
  reporter_name: { label: { any: '신고하는 분 이름', PRO: '신고하시는 담당자 이름' }, short: '신고자 이름' },
  reporter_phone: {
    label: '연락받을 전화번호',
    hint: '다른 사람이 받을 수 있는 번호라면 비워 두세요.',
    short: '신고자 전화번호',
  },
  reporter_email: { label: '연락받을 이메일', short: '신고자 이메일' },
  reporter_messenger: {
    label: '연락받을 메신저 아이디',
    hint: '어느 서비스인지도 함께 적어 주세요.',
    short: '신고자 메신저',
  },
  contact_when: {
    label: '연락하기 좋은 때',
    hint: '연락하면 안 되는 때가 있으면 그것도 적어 주세요.',
    short: '연락하기 좋은 때',
  },
  agency_reference: { label: '기관의 문서번호나 사건번호', short: '기관 문서번호' },
  K1: { label: '개인정보 수집·이용', short: '개인정보 수집·이용' },
  K2: { label: '민감정보 수집·이용', short: '민감정보' },
  K3: { label: '여권번호 수집·이용', short: '여권번호 수집·이용' },
  passport_number: {
    label: { any: '그 사람의 여권번호', SELF_DANGER: '내 여권번호', PRO: '대상자의 여권번호' },
    hint: '바로 위에서 여권번호 수집·이용에 동의했을 때만 저장해요. 몰라도 괜찮아요. 예: M12345678',
    why: '해외에서 찾은 사람이 본인인지 확인하는 데 쓰여요.',
    short: '여권번호',
  },
  K4: { label: '다른 기관에 제공', short: '다른 기관에 제공' },
  K5: { label: '국외 제공', short: '국외 제공' },
  K6: { label: '통계 이용', short: '통계 이용' },
  reach: {
    label: '연락받을 방법',
    hint: '전화번호나 메신저 아이디를 적어 주세요. 연락을 받으면 위험해질 것 같으면 비워 두세요.',
    short: '연락받을 방법',
  },
} satisfies Record<string, FieldWords>;

export type OfferFields = Record<keyof typeof fields, FieldWords>;
export const offerFields: OfferFields = fields;
