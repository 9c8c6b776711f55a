import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseEvents, casePersons, caseRecusals, cases } from '@/db/schema/cases';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import type { AuditActor, AuditDetail } from '@/lib/audit/entry';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { can, type Permission } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import type { DataKey } from '@/lib/vault/seal';
import { keyedDigest } from '@/lib/vault/secrets';
import { isCaseNumber } from '../case-number';
import type { CaseState } from '../code-lists';
import type { EventKind } from '../event-kinds';
import { sealRow } from '../places';

export type CaseRow = typeof cases.$inferSelect;
/** A case that is not there, not theirs to work on, or that they have stepped back from. */
export type CaseGone = 'forbidden' | 'unknown' | 'recused';
/** What somebody else has made of the case meanwhile; what was typed is for the caller to keep. */
export type Conflict = Refusal<'conflict'> & {
  seen: number;
  now: { version: number; state: CaseState; level: string; assignedTo: string | null };
};

/**
 * Which case, which version of it the person decided on (null: the act conflicts with nothing), and the key made with the form, so that
 * the same form sent twice is done once.
 */
export type OnCase = { number: string; seen: number | null; submission: string };

/** What whoever works on a case has in hand; the system, which has no account, as well. */
export type CaseHands = {
  tx: Tx;
  row: CaseRow;
  key: DataKey;
  at: Date;
  record: RecordAudit;
  /** Adds to the timeline and to the audit of the case. */
  note: (event: NewEvent) => Promise<string>;
};
export type CaseWork = CaseHands & { actor: StaffActor };

export type NewEvent = {
  kind: EventKind;
  refId?: string;
  from?: string;
  to?: string;
  words?: unknown;
  detail?: AuditDetail;
};

/**
 * Permission, then the case's row locked: what follows sees and changes it alone, and is stored whole or not at all. Answers `again` for a
 * form that was done before, and a conflict when the case has moved on since the person looked.
 */
export async function workOnCase<Result>(
  db: Db,
  actor: StaffActor,
  permission: Permission,
  on: OnCase,
  work: (on: CaseWork) => Promise<Result>,
): Promise<Result | { ok: true; again: true } | Refusal<CaseGone> | Conflict> {
  if (!can(actor.roles, permission)) return refuse('forbidden');
  if (!isCaseNumber(on.number)) return refuse('unknown');
  const submissionKey = await submissionOf(db, `${actor.id}/${on.number}/${on.submission}`);
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(cases).where(eq(cases.number, on.number)).for('update');
    if (!row) return refuse('unknown');
    if (await isRecused(tx, row.id, actor.id)) return refuse('recused');
    if (await wasDone(tx, submissionKey)) return { ok: true as const, again: true as const };
    if (on.seen !== null && on.seen !== row.version)
      return { ...refuse('conflict'), seen: on.seen, now: head(row) };
    return work(await caseWork(tx, record, actor, row, submissionKey));
  });
}

/** The same hands on a case whose row the caller has locked, in the transaction at hand. */
export async function caseWork(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  row: CaseRow,
  submissionKey: string | null,
  at = now(),
): Promise<CaseWork> {
  return { ...(await handsOn(tx, record, row, { kind: 'staff', id: actor.id }, submissionKey, at)), actor };
}

/** The same where nobody acts: a rule does what the timeline and the audit then tell of the system. */
export function systemWork(tx: Tx, record: RecordAudit, row: CaseRow): Promise<CaseHands> {
  return handsOn(tx, record, row, { kind: 'system', id: null }, null);
}

async function handsOn(
  tx: Tx,
  record: RecordAudit,
  row: CaseRow,
  by: AuditActor,
  submissionKey: string | null,
  at = now(),
): Promise<CaseHands> {
  const key = await openDataKey(tx, { kind: 'case', id: row.id });
  let unused = submissionKey;
  const note = async (event: NewEvent) => {
    const id = randomUUID();
    await tx.insert(caseEvents).values({
      id,
      caseId: row.id,
      kind: event.kind,
      staffId: by.id,
      at,
      refId: event.refId ?? null,
      fromCode: event.from ?? null,
      toCode: event.to ?? null,
      sealed: event.words === undefined ? null : sealRow(key, 'case_events', id, event.words),
      submissionKey: unused,
    });
    unused = null;
    const codes = { ...(event.from ? { from: event.from } : {}), ...(event.to ? { to: event.to } : {}) };
    const act = `case.${event.kind.toLowerCase().replaceAll('_', '-')}`;
    await record({ kind: 'case', id: row.id }, by, act, {
      ...codes,
      ...event.detail,
    });
    return id;
  };
  return { tx, row, key, at, record, note };
}

/** Locks a case by its id. */
export async function lockCase(tx: Tx, id: string): Promise<CaseRow | null> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id)).for('update');
  return row ?? null;
}

/** Locks every case that somebody stands in now; answers them by their numbers. */
export async function lockCasesOf(tx: Tx, personId: string): Promise<CaseRow[]> {
  const standsIn = tx
    .select({ id: casePersons.caseId })
    .from(casePersons)
    .where(and(eq(casePersons.personId, personId), isNull(casePersons.removedAt)));
  const rows = await tx
    .select()
    .from(cases)
    .where(inArray(cases.id, standsIn))
    .orderBy(asc(cases.id))
    .for('update');
  return rows.toSorted((one, other) => (one.number < other.number ? -1 : 1));
}

export const head = (row: CaseRow): Conflict['now'] => ({
  version: row.version,
  state: row.state as CaseState,
  level: row.level,
  assignedTo: row.assignedTo,
});

/** Whether somebody has stepped back from a case. */
export async function isRecused(tx: Tx | Db, caseId: string, staffId: string): Promise<boolean> {
  const [found] = await tx
    .select({ at: caseRecusals.at })
    .from(caseRecusals)
    .where(and(eq(caseRecusals.caseId, caseId), eq(caseRecusals.staffId, staffId)));
  return found !== undefined;
}

async function wasDone(tx: Tx, submissionKey: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: caseEvents.id })
    .from(caseEvents)
    .where(eq(caseEvents.submissionKey, submissionKey));
  return found !== undefined;
}

/** A UUID (version 8, RFC 9562) made of a keyed digest. */
export async function submissionOf(db: Db, text: string): Promise<string> {
  const hex = (await keyedDigest(db, 'case-submission', text)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
