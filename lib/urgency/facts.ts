import { type Answers, has, type ReporterKind, said } from './answers';

/** Everything that urgency is worked out from. */
export interface Facts {
  readonly kind: ReporterKind;
  readonly answers: Answers;
  /** The moment that all windows count from: receipt, and later whenever it is worked out again (look-again.ts says when that is due). */
  readonly at: Date;
  /** The report came through the plain emergency page. */
  readonly viaSos?: boolean;
  /** Another report of the same case (RETURNEE or OFFER) tells of a lure. */
  readonly linkedLure?: boolean;
}

/** An answer that something rests on. Without a code it is the field as such: a date, a text, or its absence. */
export interface Source {
  readonly field: string;
  readonly code?: string;
}

/** Sources, or undefined when there is nothing to point at. */
export type Sources = readonly Source[] | undefined;

/** The named codes that the field holds, as sources. */
export function codesIn(answers: Answers, field: string, codes: readonly string[]): Sources {
  const found = codes.filter((code) => has(answers, field, code)).map((code) => ({ field, code }));
  return found.length > 0 ? found : undefined;
}

/** Everything that the field says for certain, as sources. */
export function anyIn(answers: Answers, field: string): Sources {
  const found = said(answers, field).map((code) => ({ field, code }));
  return found.length > 0 ? found : undefined;
}

/** All sources of several readings together, or undefined when none has any. */
export function joined(...readings: readonly Sources[]): Sources {
  const found = readings.flatMap((sources) => sources ?? []);
  return found.length > 0 ? found : undefined;
}
