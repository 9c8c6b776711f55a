import { type Answers, isAnswered } from './answers';
import { evaluate } from './evaluate';
import type { Facts } from './facts';
import { type Level, stepsAbove } from './levels';
import { readDate } from './partial-date';
import { type Candidate, candidates } from './questions';

/** A missing answer worth asking for. */
export interface Ask {
  readonly field: string;
  /** The most points that an answer could add. */
  readonly couldAdd: number;
  /** The most urgent level that an answer could bring, when that is more urgent than the present one. */
  readonly couldReach?: Level;
}

function isMissing(answers: Answers, { field, date }: Candidate): boolean {
  return date ? readDate(answers, field) === undefined : !isAnswered(answers, field);
}

const isAsked = (facts: Facts) => (candidate: Candidate) =>
  candidate.kinds.includes(facts.kind) &&
  (candidate.when?.(facts.answers) ?? true) &&
  isMissing(facts.answers, candidate);

/**
 * What to ask first: each missing answer is tried with the gravest things that it could say, and ranked by the points
 * that would add, then by the steps of urgency, then in the order of the table. Answers that could change nothing are
 * left out.
 */
export function askFirst(facts: Facts): readonly Ask[] {
  const now = evaluate(facts);
  return candidates
    .filter(isAsked(facts))
    .map(({ field, gravest }) => {
      const tried = gravest(facts.at).map((answer) =>
        evaluate({ ...facts, answers: { ...facts.answers, ...answer } }),
      );
      const couldAdd = Math.max(0, ...tried.map(({ points }) => points - now.points));
      const best = tried.reduce(
        (level, other) => (stepsAbove(other.level, level) > 0 ? other.level : level),
        now.level as Level,
      );
      return { field, couldAdd, steps: stepsAbove(best, now.level), best };
    })
    .filter(({ couldAdd, steps }) => couldAdd > 0 || steps > 0)
    .sort((one, other) => other.couldAdd - one.couldAdd || other.steps - one.steps)
    .map(({ field, couldAdd, steps, best }) =>
      steps > 0 ? { field, couldAdd, couldReach: best } : { field, couldAdd },
    );
}
