import { HOUR } from '@/lib/clock';
import { assessKept } from '@/lib/reports/assess-kept';
import type { Answers } from '@/lib/urgency/answers';
import { youngByBirth } from '@/lib/urgency/windows';

/** What urgency does not look at: words, names, contacts, who somebody is. */
const NOT_READ =
  /^(sex|province|relationship|prior_reports|reporter_|K\d|contact_risk|device_safe|subject_|name_|city|recruiter_handles|reach|demanded|location_source|last_contact_how|agency_reference|stay_|forced_tasks)/;
/** Of these it reads only that something was said. */
const WORDS = /^(narrative|ad_text|site_name|building|floor|landmark)/;
const DATE = /_(day|month|year)$/;
const known = new Map<string, ReturnType<typeof assessKept>>();
const MOST_KEPT = 50_000;

/**
 * The urgency of a made-up report. Urgency looks at codes and at how long ago things were: reports that differ in nothing else come to the
 * same, and are worked out once (tests/unit/assess-alike.test.ts holds this to what urgency itself says).
 */
export const assessAlike: typeof assessKept = (facts, typed, kept) => {
  const { kind, viaSos, at } = facts;
  const said: unknown[] = [];
  let dated = false;
  for (const [name, values] of Object.entries(typed)) {
    if (NOT_READ.test(name)) continue;
    const isDate = DATE.test(name);
    if (name === 'birth_year') said.push(name, youngByBirth({ kind, at, answers: typed }) !== undefined);
    else said.push(name, WORDS.test(name) ? '' : isDate ? ago(name, typed, at) : values);
    dated ||= isDate && name !== 'birth_year';
    if (!(name in kept)) said.push('left out');
  }
  const alike = JSON.stringify([kind, viaSos, dated ? hourInSeoul(at) : null, said]);
  const found = known.get(alike) ?? assessKept(facts, typed, kept);
  if (known.size < MOST_KEPT) known.set(alike, found);
  return found;
};

const hourInSeoul = (at: Date) => Math.floor((at.getTime() + 9 * HOUR) / HOUR) % 24;

/** Whole days between a date in the form and the report. */
function ago(name: string, typed: Answers, at: Date): number {
  const field = name.replace(DATE, '');
  const [year, month, day] = ['year', 'month', 'day'].map((part) =>
    Number(typed[`${field}_${part}`]?.[0] ?? 1),
  );
  return (
    Math.floor((at.getTime() + 9 * HOUR) / (24 * HOUR)) -
    Date.UTC(year ?? 1, (month ?? 1) - 1, day) / (24 * HOUR)
  );
}
