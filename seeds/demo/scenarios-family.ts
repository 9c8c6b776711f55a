import { dateField, familyMinimum, momentField, type Scenario } from './scenario';

/** Reports by families and friends about people who do not exist. */
export const familyScenarios: readonly Scenario[] = [
  {
    number: 3,
    about: 'silent, ransom due in 48 hours, money asked for in the last message',
    kind: 'FAMILY',
    expected: 'U1',
    answers: (at) => ({
      ...familyMinimum,
      ...momentField('deadline', at, 48),
      ...momentField('last_contact_at', at, -20),
      name_ko: ['가나루'],
      birth_year: ['1999'],
      situation: ['SILENT'],
      harm_now: ['RANSOM'],
      last_contact_how: ['TELEGRAM'],
      last_msg_signs: ['MONEY'],
      demanded: ['2,000만 원 상당의 코인'],
      narrative: [
        '아들 텔레그램으로 모르는 사람이 연락해 와서 모레까지 위약금 2천만 원을 보내지 않으면 아들을 다른 곳에 넘기겠다고 합니다. 그 뒤로 아들과는 연락이 되지 않습니다.',
      ],
    }),
  },
  {
    number: 4,
    about: 'silent for 10 days after an offer with high pay',
    kind: 'FAMILY',
    expected: 'U3',
    answers: (at) => ({
      ...familyMinimum,
      ...dateField('last_contact_at', at, -10 * 24),
      relationship: ['SIBLING'],
      name_ko: ['다마루'],
      birth_year: ['1996'],
      situation: ['SILENT'],
      red_flags: ['HIGH_PAY'],
      promised_pay: ['월 1,000만 원'],
      narrative: [
        '동생이 월 천만 원을 준다는 일을 하러 캄보디아로 간다고 했고, 공항에 도착했다는 카카오톡을 끝으로 열흘째 답이 없습니다. 전화기는 꺼져 있습니다.',
      ],
    }),
  },
  {
    number: 5,
    about: 'silent for 2 days, no sign of a lure or distress',
    kind: 'FAMILY',
    expected: 'U4',
    answers: (at) => ({
      ...familyMinimum,
      ...dateField('last_contact_at', at, -2 * 24),
      relationship: ['FRIEND'],
      sex: ['FEMALE'],
      name_passport: ['NA DARAM'],
      birth_year: ['1992'],
      situation: ['SILENT'],
      last_msg_signs: ['NORMAL'],
      narrative: [
        'My friend is travelling alone in Phnom Penh. She usually writes every day, and I have heard nothing since the day before yesterday. Her last message was about a temple she had visited.',
      ],
    }),
  },
  {
    number: 6,
    about: 'silent for 2 days, under 18',
    kind: 'FAMILY',
    expected: 'U2',
    answers: (at) => ({
      ...familyMinimum,
      ...dateField('last_contact_at', at, -2 * 24),
      ...dateField('birth', at, -16 * 366 * 24),
      name_ko: ['라온누리'],
      situation: ['SILENT'],
      vulnerability: ['UNDER18'],
      K2: ['AGREE'],
      narrative: [
        '고등학생인 아이가 친구와 부산에 간다고 하고 나갔는데, 출국 기록이 있다고 합니다. 이틀째 연락이 되지 않습니다.',
      ],
    }),
  },
  {
    number: 11,
    about: 'held by local police',
    kind: 'FAMILY',
    expected: 'U3',
    answers: (at) => ({
      ...familyMinimum,
      ...dateField('last_contact_at', at, -24),
      relationship: ['SPOUSE'],
      name_ko: ['마바람'],
      birth_year: ['1990'],
      situation: ['DETAINED_POLICE'],
      prior_reports: ['CONSULAR_CALL_CENTRE'],
      last_contact_how: ['CALL'],
      narrative: [
        '현지 단속 때 함께 붙잡혀 이민국 수용시설에 있다고 어제 짧게 전화가 왔습니다. 언제 나올 수 있는지, 통역은 있는지 알고 싶습니다.',
      ],
    }),
  },
];
