import type { Locale } from '@/lib/i18n/locale';
import type { ReporterKind } from '@/lib/reports/kinds';
import type { SectionSlug } from '@/lib/reports/questionnaire';

/** Posted names and what is answered; several values for what may be answered several times. */
export type Answers = Record<string, string | readonly string[]>;
/** `file`: one is handed in on this page, where there is no JavaScript; evidence.spec tries the way with it. */
export type Leg = { slug: SectionSlug; answers: Answers; file?: true };
/** What one person tells, page by page in the order of the form. `text` stands in answers only and must turn up nowhere else. */
export type Story = { kind: ReporterKind; legs: readonly Leg[]; texts: readonly string[] };

const said = {
  ko: {
    narrative: '프놈펜 북쪽 회색 건물에 갇혀 있다고 했어요. 하루에 한 번만 전화를 받아요.',
    name: '홍가온',
    gist: '살려 달라고 작게 말하고 끊었어요',
    place: '붉은지붕단지',
    ad: '하루 두 시간 통역, 월 천이백만 원',
    reporter: '홍다온',
    met: '공항에서 검은 승합차가 기다렸어요',
    clothing: '초록 바람막이',
  },
  en: {
    narrative: 'Kept in a grey building north of Phnom Penh and answers one call a day',
    name: 'Gaon Honghwa',
    gist: 'whispered help and hung up',
    place: 'Redroof compound',
    ad: 'two hours of interpreting for twelve million a month',
    reporter: 'Daon Honghwa',
    met: 'a black van waited at the airport',
    clothing: 'green windbreaker',
  },
} as const;

/** Everything a family may tell: each kind of control at least once, and nothing that the law would make us drop. */
function family(locale: Locale): Story {
  const words = said[locale];
  return {
    kind: 'FAMILY',
    texts: [
      ...Object.values(words),
      '010-7777-3141',
      '@gaon_lost_3141',
      'daon3141@example.org',
      '110-777-314159',
    ],
    legs: [
      {
        slug: 'safety',
        answers: {
          device_safe: 'SAFE',
          can_talk: 'TEXT',
          contact_risk: 'SAFE',
          subject_aware: 'YES',
          subject_agrees: 'UNKNOWN',
        },
      },
      {
        slug: 'now',
        answers: {
          situation: 'CONFINED',
          harm_now: ['VIOLENCE', 'RANSOM'],
          control: ['PASSPORT', 'GUARDS'],
          narrative: words.narrative,
          people_count: '7',
          minors_present: 'UNKNOWN',
        },
      },
      {
        slug: 'person',
        answers: {
          name_ko: words.name,
          birth_year: '1999',
          birth_month: '4',
          sex: 'FEMALE',
          nationality: 'KR',
          relationship: 'SIBLING',
          subject_phones: ['010-7777-3141'],
          subject_handles: ['@gaon_lost_3141'],
          height_cm: '163',
          clothing: words.clothing,
          prior_reports: ['POLICE_112', 'EMBASSY'],
        },
      },
      {
        slug: 'place',
        answers: {
          country: 'KH',
          province: 'KH-12',
          site_name: words.place,
          site_kind: 'COMPOUND',
          last_contact_at_year: '2026',
          last_contact_at_month: '11',
          last_contact_at_day: '3',
          last_contact_at_time: '21:40',
          last_contact_how: 'TELEGRAM',
          last_contact_gist: words.gist,
          last_msg_signs: ['HELP'],
          departed_on_unknown: 'UNKNOWN',
          ticket_paid_by: 'RECRUITER',
          met_by: words.met,
        },
      },
      {
        slug: 'offer',
        answers: {
          first_contact_channel: 'TELEGRAM',
          ad_text: words.ad,
          promised_job: 'TRANSLATION',
          gave: ['PASSPORT_COPY'],
          decided: 'ALREADY_WENT',
        },
      },
      {
        slug: 'money',
        answers: { demanded: '3,000 USDT', money_method: 'CRYPTO', accounts: ['110-777-314159'] },
      },
      { slug: 'evidence', answers: {} },
      {
        slug: 'you',
        answers: {
          reporter_mode: 'NAMED',
          reporter_name: words.reporter,
          reporter_email: 'daon3141@example.org',
          K1: 'AGREE',
          K2: 'AGREE',
          K4: ['POLICE'],
          K5: 'AGREE',
        },
      },
    ],
  };
}

