import type { AppProcess } from './app-process';
import type { DatabaseProcess } from './database-process';

/**
 * One figure of security.md: what came out, what it has to be, and whether it is; null: it could not be measured here. `more`: lines for who has to
 * look into it.
 */
export type Figure = {
  what: string;
  value: string;
  bar: string;
  held: boolean | null;
  more?: readonly string[];
};

/** A part's server, database and how much to do: `long` as security.md says, otherwise as much as fits into `npm test`. */
export type Stage = { app: AppProcess; database: DatabaseProcess; directory: string; long: boolean };

export type Part = (stage: Stage) => Promise<Figure[]>;

/** A figure that has to be nothing: each of `found` is one too many. */
export function none(what: string, found: readonly string[]): Figure {
  return { what, value: String(found.length), bar: '0', held: found.length === 0, more: found.slice(0, 40) };
}

/** A figure that could not be measured, and why. */
export function unmeasured(what: string, why: string): Figure {
  return { what, value: why, bar: '0', held: null };
}
