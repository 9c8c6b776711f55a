import { describe, expect, it } from 'vitest';
import { recordConsents } from '@/lib/reports/consents';
import { mergeParts, type Part } from '@/lib/reports/merge-parts';
import type { SectionAnswers } from '@/lib/reports/posted';
import type { SectionId } from '@/lib/reports/questionnaire';

const at = (part: number) => new Date(Date.UTC(2025, 9, 10 + part));
/** The parts of a report, in the order in which they came. */
const merged = (section: SectionId, ...told: SectionAnswers[]) =>
  mergeParts(told.map((answers, part) => ({ section, part, addedAt: at(part), answers })));

describe('"do not know" that is added', () => {
  it('takes no single value back that is known, and nothing is said to have been before', () => {
    const known = { situation: ['CONFINED'], minors_present: ['YES'] };
    const unsure = { situation: ['UNKNOWN'], minors_present: ['UNKNOWN'] };
    expect(merged('S1', known, unsure)).toEqual({ answers: known, earlier: [] });
    expect(merged('S3', { country: ['KH'] }, { country: ['UNKNOWN'] }).answers).toEqual({ country: ['KH'] });
  });

  it('takes no date back', () => {
    const known = { birth_year: ['2001'], birth_month: ['4'] };
    expect(merged('S2', known, { birth_unknown: ['UNKNOWN'] })).toEqual({ answers: known, earlier: [] });
  });

  it('gives way to what is known later, which takes its date', () => {
    expect(
      merged('S1', { situation: ['UNKNOWN'] }, { situation: ['CONFINED'] }, { situation: ['UNKNOWN'] }),
    ).toEqual({
      answers: { situation: ['CONFINED'] },
      earlier: [{ name: 'situation', answers: { situation: ['UNKNOWN'] }, at: at(0) }],
    });
    const earlier = merged('S3', { city: ['A'] }, { city: ['UNKNOWN'] }, { city: ['B'] }).earlier;
    expect(earlier).toEqual([{ name: 'city', answers: { city: ['A'] }, at: at(0) }]);
  });

  it('is another thing than a consent that is no longer given', () => {
    const choices: SectionAnswers[] = [{ K1: ['AGREE'] }, {}];
    const chosen = choices.map((answers, part): Part => {
      const consents = recordConsents('FAMILY', answers, 'ko');
      return { section: 'S8', part, addedAt: at(part), answers, consents };
    });
    expect(mergeParts(chosen).answers.K1).toBeUndefined();
  });

  it('is another thing than that nobody can be reached', () => {
    const { answers } = merged('S0', { can_talk: ['VOICE'] }, { can_talk: ['NONE'] });
    expect(answers).toEqual({ can_talk: ['NONE'] });
  });
});

describe('a place that is added', () => {
  const phone = { latitude: ['11.5'], longitude: ['104.9'], accuracy_m: ['12'] };

  it('is as exact as it says itself, not as the one before', () => {
    const { answers, earlier } = merged('S1', phone, { latitude: ['10.6'], longitude: ['103.5'] });
    expect(answers).toEqual({ latitude: ['10.6'], longitude: ['103.5'] });
    expect(earlier).toContainEqual({ name: 'accuracy_m', answers: { accuracy_m: ['12'] }, at: at(0) });
    const exact = { latitude: ['10.6'], longitude: ['103.5'], accuracy_m: ['30'] };
    expect(merged('S1', phone, exact).answers).toEqual(exact);
  });

  const halves: SectionAnswers[] = [
    { latitude: ['10.6'] },
    { longitude: ['103.5'] },
    { accuracy_m: ['900'] },
  ];
  it.each(halves)('by half changes nothing of a whole one: %o', (half) => {
    expect(merged('S1', phone, half)).toEqual({ answers: phone, earlier: [] });
  });

  it('by half is kept while no whole one is known', () => {
    expect(merged('S1', { latitude: ['11.5'] }, { longitude: ['104.9'] }).answers).toEqual({
      ...{ latitude: ['11.5'], longitude: ['104.9'] },
    });
  });
});
