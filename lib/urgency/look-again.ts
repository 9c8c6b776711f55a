import { DAY, HOUR } from '@/lib/clock';
import { evaluate } from './evaluate';
import type { Facts } from './facts';
import { stepsAbove } from './levels';
import { limits } from './limits';
import { readDate } from './partial-date';

/** Before which dates, by how many hours, something begins to press. */
const COMES_CLOSE = [
  ['deadline', limits.soonHours],
  ['deadline', limits.nearHours],
  ['planned_departure', limits.soonHours],
] as const;

/** The moments at which a date in the answers may come to say more than it does now. */
function turningPoints({ answers, at }: Facts): Date[] {
  const ahead = COMES_CLOSE.flatMap(([field, hours]) => {
    const date = readDate(answers, field);
    return date ? date.earliest.getTime() - hours * HOUR : [];
  });
  const contact = readDate(answers, 'last_contact_at')?.earliest.getTime();
  // A moment after each full day: the last band begins over its day, not with it.
  const silence =
    contact === undefined
      ? []
      : [...limits.silenceBands, limits.longSilenceDays].map((days) => contact + days * DAY + 1);
  return [...new Set([...ahead, ...silence])]
    .filter((moment) => moment > at.getTime())
    .sort((one, other) => one - other)
    .map((moment) => new Date(moment));
}

/**
 * When the same answers will come to more than they do at `facts.at`, merely because time passes: another sign, more points or a more urgent
 * level. Null where they never will. What time takes away is not looked for: it never lowers.
 */
export function lookAgainAt(facts: Facts): Date | null {
  const moments = turningPoints(facts);
  if (moments.length === 0) return null;
  const before = evaluate(facts);
  const tells = (at: Date) => {
    const then = evaluate({ ...facts, at });
    const isNew = [...then.signs.keys()].some((sign) => !before.signs.has(sign));
    return isNew || then.points > before.points || stepsAbove(then.level, before.level) > 0;
  };
  return moments.find(tells) ?? null;
}
