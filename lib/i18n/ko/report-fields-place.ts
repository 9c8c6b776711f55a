import type { FieldWords } from '../by-kind';

/** Where, when, the last contact, and the way there. */
const fields = {
  country: {
    label: {
      any: '어느 나라인가요?',
      SELF_DANGER: '지금 어느 나라에 있나요?',
      FAMILY: '가족·친구가 어느 나라에 있나요?',
      RETURNEE: '어느 나라에 있었나요?',
      PRO: '대상자가 어느 나라에 있나요?',
    },
    hint: '짐작이어도 괜찮아요. 모르면 ‘모름’을 골라 주세요.',
    short: '나라',
  },
  province: { label: '캄보디아라면 어느 지역인가요?', short: '지역(캄보디아)' },
  city: { label: '도시나 동네 이름', short: '도시·동네' },
  site_name: {
    label: '건물이나 단지 이름',
    hint: '사람들이 부르는 이름도 좋아요. 들리는 대로 적어 주세요.',
    short: '장소 이름',
  },
  site_kind: { label: { any: '어떤 곳인가요?', RETURNEE: '어떤 곳이었나요?' }, short: '장소 종류' },
  building: { label: '건물(동·번호)', hint: '예: B동, 3번 건물', short: '건물' },
  floor: { label: '층', short: '층' },
  room: { label: '방 번호', short: '방 번호' },
  landmark: {
    label: { any: '주변에 보이는 것', RETURNEE: '주변에 있던 것' },
    hint: '간판, 가게, 산, 강, 큰길처럼 눈에 띄는 것이면 돼요.',
    short: '주변에 보이는 것',
  },
  location_source: { label: '그곳인 줄 어떻게 알았나요?', short: '위치를 알게 된 경로' },
  last_contact_at: {
    label: { any: '마지막으로 연락된 때', PRO: '대상자와 마지막으로 연락된 때' },
    hint: '날짜만 적어도 돼요. 시각은 한국 시각으로 적어 주세요.',
    short: '마지막 연락',
  },
  last_contact_how: { label: '그때 어떻게 연락했나요?', short: '마지막 연락 방법' },
  last_contact_gist: {
    label: '그때 무슨 말을 했나요?',
    hint: '기억나는 대로 적어 주세요. 받은 메시지를 그대로 붙여 넣어도 돼요.',
    short: '마지막 연락 내용',
  },
  last_msg_signs: {
    label: '그때 평소와 다른 점이 있었나요?',
    hint: '해당하는 것을 모두 골라 주세요.',
    short: '평소와 다른 점',
  },
  stay_from: {
    label: { any: '언제부터 거기 있었나요?', SELF_DANGER: '언제부터 여기 있었나요?' },
    hint: '연도와 월만 적어도 돼요.',
    short: '머물기 시작한 때',
  },
  stay_to: {
    label: { any: '언제 거기서 나왔나요?', SELF_DANGER: '이미 나왔다면 언제였나요?' },
    hint: { any: '연도와 월만 적어도 돼요.', SELF_DANGER: '아직 있다면 비워 두세요.' },
    short: '나온 때',
  },
  moved_history: {
    label: '다른 곳으로 옮겨 다녔다면 적어 주세요',
    hint: '언제쯤 어디에서 어디로 옮겼는지 아는 만큼만요. 한 번 옮긴 것을 한 칸에 적으면 돼요.',
    item: '옮긴 곳',
    short: '옮겨 다닌 곳',
  },
  departed_on: {
    label: '한국을 떠난 날',
    hint: '연도와 월만 적어도 돼요.',
    short: '한국을 떠난 날',
  },
  flight: { label: '항공편', hint: '예: KE689', short: '항공편' },
  airport_from: { label: '출발한 공항', hint: '예: 인천', short: '출발한 공항' },
  airport_to: { label: '도착한 공항', hint: '예: 프놈펜', short: '도착한 공항' },
  ticket_paid_by: { label: '항공권은 누가 샀나요?', short: '항공권을 산 사람' },
  companions: {
    label: '함께 떠난 사람',
    hint: '한 칸에 한 사람씩 적어 주세요. 이름을 모르면 몇 명인지만 적어도 돼요.',
    item: '함께 떠난 사람',
    short: '함께 떠난 사람',
  },
  met_by: {
    label: '공항에 데리러 나온 사람',
    hint: '이름, 생김새, 차 번호 같은 것이에요.',
    short: '데리러 나온 사람',
  },
} satisfies Record<string, FieldWords>;

export type PlaceFields = Record<keyof typeof fields, FieldWords>;
export const placeFields: PlaceFields = fields;
