import { DAY, HOUR } from '@/lib/clock';
import { isAnswered, one } from './answers';
import { anyIn, codesIn, type Facts, joined, type Sources } from './facts';
import { limits } from './limits';
import { readDate, seoulDate } from './partial-date';

/** Whether the date may lie within so many hours from the moment at hand. What is not known of it counts for "yes". */
function mayFallWithin(facts: Facts, field: string, hours: number): boolean {
  const date = readDate(facts.answers, field);
  if (!date) return false;
  const at = facts.at.getTime();
  return date.earliest.getTime() <= at + hours * HOUR && date.latest.getTime() >= at - limits.pastDays * DAY;
}

/** A deadline within so many hours. */
export function deadlineWithin(facts: Facts, hours: number): Sources {
  return mayFallWithin(facts, 'deadline', hours) ? [{ field: 'deadline' }] : undefined;
}

/** Red flags, a promised job or a channel: someone was drawn in. */
export function lure({ answers, linkedLure }: Facts): Sources {
  return joined(
    anyIn(answers, 'red_flags'),
    anyIn(answers, 'promised_job'),
    anyIn(answers, 'first_contact_channel'),
    linkedLure ? [{ field: 'linked_report' }] : undefined,
  );
}

/**
 * About to fly into it: a departure or deadline within the window, with a lure or a decision to go. Someone who is
 * going and gives no date at all departs too, since unknown never lowers; a date beyond the window is known, and
 * does not. Situation ABOUT_TO_DEPART says the same as decided=GOING. Having refused ends it, unless the situation
 * says the opposite.
 */
export function departure(facts: Facts): Sources {
  const { answers } = facts;
  const going = joined(
    codesIn(answers, 'decided', ['GOING']),
    codesIn(answers, 'situation', ['ABOUT_TO_DEPART']),
  );
  if (!going && one(answers, 'decided') === 'REFUSED') return undefined;
  const dates = ['planned_departure', 'deadline'].filter((field) => readDate(answers, field));
  const soon = dates.filter((field) => mayFallWithin(facts, field, limits.soonHours));
  if (soon.length > 0) {
    const why = joined(going, lure(facts));
    return why && [...soon.map((field) => ({ field })), ...why];
  }
  return dates.length === 0 ? going : undefined;
}

/**
 * Days since the last contact, taking the longest that the date allows; undefined when the date is not known, or lies
 * too far ahead to be one.
 */
export function silentDays({ answers, at }: Facts): number | undefined {
  const date = readDate(answers, 'last_contact_at');
  if (!date) return undefined;
  const days = (at.getTime() - date.earliest.getTime()) / DAY;
  return days < -limits.aheadDays ? undefined : Math.max(days, 0);
}

/** A birth date that leaves room for being a minor on the day at hand; a birth after that day is no date. */
export function youngByBirth({ answers, at }: Facts): Sources {
  const birth = readDate(answers, 'birth');
  if (!birth || birth.earliest > at) return undefined;
  const today = seoulDate(at);
  const born = seoulDate(birth.latest);
  const hadBirthday = today.month > born.month || (today.month === born.month && today.day >= born.day);
  const age = today.year - born.year - (hadBirthday ? 0 : 1);
  return age < limits.adultAge ? birthSources(answers) : undefined;
}

function birthSources(answers: Facts['answers']): Sources {
  return ['birth_year', 'birth_month', 'birth_day']
    .filter((field) => isAnswered(answers, field))
    .map((field) => ({ field }));
}
