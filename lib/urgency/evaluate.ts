import type { Facts } from './facts';
import { type Decision, decide } from './gates';
import { type Line, scoreLines, totalPoints } from './points';
import { readSigns, type Signs } from './signs';

/** Level and points, without what follows from them. */
export interface Evaluation extends Decision {
  readonly signs: Signs;
  readonly lines: readonly Line[];
  readonly points: number;
}

/** Gates first, then points: the second never reaches into the first. */
export function evaluate(facts: Facts): Evaluation {
  const signs = readSigns(facts);
  const lines = scoreLines(facts, signs);
  return { ...decide(signs), signs, lines, points: totalPoints(lines) };
}
