import { describe, expect, it } from 'vitest';
import { type ConsequenceCode, consequencesOf, consequencesOn } from '@/lib/reports/consequences';
import type { Answers, ReporterKind } from '@/lib/urgency/answers';

const at = new Date('2025-10-10T03:00:00Z');

type Row = [ReporterKind, Answers, [ConsequenceCode, ...string[]][]];
const rows: Row[] = [
  ['FAMILY', {}, []],
  ['FAMILY', { situation: ['ABOUT_TO_DEPART'] }, [['BEFORE_YOU_FLY', 'situation']]],
  ['OFFER', { decided: ['GOING'] }, [['BEFORE_YOU_FLY', 'decided']]],
  [
    'PRO',
    { decided: ['GOING'], situation: ['ABOUT_TO_DEPART'] },
    [['BEFORE_YOU_FLY', 'situation', 'decided']],
  ],
  ['OFFER', { decided: ['REFUSED'], situation: ['OFFER_ONLY'] }, []],
  ['OFFER', { decided: ['UNSURE'] }, []],
  ['FAMILY', { contact_risk: ['RISKY'] }, [['DO_NOT_CONTACT', 'contact_risk']]],
  ['FAMILY', { contact_risk: ['UNKNOWN'] }, []],
  ['FAMILY', { vulnerability: ['UNDER18', 'DISABILITY'] }, [['CHILD_PROTECTION', 'vulnerability']]],
  ['WITNESS', { minors_present: ['YES'] }, [['CHILD_PROTECTION', 'minors_present']]],
  ['WITNESS', { minors_present: ['UNKNOWN'] }, []],
  ['FAMILY', { birth_year: ['2010'] }, [['CHILD_PROTECTION', 'birth']]],
  // 18 on the day itself; the day before, or a year that leaves room, still a minor.
  ['FAMILY', { birth_year: ['2007'], birth_month: ['10'], birth_day: ['10'] }, []],
  [
    'FAMILY',
    { birth_year: ['2007'], birth_month: ['10'], birth_day: ['11'] },
    [['CHILD_PROTECTION', 'birth']],
  ],
  ['FAMILY', { birth_year: ['2007'] }, [['CHILD_PROTECTION', 'birth']]],
  ['FAMILY', { birth_year: ['2006'] }, []],
  ['FAMILY', { birth_unknown: ['UNKNOWN'] }, []],
  ['FAMILY', { birth_year: ['many'] }, []],
  ['SELF_DANGER', { device_safe: ['MONITORED'] }, [['MAILBOX_ONLY', 'device_safe']]],
  ['SELF_DANGER', { device_safe: ['SHARED'] }, []],
  [
    'FAMILY',
    { device_safe: ['MONITORED'], contact_risk: ['RISKY'], vulnerability: ['UNDER18'], decided: ['GOING'] },
    [
      ['CHILD_PROTECTION', 'vulnerability'],
      ['BEFORE_YOU_FLY', 'decided'],
      ['DO_NOT_CONTACT', 'contact_risk'],
      ['MAILBOX_ONLY', 'device_safe'],
    ],
  ],
];

describe('what follows from answers', () => {
  it.each(rows.map(([kind, answers, expected]) => ({ kind, answers, expected })))(
    '$kind $answers → $expected',
    ({ kind, answers, expected }) => {
      const found = consequencesOf({ kind, answers, at }).map(({ code, fields }) => [code, ...fields]);
      expect(found).toEqual(expected);
    },
  );
});

describe('where it is told', () => {
  const told = (kind: ReporterKind, answers: Answers, slug: Parameters<typeof consequencesOn>[1]) =>
    consequencesOn({ kind, answers, at }, slug).map(({ code }) => code);

  it.each([
    ['FAMILY', { contact_risk: ['RISKY'] }, 'safety', []],
    ['FAMILY', { contact_risk: ['RISKY'] }, 'now', ['DO_NOT_CONTACT']],
    ['FAMILY', { contact_risk: ['RISKY'] }, 'person', []],
    ['FAMILY', { situation: ['ABOUT_TO_DEPART'] }, 'person', ['BEFORE_YOU_FLY']],
    ['FAMILY', { decided: ['GOING'] }, 'evidence', ['BEFORE_YOU_FLY']],
    ['OFFER', { decided: ['GOING'] }, 'now', ['BEFORE_YOU_FLY']],
    ['FAMILY', { vulnerability: ['UNDER18'] }, 'place', ['CHILD_PROTECTION']],
    ['FAMILY', { device_safe: ['MONITORED'] }, 'you', ['MAILBOX_ONLY']],
    ['FAMILY', { device_safe: ['MONITORED'] }, 'now', ['MAILBOX_ONLY']],
    ['SELF_DANGER', { situation: ['ABOUT_TO_DEPART'] }, 'check', ['BEFORE_YOU_FLY']],
    ['SELF_DANGER', { device_safe: ['MONITORED'] }, 'you', ['MAILBOX_ONLY']],
    [
      'FAMILY',
      { contact_risk: ['RISKY'], decided: ['GOING'] },
      'check',
      ['BEFORE_YOU_FLY', 'DO_NOT_CONTACT'],
    ],
  ] as const)('%s %j on %s: %j', (kind, answers, slug, expected) => {
    expect(told(kind, answers, slug)).toEqual(expected);
  });
});
