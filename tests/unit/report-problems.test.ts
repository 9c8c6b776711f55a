import { describe, expect, it } from 'vitest';
import type { SectionId } from '@/lib/reports/questionnaire';
import { checkSections, LONG_TEXT_LIMIT, problemCodes, TEXT_LIMIT } from '@/lib/reports/schema';

/** Half of a surrogate pair, a null byte, a replacement character: what broken encodings leave. */
const HALF = '\ud800';

/** section, posted answers, the problem: [control, code, limit] or none. */
type Row = [SectionId, Record<string, string[]>, [string, string, number?] | null];
const rows: Row[] = [
  ['S1', { situation: ['FLYING'] }, ['situation', 'unknown-code']],
  ['S1', { situation: ['confined'] }, ['situation', 'unknown-code']],
  ['S1', { situation: ['constructor'] }, ['situation', 'unknown-code']],
  ['S1', { situation: ['UNKNOWN'] }, null],
  ['S1', { situation: ['CONFINED', 'SILENT'] }, ['situation', 'too-many']],
  ['S1', { harm_now: ['VIOLENCE', 'MEDICAL'] }, null],
  ['S1', { harm_now: ['VIOLENCE', 'BOREDOM'] }, ['harm_now', 'unknown-code']],
  ['S1', { narrative: ['가'.repeat(LONG_TEXT_LIMIT)] }, null],
  ['S1', { narrative: ['😀'.repeat(LONG_TEXT_LIMIT)] }, null],
  ['S1', { narrative: ['가'.repeat(LONG_TEXT_LIMIT + 1)] }, ['narrative', 'too-long', LONG_TEXT_LIMIT]],
  ['S1', { narrative: ['x'.repeat(1_000_000)] }, ['narrative', 'too-long', LONG_TEXT_LIMIT]],
  ['S1', { narrative: ['한 번', '두 번'] }, ['narrative', 'too-many']],
  ['S1', { narrative: ['줄\n바꿈\r\n\t탭'] }, null],
  ['S1', { narrative: ['null\u0000byte'] }, ['narrative', 'unreadable']],
  ['S1', { narrative: ['\ufffd\ufffd'] }, ['narrative', 'unreadable']],
  ['S1', { narrative: [`half ${HALF}`] }, ['narrative', 'unreadable']],
  ['S1', { narrative: ['bell \u0007'] }, ['narrative', 'unreadable']],
  ['S1', { people_count: ['3'] }, null],
  ['S1', { people_count: ['３'] }, null],
  ['S1', { people_count: ['three'] }, ['people_count', 'not-a-number']],
  ['S1', { people_count: ['2.5'] }, ['people_count', 'not-a-number']],
  ['S1', { people_count: ['0'] }, null],
  ['S1', { people_count: ['10000'] }, ['people_count', 'out-of-range']],
  ['S1', { people_count: ['9'.repeat(400)] }, ['people_count', 'out-of-range']],
  ['S1', { latitude: ['-89.5'] }, null],
  ['S1', { latitude: ['11,5564'] }, null],
  ['S1', { latitude: ['−11.5'] }, null],
  ['S1', { latitude: ['90.01'] }, ['latitude', 'out-of-range']],
  ['S1', { latitude: ['1e1'] }, ['latitude', 'not-a-number']],
  ['S1', { longitude: ['-180.1'] }, ['longitude', 'out-of-range']],
  ['S1', { deadline_year: ['2025'], deadline_month: ['10'], deadline_day: ['31'] }, null],
  ['S1', { deadline_month: ['10'] }, ['deadline', 'year-missing']],
  ['S1', { deadline_time: ['10:00'] }, ['deadline', 'year-missing']],
  ['S1', { deadline_year: ['25'] }, ['deadline', 'not-a-date']],
  ['S1', { deadline_year: ['2025'], deadline_month: ['13'] }, ['deadline_month', 'not-a-date']],
  ['S1', { deadline_year: ['2025'], deadline_day: ['3'] }, ['deadline_month', 'not-a-date']],
  [
    'S1',
    { deadline_year: ['2025'], deadline_month: ['2'], deadline_day: ['29'] },
    ['deadline_day', 'not-a-date'],
  ],
  ['S1', { deadline_year: ['2024'], deadline_month: ['2'], deadline_day: ['29'] }, null],
  ['S1', { deadline_year: ['２０２５'], deadline_month: ['１０'] }, null],
  ['S1', { deadline_year: ['2025'], deadline_time: ['25:00'] }, ['deadline_time', 'not-a-time']],
  ['S1', { deadline_year: ['2025'], deadline_time: ['9:30'] }, null],
  ['S1', { deadline_unknown: ['UNKNOWN'] }, null],
  ['S2', { name_ko: ['가'.repeat(201)] }, ['name_ko', 'too-long', 200]],
  ['S2', { nationality: ['KR'] }, null],
  ['S2', { nationality: ['XX'] }, ['nationality', 'unknown-code']],
  ['S2', { birth_year: ['1850'] }, ['birth', 'not-a-date']],
  ['S2', { subject_phones: Array.from({ length: 20 }, () => '+855 0') }, null],
  ['S2', { subject_phones: Array.from({ length: 21 }, () => '+855 0') }, ['subject_phones', 'too-many', 20]],
  ['S2', { subject_phones: ['0'.repeat(501)] }, ['subject_phones', 'too-long', 500]],
  ['S3', { province: ['KH-99'] }, ['province', 'unknown-code']],
  ['S3', { city: ['x'.repeat(TEXT_LIMIT + 1)] }, ['city', 'too-long', TEXT_LIMIT]],
  ['S8', { K1: ['YES'] }, ['K1', 'unknown-code']],
  ['S8', { K4: ['POLICE', 'MOFA'] }, null],
  ['S8', { K4: ['EVERYBODY'] }, ['K4', 'unknown-code']],
];

describe('what is wrong with an answer', () => {
  it.each(rows.map(([section, answers, expected]) => ({ section, answers, expected })))(
    '$section $answers → $expected',
    ({ section, answers, expected }) => {
      const names = Object.keys(answers);
      const problems = checkSections('FAMILY', [section], answers).filter(({ field }) =>
        names.some((name) => name === field || name.startsWith(`${field}_`)),
      );
      const found = problems.map(({ control, code, limit }) =>
        limit === undefined ? [control, code] : [control, code, limit],
      );
      expect(found).toEqual(expected ? [expected] : []);
      for (const { code } of problems) expect(problemCodes).toContain(code);
    },
  );

  it('is listed all at once, in the order of the page', () => {
    const answers = { situation: ['X'], narrative: ['\u0000'], people_count: ['x'], deadline_month: ['1'] };
    expect(checkSections('SELF_DANGER', ['S1'], answers).map(({ field }) => field)).toEqual([
      'situation',
      'narrative',
      'deadline',
      'people_count',
    ]);
  });
});
