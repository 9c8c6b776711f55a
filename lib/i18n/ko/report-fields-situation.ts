import type { FieldWords } from '../by-kind';

/** Whether contact is safe, what is happening, and who the person is. */
const fields = {
  device_safe: {
    label: '지금 쓰는 기기는 안전한가요?',
    hint: '누가 들여다보거나 검사한다면 ‘감시당하고 있음’을 골라 주세요. 그러면 연락받을 전화번호와 이메일은 묻지 않을게요.',
    short: '기기 안전',
  },
  can_talk: {
    label: {
      any: '그 사람과 지금 연락할 수 있나요?',
      SELF_DANGER: '지금 연락을 받을 수 있나요?',
      FAMILY: '가족·친구와 지금 연락할 수 있나요?',
      PRO: '대상자와 지금 연락할 수 있나요?',
    },
    hint: '들키지 않고 연락할 수 있는 쪽으로 골라 주세요.',
    short: '연락 가능 여부',
  },
  contact_risk: {
    label: {
      any: '그 사람에게 연락해도 안전한가요?',
      FAMILY: '가족·친구에게 연락해도 안전한가요?',
      PRO: '대상자에게 연락해도 안전한가요?',
    },
    hint: '‘연락하면 위험’을 고르면 담당자가 이 표시를 풀기 전까지는 아무것도 보내지 않고, 진행 상황 화면에 메시지도 남기지 않아요. 그동안에도 접수 확인 코드로 들어와 메시지를 남길 수 있어요.',
    why: '잘못 연락했다가 그 사람이 더 위험해지지 않게 하려고 여쭤봐요.',
    short: '연락해도 되는지',
  },
  subject_aware: {
    label: {
      any: '신고하는 걸 그 사람도 알고 있나요?',
      FAMILY: '신고하는 걸 가족·친구도 알고 있나요?',
      PRO: '신고하는 것을 대상자도 알고 있나요?',
    },
    hint: '몰라도 신고할 수 있어요.',
    why: '그 사람과 이야기하게 될 때 신고 이야기를 꺼내도 되는지 알기 위해서예요.',
    short: '신고 사실을 아는지',
  },
  subject_agrees: {
    label: {
      any: '알고 있다면, 신고해도 좋다고 했나요?',
      PRO: '알고 있다면, 신고에 동의했나요?',
    },
    short: '신고 동의',
  },
  situation: {
    label: {
      any: '지금 어떤 상황인가요?',
      FAMILY: '가족·친구는 지금 어떤 상황인가요?',
      WITNESS: '그 사람은 지금 어떤 상황인가요?',
      PRO: '대상자는 지금 어떤 상황인가요?',
    },
    hint: {
      any: '가장 비슷한 것을 하나만 골라 주세요.',
      RETURNEE: '한국에 돌아왔다면 ‘귀국함’을 골라 주세요. 현지에서 겪은 일은 바로 아래에서 여쭤볼게요.',
    },
    short: '지금 상황',
  },
  harm_now: {
    label: {
      any: '이런 일이 있나요?',
      SELF_DANGER: '지금 겪고 있는 일이 있나요?',
      FAMILY: '가족·친구가 겪고 있는 일 중에 아는 것이 있나요?',
      WITNESS: '보거나 들은 일이 있나요?',
      RETURNEE: '현지에서 겪은 일이 있나요?',
      PRO: '대상자가 겪고 있는 일이 있나요?',
    },
    hint: '해당하는 것을 모두 골라 주세요.',
    why: '얼마나 급한지, 무엇부터 해야 할지 정하는 데 쓰여요.',
    short: '겪고 있는 일',
  },
  control: {
    label: {
      any: '나가지 못하게 막거나 억지로 시키는 것이 있나요?',
      RETURNEE: '현지에서 나가지 못하게 막거나 억지로 시킨 것이 있나요?',
    },
    hint: '아는 것을 모두 골라 주세요.',
    short: '통제와 강요',
  },
  narrative: {
    label: {
      any: '무슨 일인지 적어 주세요',
      FAMILY: '무슨 일이 있었는지 적어 주세요',
      WITNESS: '보거나 들은 일을 적어 주세요',
      OFFER: '더 하고 싶은 이야기가 있으면 적어 주세요',
      RETURNEE: '현지에서 있었던 일을 적어 주세요',
    },
    hint: {
      any: '아는 만큼만 적어 주세요.',
      SELF_DANGER: '한 줄이면 돼요. 어디인지, 몇 명인지, 무엇이 급한지 아는 만큼만요.',
      FAMILY: '언제부터 이상했는지, 마지막에 뭐라고 했는지, 무엇이 걱정되는지 떠오르는 대로 적어 주세요.',
      WITNESS: '언제 어디서 누가 있었는지, 아는 만큼만 적어 주세요.',
      RETURNEE: '하고 싶은 이야기만 적으면 돼요. 남이 시켜서 한 일은 여기에 적지 않아도 돼요.',
    },
    short: '있었던 일',
  },
  deadline: {
    label: '상대가 정한 기한이나 예정된 날짜가 있나요?',
    hint: '돈을 보내라고 한 날, 다른 곳으로 옮긴다고 한 날, 출국하는 날 같은 것이에요. 한국 시각으로 적어 주세요.',
    short: '기한',
  },
  people_count: {
    label: { any: '위험에 놓인 사람은 몇 명인가요?', SELF_DANGER: '거기 함께 있는 사람은 몇 명인가요?' },
    hint: { any: '어림잡아 적어도 돼요.', SELF_DANGER: '본인까지 세어 주세요. 어림잡아 적어도 돼요.' },
    short: '인원',
  },
  minors_present: {
    label: '그중에 만 18세가 안 된 사람도 있나요?',
    why: '아이나 청소년이 있으면 더 급하게 살피고, 아동 보호를 맡은 곳에 넘길지 판단해요.',
    short: '미성년자 여부',
  },
  latitude: { label: '위도', hint: '지도 앱에 나오는 숫자예요. 예: 10.6093', short: '위도' },
  longitude: { label: '경도', hint: '예: 103.5296', short: '경도' },
  accuracy_m: { label: '위치 오차(미터)', short: '위치 오차(미터)' },
  name_ko: { label: { any: '이름', SELF_DANGER: '내 이름' }, short: '이름' },
  name_passport: { label: '여권에 적힌 영문 이름', hint: '예: HONG GILDONG', short: '영문 이름' },
  alias: {
    label: '별명이나 다른 이름',
    hint: '현지나 온라인에서 쓰는 이름도 좋아요.',
    short: '별명·다른 이름',
  },
  birth: {
    label: '태어난 날',
    hint: {
      any: '연도만 적어도 돼요. 나이만 안다면 어림잡아 적어 주세요.',
      SELF_DANGER: '연도만 적어도 돼요.',
    },
    why: '이름이 같은 다른 사람과 헷갈리지 않고, 미성년자라면 먼저 보호하기 위해서예요.',
    short: '생년월일',
  },
  sex: { label: '성별', why: '사람을 찾을 때 쓰는 기본 정보예요. 급한 정도와는 상관없어요.', short: '성별' },
  nationality: {
    label: '국적',
    why: '어느 나라 대사관이 도울 수 있는지 알기 위해서예요. 급한 정도와는 상관없어요.',
    short: '국적',
  },
  relationship: {
    label: '그 사람과 어떤 사이인가요?',
    hint: {
      any: '신고하는 분이 누구인지 골라 주세요. 아들이나 딸을 찾고 있다면 ‘부모’예요.',
      PRO: '해당하지 않으면 비워 두세요.',
    },
    short: '관계',
  },
  subject_phones: {
    label: {
      any: '그 사람의 전화번호',
      SELF_DANGER: '내 전화번호',
      FAMILY: '가족·친구의 전화번호',
      PRO: '대상자의 전화번호',
    },
    hint: '한국 번호도 현지 번호도 좋아요.',
    item: '전화번호',
    short: '전화번호',
  },
  subject_handles: {
    label: {
      any: '그 사람이 쓰는 메신저·소셜미디어 아이디',
      SELF_DANGER: '내 메신저·소셜미디어 아이디',
      FAMILY: '가족·친구가 쓰는 메신저·소셜미디어 아이디',
      PRO: '대상자가 쓰는 메신저·소셜미디어 아이디',
    },
    hint: '어느 서비스인지도 함께 적어 주세요. 예: 텔레그램 @gildong',
    item: '아이디',
    short: '메신저·소셜미디어',
  },
  subject_photo: {
    label: {
      any: '얼굴이 보이는 최근 사진',
      SELF_DANGER: '내 얼굴이 보이는 최근 사진',
    },
    hint: '최근에 찍은 것일수록 좋아요.',
    why: '찾은 사람이 맞는지 알아보는 데 가장 도움이 돼요.',
    short: '얼굴 사진',
  },
  vulnerability: {
    label: '특별히 살펴야 할 사정이 있나요?',
    hint: '약이나 치료처럼 급히 챙겨야 할 것을 알 수 있어요. 해당하는 것을 모두 골라 주세요.',
    short: '살펴야 할 사정',
  },
  height_cm: { label: '키(센티미터)', hint: '어림잡아 적어도 돼요. 예: 175', short: '키(센티미터)' },
  build: { label: '체격', hint: '예: 마른 편', short: '체격' },
  hair: { label: '머리 모양', hint: '예: 짧은 검은 머리', short: '머리 모양' },
  marks: { label: '알아볼 수 있는 특징', hint: '점, 흉터, 문신, 안경 같은 것이에요.', short: '신체 특징' },
  clothing: { label: '마지막에 입고 있던 옷', short: '옷차림' },
  prior_reports: {
    label: '이미 신고한 곳이 있나요?',
    hint: '다른 곳에 신고했어도 여기에 또 신고할 수 있어요. 같은 일을 알린 신고끼리 맞춰 보려고 여쭤봐요.',
    short: '다른 곳에 한 신고',
  },
  prior_report_numbers: {
    label: '그곳에서 받은 접수번호나 사건번호',
    hint: '여러 개면 쉼표로 나눠 적어 주세요.',
    short: '다른 곳 접수번호',
  },
} satisfies Record<string, FieldWords>;

export type SituationFields = Record<keyof typeof fields, FieldWords>;
export const situationFields: SituationFields = fields;
