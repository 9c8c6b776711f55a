import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { agencies } from '@/db/schema/agencies';
import { withAudit } from '@/lib/audit/commands';
import type { AuditDetail } from '@/lib/audit/entry';
import { now } from '@/lib/clock';
import { isUniqueViolation, type Refusal, refuse } from '@/lib/errors';
import { consentAgencies } from '@/lib/reports/questionnaire';
import { isDay, seoulDay } from '@/lib/seoul-time';
import { isSlug } from '@/lib/slug';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { isMask, type Mask } from '../masks';
import { type Agency, openersOf } from './queries';
import { isConfirmed } from './second-person';

export type NewAgency = Omit<typeof agencies.$inferInsert, 'id' | 'version'>;
export type AgencyEdit = Omit<NewAgency, 'slug' | 'position' | 'openedBy' | 'confirmedBy'>;

/** Adds agencies that are not there yet; one that is (by slug) stays as staff left it. */
export async function loadAgencies(db: Db, rows: readonly NewAgency[]): Promise<void> {
  for (const row of rows)
    await db
      .insert(agencies)
      .values({ ...row, id: randomUUID() })
      .onConflictDoNothing({ target: agencies.slug });
}

type AgencyProblem =
  | 'name-missing'
  | 'takes-missing'
  | 'too-long'
  | 'bad-mask'
  | 'bad-consent'
  | 'bad-date'
  | 'date-ahead'
  | 'bad-hours';

const LONGEST = { name: 200, text: 2_000 };
/** Thirty days, as the database has it too. */
const MOST_HOURS = 720;

function agencyProblem(edit: AgencyEdit): AgencyProblem | null {
  const { nameKo, nameEn, takesKo, takesEn, contact, mask, consent, verifiedOn, ackHours } = edit;
  if (!nameKo.trim() || !nameEn.trim()) return 'name-missing';
  if (!takesKo.trim() || !takesEn.trim()) return 'takes-missing';
  if ([nameKo, nameEn].some((text) => text.length > LONGEST.name)) return 'too-long';
  if ([takesKo, takesEn, contact ?? ''].some((text) => text.length > LONGEST.text)) return 'too-long';
  if (!isMask(mask)) return 'bad-mask';
  if (consent && !consentAgencies.some((code) => code === consent)) return 'bad-consent';
  const hours = ackHours ?? 1;
  if (!Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS) return 'bad-hours';
  if (!verifiedOn) return null;
  if (!isDay(verifiedOn)) return 'bad-date';
  return verifiedOn > seoulDay(now()) ? 'date-ahead' : null;
}

/** What an agency may be given, from the least to the most: not in one line with the others, so widening is any change but to less. */
const NARROWER: Readonly<Record<Mask, readonly Mask[]>> = {
  FULL: ['NO_REPORTER', 'NO_PERSONS', 'MONEY_ONLY'],
  NO_REPORTER: ['NO_PERSONS', 'MONEY_ONLY'],
  NO_PERSONS: [],
  MONEY_ONLY: [],
};

type Protection = Pick<Agency, 'blocked' | 'abroad' | 'mask' | 'consent'>;

/** What an edit writes, and nothing that only a command may say. */
const written = (edit: AgencyEdit): AgencyEdit => {
  const { nameKo, nameEn, takesKo, takesEn, contact, verifiedOn, ackHours } = edit;
  const { blocked, abroad, mask, consent, inUse } = edit;
  const told = { nameKo, nameEn, takesKo, takesEn, contact, verifiedOn, ackHours };
  return { ...told, blocked, abroad, mask, consent, inUse };
};

/** In the audit: the time it is held to, where it has one of its own. */
const hoursOf = ({ ackHours }: AgencyEdit): AuditDetail => (ackHours ? { ackHours } : {});

/** Whether it would be another agency to those who hand over: under another name, or reached elsewhere. */
const becomesAnother = (row: Agency, { nameKo, nameEn, contact }: AgencyEdit): boolean =>
  row.nameKo !== nameKo || row.nameEn !== nameEn || (row.contact ?? '') !== (contact ?? '');

/** What a new agency is measured against. */
const STRICTEST: Protection = { blocked: true, abroad: true, mask: 'NO_PERSONS', consent: null };

/**
 * Whether a change takes away what protects people: a block, the second person for abroad, fields that it may not be given, or the consent
 * that it goes by. To ask for none takes nothing away: no hand-over then rests on consent.
 */
function loosens(row: Protection, edit: AgencyEdit): boolean {
  const [was, becomes] = [row.mask as Mask, edit.mask as Mask];
  const unblocked = row.blocked && !edit.blocked;
  const alone = row.abroad && !edit.abroad;
  const agreed = Boolean(edit.consent) && edit.consent !== row.consent;
  return unblocked || alone || agreed || (was !== becomes && !NARROWER[was].includes(becomes));
}

