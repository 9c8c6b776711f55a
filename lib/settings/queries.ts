import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { settings } from '@/db/schema/settings';
import { MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { NO_DETAILS, type OperatorDetails, type PublicDetails } from './details';
import type { NumbersToCall } from './numbers';
import { daysInForce, type RetentionDays, type RetentionSetting } from './retention';

/** Every setting by its name. */
export type SettingValues = {
  OPERATOR: OperatorDetails;
  NUMBERS: NumbersToCall;
  RETENTION: RetentionSetting;
};
export type SettingName = keyof SettingValues;
export type Stored<Name extends SettingName> = { value: SettingValues[Name] | null; version: number };

/** A setting with its version, for whoever edits it; version 0: nothing is stored yet. */
export async function findSetting<Name extends SettingName>(
  db: Db,
  actor: StaffActor,
  name: Name,
): Promise<Stored<Name>> {
  const none = { value: null, version: 0 };
  if (!can(actor.roles, 'settings.edit')) return none;
  const [row] = await db.select().from(settings).where(eq(settings.name, name));
  return row ? { value: standing(name, row.value), version: row.version } : none;
}

/** What is stored; null for an operator that was unset. */
function standing<Name extends SettingName>(name: Name, value: unknown): SettingValues[Name] | null {
  const isUnset = name === 'OPERATOR' && (value as OperatorDetails).nameKo === '';
  return isUnset ? null : (value as SettingValues[Name]);
}

/** How long each class is kept now. */
export async function retentionDays(db: Db | Tx): Promise<RetentionDays> {
  const [row] = await db.select().from(settings).where(eq(settings.name, 'RETENTION'));
  return daysInForce((row?.value ?? null) as RetentionSetting | null, now());
}

const KEPT_MS = MINUTE;
/** No page waits longer than this for details of the operator. */
const WAIT_MS = 300;
/** After a read that failed, pages say what they last knew for this long before another is tried. */
const AFTER_FAILURE_MS = 10_000;

type Kept = { details: PublicDetails; until: number };
let kept: Kept | undefined;
let reading: Promise<void> | undefined;

/**
 * What pages for everybody take from the settings, kept in this process for a minute. It never throws and never waits long: with the database
 * away it answers what was last known, or that nothing is set. Real time on purpose: a stopped clock must not keep it forever.
 */
export async function publicDetails(db: () => Db): Promise<PublicDetails> {
  if (kept && Date.now() < kept.until) return kept.details;
  reading ??= begin(db);
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WAIT_MS);
  });
  await Promise.race([reading, enough]);
  clearTimeout(timer);
  return kept?.details ?? NO_DETAILS;
}

/** Forgets what is kept, and what is being read: this process has just stored something else. */
export function forgetPublicDetails(): void {
  kept = undefined;
  reading = undefined;
}

/** Keeps what is read, unless it was forgotten meanwhile. */
function begin(db: () => Db): Promise<void> {
  const mine = read(db).then((found) => {
    if (reading !== mine) return;
    kept = found;
    reading = undefined;
  });
  return mine;
}

async function read(db: () => Db): Promise<Kept> {
  try {
    const rows = await db().select({ name: settings.name, value: settings.value }).from(settings);
    const stored = <Name extends SettingName>(name: Name) => {
      const row = rows.find((one) => one.name === name);
      return row ? standing(name, row.value) : null;
    };
    const retention = daysInForce(stored('RETENTION'), now());
    const details = { operator: stored('OPERATOR'), numbers: stored('NUMBERS'), retention };
    return { details, until: Date.now() + KEPT_MS };
  } catch (error) {
    log.warn('settings.unreadable', describeError(error));
    return { details: kept?.details ?? NO_DETAILS, until: Date.now() + AFTER_FAILURE_MS };
  }
}