function inDanger(locale: Locale): Story {
  const narrative = {
    ko: '세 번째 층 창문 없는 방이에요. 여권을 빼앗겼어요.',
    en: 'A room without windows on the third floor; they took my passport',
  }[locale];
  return {
    kind: 'SELF_DANGER',
    texts: [narrative],
    legs: [
      {
        slug: 'now',
        answers: {
          situation: 'CONFINED',
          harm_now: ['VIOLENCE'],
          control: ['PASSPORT'],
          narrative,
          device_safe: 'MONITORED',
          can_talk: 'TEXT',
        },
      },
    ],
  };
}

/** The little that the other four kinds must say, with every optional page skipped. */
function shortly(locale: Locale): Story[] {
  const text = {
    ko: '비슷한 또래 여럿이 버스에서 내려 높은 담 안으로 들어갔어요',
    en: 'Several people of that age got off a bus and went behind a high wall',
  }[locale];
  return [
    {
      kind: 'WITNESS',
      texts: [text],
      legs: [
        { slug: 'safety', answers: { device_safe: 'SAFE' } },
        { slug: 'now', answers: { narrative: text } },
        { slug: 'place', answers: { country: 'KH', province: 'KH-18' } },
        { slug: 'evidence', answers: {} },
        { slug: 'you', answers: {} },
      ],
    },
    {
      kind: 'OFFER',
      texts: [text],
      legs: [
        { slug: 'safety', answers: {} },
        {
          slug: 'offer',
          answers: { first_contact_channel: 'KAKAO_OPEN', ad_text: text, gave: ['NONE'], decided: 'REFUSED' },
        },
        { slug: 'now', answers: {} },
        { slug: 'evidence', answers: {} },
        { slug: 'you', answers: { reporter_mode: 'ANONYMOUS' } },
      ],
    },
    {
      kind: 'RETURNEE',
      texts: [text],
      legs: [
        { slug: 'safety', answers: {} },
        {
          slug: 'place',
          answers: { stay_from_year: '2025', stay_from_month: '7', stay_to_unknown: 'UNKNOWN' },
        },
        { slug: 'now', answers: { situation: 'RETURNED', narrative: text } },
        { slug: 'offer', answers: {} },
        { slug: 'evidence', answers: {} },
        { slug: 'you', answers: {} },
      ],
    },
    {
      kind: 'PRO',
      texts: [text],
      legs: [
        { slug: 'safety', answers: {} },
        { slug: 'now', answers: { situation: 'SILENT', narrative: text } },
        { slug: 'person', answers: {} },
        { slug: 'place', answers: {} },
        { slug: 'offer', answers: {} },
        { slug: 'evidence', answers: {} },
        { slug: 'you', answers: { agency_reference: 'CASE-3141' } },
      ],
    },
  ];
}

/** The same story with a file handed in on the page for files. */
function withFile(story: Story): Story {
  const legs = story.legs.map((leg) => (leg.slug === 'evidence' ? { ...leg, file: true as const } : leg));
  return { ...story, legs };
}

export const stories = { family, inDanger, shortly, withFile };

/** A story's answers under their posted names, as a draft holds them. */
export function answersOf(story: Story): Record<string, string[]> {
  return Object.fromEntries(
    story.legs.flatMap(({ answers }) =>
      Object.entries(answers).map(([name, value]) => [name, [value].flat()]),
    ),
  );
}
