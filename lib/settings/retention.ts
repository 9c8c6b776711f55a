import { DAY } from '@/lib/clock';

/** What is kept for a time that an administrator sets. What each is, and how it goes, is told in docs/retention.md. */
export const RETENTION_CLASSES = [
  'WITHDRAWN',
  'OUT_OF_SCOPE',
  'ABUSE',
  'INTEL_ONLY',
  'CASE_UNFOUNDED',
  'CASE_ENDED',
  'CASE_DORMANT',
  'REFUSED',
  'TOLD',
  'NOTICES',
  'SESSIONS',
] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];
export type RetentionDays = Readonly<Record<RetentionClass, number>>;

/** Days [J], and between which they may be set: a year for who has to prove something, never for ever. */
export const RETENTION_BOUNDS: Readonly<
  Record<RetentionClass, { usual: number; least: number; most: number }>
> = {
  /** A report that was withdrawn, from then on. */
  WITHDRAWN: { usual: 30, least: 7, most: 180 },
  OUT_OF_SCOPE: { usual: 90, least: 30, most: 365 },
  ABUSE: { usual: 90, least: 30, most: 365 },
  INTEL_ONLY: { usual: 365, least: 90, most: 1_825 },
  /** A case with its reports and people, from its closing: nobody was in need, or nobody could be made out. */
  CASE_UNFOUNDED: { usual: 365, least: 90, most: 1_825 },
  CASE_ENDED: { usual: 1_095, least: 365, most: 3_650 },
  /** Somebody is still missing, or died. */
  CASE_DORMANT: { usual: 3_650, least: 1_825, most: 7_300 },
  /** Values that a granted change of consent no longer lets be used. */
  REFUSED: { usual: 30, least: 7, most: 90 },
  /** How long the holder of an erased report's code is told that it was erased. */
  TOLD: { usual: 90, least: 30, most: 365 },
  NOTICES: { usual: 90, least: 30, most: 365 },
  /** Sessions and invitations of staff, from their end. */
  SESSIONS: { usual: 90, least: 30, most: 365 },
};

/** A shorter period takes effect this long after it was saved [J], so that a slip, or a stolen account, erases nothing at once. */
export const SHORTENED_AFTER = 7 * DAY;

/** What is stored: the days as set, and of those that were shortened lately what counts until when. */
export type RetentionSetting = {
  days: RetentionDays;
  shortened: Partial<Record<RetentionClass, { was: number; from: string }>>;
};

export const USUAL_DAYS = Object.fromEntries(
  RETENTION_CLASSES.map((name) => [name, RETENTION_BOUNDS[name].usual]),
) as RetentionDays;

/** How long each is kept at a moment. */
export function daysInForce(setting: RetentionSetting | null, at: Date): RetentionDays {
  if (!setting) return USUAL_DAYS;
  return Object.fromEntries(
    RETENTION_CLASSES.map((name) => {
      const days = setting.days[name] ?? USUAL_DAYS[name];
      const lately = setting.shortened[name];
      return [name, lately && at < new Date(lately.from) ? Math.max(lately.was, days) : days];
    }),
  ) as RetentionDays;
}

/** What to store when these days are set: a longer period counts at once, a shorter one after a while. */
export function nextRetention(
  stored: RetentionSetting | null,
  days: RetentionDays,
  at: Date,
): RetentionSetting {
  const force = daysInForce(stored, at);
  const shortened: RetentionSetting['shortened'] = {};
  for (const name of RETENTION_CLASSES) {
    if (days[name] >= force[name]) continue;
    const before = stored?.shortened[name];
    const same = before && new Date(before.from) > at && stored?.days[name] === days[name];
    shortened[name] = same
      ? before
      : { was: force[name], from: new Date(at.getTime() + SHORTENED_AFTER).toISOString() };
  }
  return { days, shortened };
}

/** Which periods are no whole number of days, or lie outside their bounds. */
export function retentionProblems(days: Readonly<Record<RetentionClass, number>>): RetentionClass[] {
  return RETENTION_CLASSES.filter((name) => {
    const { least, most } = RETENTION_BOUNDS[name];
    return !Number.isInteger(days[name]) || days[name] < least || days[name] > most;
  });
}
