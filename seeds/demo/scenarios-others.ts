import { dateField, type Scenario } from './scenario';

/** Reports by people with an offer, returnees and witnesses. Sites, handles and addresses are made up. */
export const otherScenarios: readonly Scenario[] = [
  {
    number: 7,
    about: 'going, flies tomorrow on a ticket that was paid for',
    kind: 'OFFER',
    expected: 'U2',
    answers: (at) => ({
      ...dateField('planned_departure', at, 24),
      first_contact_channel: ['TELEGRAM'],
      recruiter_handles: ['@example_hr_manager'],
      promised_job: ['CHAT'],
      red_flags: ['FREE_TICKET'],
      gave: ['NONE'],
      decided: ['GOING'],
      ad_text: ['해외 채팅 상담원 모집, 숙식·항공권 제공, 경력 무관, 당일 출국 가능'],
    }),
  },
  {
    number: 8,
    about: 'refused, but gave a copy of the passport',
    kind: 'OFFER',
    expected: 'U4',
    answers: () => ({
      first_contact_channel: ['KAKAO_OPEN'],
      ad_text: ['캄보디아 사무직, 월 700만 원 보장, 여권 사본 먼저 보내 주세요'],
      red_flags: ['PASSPORT_FIRST'],
      gave: ['PASSPORT_COPY'],
      decided: ['REFUSED'],
    }),
  },
  {
    number: 9,
    about: 'refused, gave nothing, knows the advertisement',
    kind: 'OFFER',
    expected: 'U5',
    answers: () => ({
      first_contact_channel: ['JOBSITE'],
      ad_urls: ['https://jobs.example.com/ads/10482'],
      gave: ['NONE'],
      decided: ['REFUSED'],
    }),
  },
  {
    number: 10,
    about: 'came back, was forced to defraud, names the site',
    kind: 'RETURNEE',
    expected: 'U4',
    answers: (at) => ({
      ...dateField('stay_from', at, -200 * 24),
      ...dateField('stay_to', at, -60 * 24),
      situation: ['RETURNED'],
      control: ['FORCED_CRIME'],
      country: ['KH'],
      site_name: ['은하수 타운 (가상)'],
      site_kind: ['COMPOUND'],
      narrative: [
        '넉 달 동안 그곳에서 시키는 대로 메시지를 보냈습니다. 두 달 전에 귀국했고, 아직 남아 있는 사람들이 걱정되어 장소를 알립니다.',
      ],
    }),
  },
  {
    number: 13,
    about: 'saw someone held and beaten, knows building and floor',
    kind: 'WITNESS',
    expected: 'U1',
    answers: () => ({
      contact_risk: ['RISKY'],
      situation: ['CONFINED'],
      harm_now: ['VIOLENCE'],
      country: ['KH'],
      building: ['B동'],
      floor: ['4'],
      location_source: ['SUBJECT_SAID'],
      narrative: [
        'I deliver food to this building. On the fourth floor of block B I saw two young men with bruised faces behind a locked grille. One of them said "Korea, help" to me.',
      ],
    }),
  },
  {
    number: 15,
    about: 'heard a death threat, place not known',
    kind: 'WITNESS',
    expected: 'U1',
    answers: () => ({
      contact_risk: ['UNKNOWN'],
      harm_now: ['DEATH_THREAT'],
      country: ['UNKNOWN'],
      narrative: [
        '온라인 게임에서 알게 된 사람이 음성 채팅 중에 한국말로 “도망치면 죽인다”는 고함을 들려줬고 바로 끊겼습니다. 어디에 있는지는 모릅니다.',
      ],
    }),
  },
];
