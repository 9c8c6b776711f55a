import { describe, expect, it } from 'vitest';
import type { Outcome } from '@/app/[locale]/staff/_desk/act-notice';
import { bothOf } from '@/app/[locale]/staff/reports/[reference]/facts/[section]/facts-place';
import { factsProblems } from '@/app/[locale]/staff/reports/[reference]/facts/[section]/facts-problems';
import { readFacts } from '@/lib/cases/report-facts/typed-facts';
import { facts } from '@/lib/i18n/en/desk-facts';
import { factQuestions, factSectionOf, factSections } from '@/lib/reports/desk/fact-questions';
import type { SectionAnswers } from '@/lib/reports/posted';
import type { SectionId } from '@/lib/reports/questionnaire';
import { reporterKinds } from '@/lib/urgency/answers';
import { candidates } from '@/lib/urgency/questions';
import { typedFacts } from '../support/recorded-facts';

const NOW = new Date('2025-10-10T03:00:00Z');

describe('where an answer to what is asked first is recorded', () => {
  it.each(reporterKinds)(
    '%s: each question has a page, and is in plain sight where it makes sense',
    (kind) => {
      for (const { field, kinds, when, gravest } of candidates) {
        if (!kinds.includes(kind)) continue;
        const section = factSectionOf(kind, field);
        expect([field, section !== undefined]).toEqual([field, true]);
        if (!section || when) continue;
        expect(gravest(NOW)).not.toEqual([]);
        const asked = factQuestions(kind, section, {}).find((one) => one.field.name === field);
        expect([field, asked?.reveal]).toEqual([field, false]);
      }
    },
  );
});

describe('the questions of the form for facts', () => {
  const shown = (section: SectionId, answers: SectionAnswers, name: string) =>
    factQuestions('FAMILY', section, answers).find(({ field }) => field.name === name)?.reveal;

  it('show what an earlier answer on the same page asks for, which does not stand in the form', () => {
    expect(shown('S1', {}, 'deadline')).toBe(true);
    expect(shown('S1', { harm_now: ['RANSOM'] }, 'deadline')).toBe(false);
    expect(shown('S3', { country: ['KH'] }, 'province')).toBe(false);
    expect(shown('S4', { decided: ['GOING'] }, 'planned_departure')).toBe(false);
    expect(shown('S4', { situation: ['ABOUT_TO_DEPART'] }, 'planned_departure')).toBe(false);
  });

  it('hold no file, no consent and nothing that only a device knows', () => {
    for (const kind of reporterKinds)
      for (const section of factSections(kind))
        for (const { field } of factQuestions(kind, section, {})) {
          expect(['file', 'consent', 'consents']).not.toContain(field.type);
          expect(field.name).not.toBe('accuracy_m');
        }
  });
});

describe('the form after it could not be taken', () => {
  it('hides no question that a known answer asks for, whatever was typed beside it', () => {
    const both = bothOf({ harm_now: ['RANSOM'] }, { harm_now: ['VIOLENCE'], people_count: ['many'] });
    expect(both).toEqual({ harm_now: ['RANSOM', 'VIOLENCE'], people_count: ['many'] });
    const deadline = factQuestions('FAMILY', 'S1', both).find(({ field }) => field.name === 'deadline');
    expect(deadline?.reveal).toBe(false);
  });

  it('says so where nothing of it could be kept, and nothing of another form', () => {
    const about = { kind: 'FAMILY', section: 'S3', typed: null, first: 'country' } as const;
    const problems = (outcome: Outcome) => factsProblems('en', { ...about, outcome });
    for (const problem of ['to-mend', 'lost'])
      expect(problems({ form: 'facts', problem })).toMatchObject([{ message: facts.problems.lost }]);
    expect(problems({ form: 'note', problem: 'empty' })).toEqual([]);
    expect(problems({ form: 'facts', problem: 'unknown' })).toEqual([]);
  });
});

describe('what staff typed', () => {
  it('is read with the moment at which they learned it', () => {
    expect(readFacts(typedFacts('S3', { city: ['바벳'] }), NOW)).toEqual({
      ...{ ok: true, source: 'REPORTER', confidence: 'MEDIUM', learnedAt: '2025-10-10T02:30:00.000Z' },
    });
  });

  it('demands nothing that the form demands of a reporter', () => {
    expect(readFacts(typedFacts('S2', { sex: ['MALE'] }), NOW)).toMatchObject({ ok: true });
  });

  it.each([
    ['no-longitude', { latitude: ['11.5'] }],
    ['no-latitude', { longitude: ['104.9'] }],
  ])('is no place by half: %s', (code, answers) => {
    expect(readFacts(typedFacts('S1', answers), NOW)).toMatchObject({ answers: [], others: [code] });
  });

  it('names everything that has to be mended at once', () => {
    const blank = { source: '', confidence: 'VERY', learnedAt: '' };
    expect(readFacts(typedFacts('S1', { people_count: ['many'] }, blank), NOW)).toMatchObject({
      ok: false,
      answers: [{ field: 'people_count', code: 'not-a-number' }],
      others: ['no-source', 'no-confidence', 'no-moment'],
    });
    expect(readFacts(typedFacts('S1', {}, { learnedAt: '2025-10-10 12:01' }), NOW)).toMatchObject({
      others: ['nothing', 'not-yet'],
    });
  });
});
