import 'server-only';

import { and, asc, desc, eq, gt, inArray, lte, ne, or, sql } from 'drizzle-orm';

import type { Db, Tx } from '@/db/client';
import { approvals } from '@/db/schema/approvals';
import { casePersons, caseRecusals, caseReports } from '@/db/schema/cases';
import { reportRecusals } from '@/db/schema/reports';
import { now } from '@/lib/clock';
import { findDataKey, type Owner } from '@/lib/vault/commands';
import { type DataKey, open } from '@/lib/vault/seal';
import { staffNames } from '../queries';
import { can } from '../roles';
import type { StaffActor } from '../session';
import {
  APPROVAL_ACTS,
  APPROVALS,
  type ApprovalAct,
  type ApprovalState,
  type DecisionProblem,
  decisionProblem,
} from './policy';

export type ApprovalRow = typeof approvals.$inferSelect;
/** What was asked: codes that the act needs, and why in words. */
export type ApprovalRequest = { payload: Record<string, string | number>; reason: string };

export type Approval = ApprovalRequest & {
  id: string;
  act: ApprovalAct;
  subject: Owner;
  state: ApprovalState;
  requestedBy: string;
  requestedByName: string;
  requestedAt: Date;
  expiresAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  answer: string | null;
  /** Why the person who looks cannot decide it; null when they can. */
  problem: DecisionProblem | null;
};

const sealedPlace = (row: string) => ({ table: 'approvals', row, column: 'sealed' });
const answerPlace = (row: string) => ({ table: 'approvals', row, column: 'sealed_answer' });

export const approvalPlaces = { sealed: sealedPlace, answer: answerPlace };

export const subjectOf = (row: ApprovalRow): Owner => ({
  kind: row.subjectKind as Owner['kind'],
  id: row.subjectId,
});

/** What a request says, opened with the key of what it is about. */
export function openRequest(key: DataKey, row: ApprovalRow): ApprovalRequest {
  return open<ApprovalRequest>(key, sealedPlace(row.id), row.sealed);
}

/** The state as it is now: a request whose time is over has expired, whether or not the job has said so. */
export function standing(row: ApprovalRow): ApprovalState {
  const state = row.state as ApprovalState;
  return state === 'PENDING' && row.expiresAt.getTime() <= now().getTime() ? 'EXPIRED' : state;
}

/** Every request that waits and that these roles may decide or have made, the one that runs out first before the others. */
export async function listPendingApprovals(db: Db | Tx, actor: StaffActor): Promise<Approval[]> {
  if (!can(actor.roles, 'approval.decide') && !can(actor.roles, 'approval.request')) return [];
  const rows = await db
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.state, 'PENDING'),
        gt(approvals.expiresAt, now()),
        mayRead(actor),
        notRecused(actor.id),
      ),
    )
    .orderBy(asc(approvals.expiresAt))
    .limit(200);
  return describe(db, actor, rows);
}

/** Leaves out what is about a report or a case that this person has stepped back from, or about a report or a person in such a case. */
const notRecused = (staffId: string) => sql`not exists (select 1 from ${reportRecusals}
  where ${reportRecusals.staffId} = ${staffId} and ${reportRecusals.reportId} = ${approvals.subjectId})
  and not exists (select 1 from ${caseRecusals}
  where ${caseRecusals.staffId} = ${staffId} and (${caseRecusals.caseId} = ${approvals.subjectId}
    or exists (select 1 from ${caseReports} where ${caseReports.caseId} = ${caseRecusals.caseId}
      and ${caseReports.reportId} = ${approvals.subjectId} and ${caseReports.unlinkedAt} is null)
    or exists (select 1 from ${casePersons} where ${casePersons.caseId} = ${caseRecusals.caseId}
      and ${casePersons.personId} = ${approvals.subjectId} and ${casePersons.removedAt} is null)))`;

/** What these roles may decide, and what the person has asked for. */
const mayRead = ({ id, roles }: StaffActor) =>
  or(
    eq(approvals.requestedBy, id),
    inArray(
      approvals.act,
      APPROVAL_ACTS.filter((act) => can(roles, APPROVALS[act].decide)),
    ),
  );

/** Requests that were decided or ended since a moment and that these roles may decide or have made, the latest first. */
export async function listSettledApprovals(db: Db | Tx, actor: StaffActor, since: Date): Promise<Approval[]> {
  if (!can(actor.roles, 'approval.decide') && !can(actor.roles, 'approval.request')) return [];
  const ended = sql`coalesce(${approvals.decidedAt}, least(${approvals.expiresAt}, ${now().toISOString()}::timestamptz))`;
  const over = or(ne(approvals.state, 'PENDING'), lte(approvals.expiresAt, now()));
  const rows = await db
    .select()
    .from(approvals)
    .where(
      and(over, sql`${ended} >= ${since.toISOString()}::timestamptz`, mayRead(actor), notRecused(actor.id)),
    )
    .orderBy(desc(ended), desc(approvals.id))
    .limit(50);
  return describe(db, actor, rows);
}

/** Every request there ever was about an object, the newest first; for whoever has read the object itself. */
export async function approvalsOf(db: Db | Tx, actor: StaffActor, subjectId: string): Promise<Approval[]> {
  const rows = await db
    .select()
    .from(approvals)
    .where(eq(approvals.subjectId, subjectId))
    .orderBy(desc(approvals.requestedAt));
  return describe(db, actor, rows);
}

async function describe(db: Db | Tx, actor: StaffActor, rows: readonly ApprovalRow[]): Promise<Approval[]> {
  const names = await staffNames(
    db,
    rows.flatMap((row) => [row.requestedBy, row.decidedBy ?? []].flat()),
  );
  const found: Approval[] = [];
  for (const row of rows) {
    const subject = subjectOf(row);
    const key = await findDataKey(db, subject);
    if (!key) continue;
    const asked = { act: row.act as ApprovalAct, state: standing(row), requestedBy: row.requestedBy };
    found.push({
      ...openRequest(key, row),
      ...asked,
      id: row.id,
      subject,
      requestedByName: names.get(row.requestedBy) ?? '–',
      requestedAt: row.requestedAt,
      expiresAt: row.expiresAt,
      decidedByName: row.decidedBy ? (names.get(row.decidedBy) ?? '–') : null,
      decidedAt: row.decidedAt,
      answer: row.sealedAnswer
        ? open<{ answer: string }>(key, answerPlace(row.id), row.sealedAnswer).answer
        : null,
      problem: decisionProblem({ ...asked, expiresAt: row.expiresAt }, actor, now()),
    });
  }
  return found;
}
