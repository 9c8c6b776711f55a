import { HOUR } from '@/lib/clock';
import type { Answers, ReporterKind } from '@/lib/urgency/answers';
import type { Level } from '@/lib/urgency/levels';
import { seoulDate } from '@/lib/urgency/partial-date';

/** A made-up report whose level is agreed: the demo files it, and the tests hold urgency to it. */
export interface Scenario {
  /** Its number in the agreed list, 1 to 16. */
  readonly number: number;
  /** The deciding answers, in a few words. */
  readonly about: string;
  readonly kind: ReporterKind;
  readonly viaSos?: boolean;
  /** Posted field names and values; dates are told from the time of receipt. */
  readonly answers: (at: Date) => Answers;
  readonly expected: Level;
}

/** A date, some hours from `at`, as the form posts it (Seoul), without a time. */
export function dateField(name: string, at: Date, hours: number): Answers {
  const { year, month, day } = seoulDate(new Date(at.getTime() + hours * HOUR));
  return { [`${name}_year`]: [`${year}`], [`${name}_month`]: [`${month}`], [`${name}_day`]: [`${day}`] };
}

/** The same with hour and minute. */
export function momentField(name: string, at: Date, hours: number): Answers {
  const inSeoul = new Date(at.getTime() + (hours + 9) * HOUR).toISOString();
  return { ...dateField(name, at, hours), [`${name}_time`]: [inSeoul.slice(11, 16)] };
}

/** What a family is asked for at the least, for a person who does not exist. */
export const familyMinimum = {
  contact_risk: ['UNKNOWN'],
  relationship: ['PARENT'],
  sex: ['MALE'],
  prior_reports: ['NONE'],
  reporter_mode: ['CONFIDENTIAL'],
  K1: ['AGREE'],
} satisfies Answers;
