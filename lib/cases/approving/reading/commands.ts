import 'server-only';
import type { Db } from '@/db/client';
import { withAudit } from '@/lib/audit/commands';
import type { AuditObject } from '@/lib/audit/entry';
import { now } from '@/lib/clock';
import { listPendingApprovals, listSettledApprovals } from '@/lib/staff/approvals/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { type ApprovalAbout, type Glass, listGlasses, SHOWN_BACK, withSubjects } from '../queries';

export type ApprovalsBoard = { pending: ApprovalAbout[]; glasses: Glass[]; settled: ApprovalAbout[] };

/**
 * Everything that waits for a second person and what came of the latest. A command, because each reason is sealed with the report or case it is
 * about: reading it is recorded there. Null for whoever neither asks nor decides.
 */
export async function readApprovals(db: Db, actor: StaffActor): Promise<ApprovalsBoard | null> {
  if (!can(actor.roles, 'approval.decide') && !can(actor.roles, 'approval.request')) return null;
  return withAudit(db, async (tx, record) => {
    const pending = await withSubjects(tx, actor, await listPendingApprovals(tx, actor));
    const since = new Date(now().getTime() - SHOWN_BACK);
    const settled = await withSubjects(tx, actor, await listSettledApprovals(tx, actor, since));
    const found = await listGlasses(tx, actor);
    const read = new Map<string, AuditObject>();
    for (const { subject, about } of [...pending, ...settled])
      read.set(subject.id, { kind: about.kind, id: subject.id });
    for (const { reportId } of found) read.set(reportId, { kind: 'report', id: reportId });
    // In the order of every reader, so that two do not wait for each other's audit chains.
    const place = ({ kind, id }: AuditObject) => `${kind}/${id}`;
    for (const object of [...read.values()].toSorted((one, other) => (place(one) < place(other) ? -1 : 1)))
      await record(object, { kind: 'staff', id: actor.id }, 'approval.read');
    return { pending, settled, glasses: found.map(({ reportId: _reportId, ...glass }) => glass) };
  });
}
