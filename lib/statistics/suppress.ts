/** Published counts are multiples of this, and below it nothing is said. Every shown count then stands for five possible ones or more. */
export const BASE = 5;

/** A count as it is published: a multiple of BASE, or null, "fewer than 5", which nobody at all is too. */
export type Shown = number | null;

/** The counts that a published cell can stand for, both ends included. */
export type Range = { readonly low: number; readonly high: number };

const down = (count: number) => Math.floor(count / BASE) * BASE;
const up = (count: number) => Math.ceil(count / BASE) * BASE;

/**
 * What is published of a count, given what was published of the same cell before. A cell stays as it is until the count has moved by BASE or
 * more from what is shown, so that comparing two publications never shows fewer than that. Then it is rounded towards what was shown: rounded
 * the other way, a count that fell from 6 to 5 would be known exactly. A cell that was shown once is never hidden again, because that
 * would say that it has become empty.
 */
export function show(count: number, before: Shown): Shown {
  if (before === null) return count < BASE ? null : down(count);
  if (count >= before + BASE) return down(count);
  if (count <= before - BASE) return Math.max(BASE, up(count));
  return before;
}

/**
 * What anybody who knows this file can tell about a cell from two publications of it. `noneLeft`: that person believes, rightly or not, that
 * no report has left the cell since, so that a count never falls.
 */
export function rangeOf(shown: Shown, before: Shown, noneLeft = false): Range {
  if (shown === null) return { low: 0, high: BASE - 1 };
  const least = (low: number) => (shown === BASE ? 0 : low);
  if (before === null || shown > before || (noneLeft && shown === before))
    return { low: shown, high: shown + BASE - 1 };
  if (shown < before) return { low: least(shown - BASE + 1), high: shown };
  return { low: least(shown - BASE + 1), high: shown + BASE - 1 };
}
