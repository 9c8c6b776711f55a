import { describe, expect, it } from 'vitest';
import { reportActWords } from '@/app/[locale]/staff/reports/[reference]/_parts/act-words';
import { readSeenReport, type SeenReport, writeSeenReport } from '@/lib/reports/seen-report';

const SEEN: SeenReport = { state: 'SCREENING', level: 'U3', part: 2 };

describe('what was seen of a report', () => {
  it('comes back from a form as it was', () => {
    expect(readSeenReport(writeSeenReport(SEEN))).toEqual(SEEN);
  });

  it.each([
    '',
    'SCREENING',
    'SCREENING.U3',
    'GONE.U3.2',
    'SCREENING.U9.2',
    'SCREENING.U3.-1',
    'SCREENING.U3.2.x',
  ])('is nothing when it was made up: %s', (text) => {
    expect(readSeenReport(text)).toBeNull();
  });
});

describe('the sentence of a conflict over the state', () => {
  const outcome = { form: 'state', problem: 'conflict', seen: 'SCREENING' };

  it.each(['ko', 'en'] as const)('names two states, or that the report says more (%s)', (locale) => {
    const moved = reportActWords(locale, outcome, 'ABUSE').problems.conflict;
    const more = reportActWords(locale, outcome, 'SCREENING').problems.conflict;
    expect(moved).toMatch(locale === 'ko' ? /보고 있던 상태/ : /You saw/);
    expect(more).toMatch(locale === 'ko' ? /새 내용이 들어왔거나/ : /Something was added/);
  });
});