/**
 * Changes an agency. A contact that is changed without a new "verified on" is unverified again. What loosens its protection takes somebody
 * who may release hand-overs to a blocked one: whoever runs the system does not decide whom people are handed to. One abroad stays abroad,
 * or whoever unticks it would send there without the second person. Who loosens anything, or gives another name or contact, has opened it: until
 * another has confirmed that, each hand-over to it takes a second person (second-person.ts).
 */
export async function editAgency(
  db: Db,
  actor: StaffActor,
  { id, seen, edit }: { id: string; seen: number; edit: AgencyEdit },
): Promise<
  | { ok: true }
  | Refusal<'forbidden' | 'unknown' | 'stays-abroad' | 'release-needed' | AgencyProblem>
  | (Refusal<'agency-conflict'> & { seen: number; now: Agency })
> {
  if (!can(actor.roles, 'agency.edit')) return refuse('forbidden');
  const problem = agencyProblem(edit);
  if (problem) return refuse(problem);
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(agencies).where(eq(agencies.id, id)).for('update');
    if (!row) return refuse('unknown');
    if (row.version !== seen) return { ...refuse('agency-conflict'), seen, now: row };
    if (row.abroad && !edit.abroad) return refuse('stays-abroad');
    const opens = loosens(row, edit);
    if (opens && !can(actor.roles, 'agency.release')) return refuse('release-needed');
    const isAnew = opens || becomesAnother(row, edit);
    const anew = isAnew ? { openedBy: actor.id, confirmedBy: null } : {};
    const stale = edit.contact !== row.contact && edit.verifiedOn === row.verifiedOn;
    await tx
      .update(agencies)
      .set({ ...written(edit), ...anew, ...(stale ? { verifiedOn: null } : {}), version: row.version + 1 })
      .where(eq(agencies.id, id));
    const act = isAnew ? 'agency.opened' : 'agency.changed';
    await record({ kind: 'agency', id }, { kind: 'staff', id: actor.id }, act, {
      blocked: edit.blocked ?? row.blocked,
      abroad: edit.abroad ?? row.abroad,
      mask: edit.mask,
      ...hoursOf(edit),
    });
    return { ok: true as const };
  });
}

/** Another supervisor than whoever opened an agency since it was last confirmed agrees that it is who it says, and may be given what it is. */
export async function confirmAgency(
  db: Db,
  actor: StaffActor,
  { id, seen }: { id: string; seen: number },
): Promise<
  | { ok: true }
  | Refusal<'forbidden' | 'unknown' | 'same-person' | 'confirmed'>
  | (Refusal<'agency-conflict'> & { seen: number; now: Agency })
> {
  if (!can(actor.roles, 'agency.release')) return refuse('forbidden');
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(agencies).where(eq(agencies.id, id)).for('update');
    if (!row) return refuse('unknown');
    if (isConfirmed(row)) return refuse('confirmed');
    if ((await openersOf(tx, row)).has(actor.id)) return refuse('same-person');
    if (row.version !== seen) return { ...refuse('agency-conflict'), seen, now: row };
    await tx
      .update(agencies)
      .set({ confirmedBy: actor.id, version: row.version + 1 })
      .where(eq(agencies.id, id));
    await record({ kind: 'agency', id }, { kind: 'staff', id: actor.id }, 'agency.confirmed');
    return { ok: true as const };
  });
}

/**
 * Adds an agency, at the end; with less than every limit, by somebody who may release hand-overs to a blocked one. Until another has confirmed
 * it, each hand-over to it takes a second person: an agency that is there already cannot be added once more without its limits.
 */
export async function addAgency(
  db: Db,
  actor: StaffActor,
  { slug, edit }: { slug: string; edit: AgencyEdit },
): Promise<
  | { ok: true; id: string }
  | Refusal<'forbidden' | 'bad-slug' | 'slug-taken' | 'release-needed' | AgencyProblem>
> {
  if (!can(actor.roles, 'agency.edit')) return refuse('forbidden');
  if (!isSlug(slug)) return refuse('bad-slug');
  const problem = agencyProblem(edit);
  if (problem) return refuse(problem);
  if (loosens(STRICTEST, edit) && !can(actor.roles, 'agency.release')) return refuse('release-needed');
  const id = randomUUID();
  try {
    return await withAudit(db, async (tx, record) => {
      await tx.insert(agencies).values({ ...written(edit), id, slug, position: 1_000, openedBy: actor.id });
      await record({ kind: 'agency', id }, { kind: 'staff', id: actor.id }, 'agency.added', hoursOf(edit));
      return { ok: true as const, id };
    });
  } catch (error) {
    if (isUniqueViolation(error, 'agencies_slug')) return refuse('slug-taken');
    throw error;
  }
}
