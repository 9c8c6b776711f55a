import 'server-only';
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { staffAccounts, staffRoles } from '@/db/schema/staff';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { tell } from '@/lib/notify/outbox/commands';
import { oneByOne } from '@/lib/one-by-one';
import { mayDo } from '@/lib/staff/queries';
import { can, type Permission, ROLES } from '@/lib/staff/roles';
import { isGrave, type Level } from '@/lib/urgency/levels';
import { lockCase, systemWork } from '../../case-work/commands';
import { whomToTell } from '../../escalating/whom/queries';
import { OPEN_CASE, OPEN_REPORT } from '../../queue/queries';
import { refreshCase } from '../../refreshing/commands';

/**
 * Takes open work from those who can no longer do it, because their account is shut or they lost the role: it is nobody's until somebody takes it,
 * and of U1 and U2 all supervisors are told. Done at once by whoever shuts an account, and again in every round of the clocks, so that nothing that was given meanwhile
 * stays behind. What breaks is logged and keeps nothing else waiting. Answers how many cases and reports became nobody's.
 */
export async function letGoOfWork(db: Db): Promise<number> {
  const ofCases = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(OPEN_CASE, isNotNull(cases.assignedTo), cannot('case.work', sql`${cases.assignedTo}`)));
  const ofReports = await db
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(OPEN_REPORT, isNotNull(reports.assignedTo), cannot('report.screen', sql`${reports.assignedTo}`)),
    );
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const event = 'work.let-go-failed';
  return (
    (await oneByOne(event, 'case', idsOf(ofCases), (id) => letGoOfCase(db, id))) +
    (await oneByOne(event, 'report', idsOf(ofReports), (id) => letGoOfReport(db, id)))
  );
}

/** Nobody may use the account, or none of its roles is for this. */
function cannot(permission: Permission, staffId: SQL): SQL {
  const roles = ROLES.filter((role) => can([role], permission)).map((role) => sql`${role}`);
  return sql`not exists (select 1 from ${staffAccounts} join ${staffRoles} on ${staffRoles.staffId} = ${staffAccounts.id}
    where ${staffAccounts.id} = ${staffId} and ${staffAccounts.state} = 'ACTIVE'
    and ${staffRoles.role} in (${sql.join(roles, sql`, `)}))`;
}

async function letGoOfCase(db: Db, id: string): Promise<boolean> {
  return withAudit(db, async (tx, record) => {
    const row = await lockCase(tx, id);
    if (!row?.assignedTo || row.state === 'CLOSED') return false;
    if (await mayDo(tx, row.assignedTo, 'case.work')) return false;
    const { note } = await systemWork(tx, record, row);
    const event = await note({ kind: 'ASSIGNED', to: 'LET_GO', detail: { from: row.assignedTo } });
    await refreshCase(tx, row, { assignedTo: null });
    await tellOfUrgent(tx, { kind: 'case', id }, row.level as Level, event);
    return true;
  });
}

async function letGoOfReport(db: Db, id: string): Promise<boolean> {
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(reports).where(eq(reports.id, id)).for('update');
    if (!row?.assignedTo || (await mayDo(tx, row.assignedTo, 'report.screen'))) return false;
    await tx.update(reports).set({ assignedTo: null }).where(eq(reports.id, id));
    const about = { kind: 'report' as const, id };
    await record(about, { kind: 'system', id: null }, 'report.assigned', { from: row.assignedTo });
    await tellOfUrgent(tx, about, row.level as Level, `${row.assignedTo}/${now().getTime()}`);
    return true;
  });
}

type About = { kind: 'case' | 'report'; id: string };

async function tellOfUrgent(tx: Tx, about: About, level: Level, what: string): Promise<void> {
  if (isGrave(level)) await tellThatNobodyHas(tx, about, level, what);
}

/** Tells supervisors that somebody's work has become nobody's. `what`: one time that it did. */
export async function tellThatNobodyHas(tx: Tx, about: About, level: Level, what: string): Promise<void> {
  await tell(tx, {
    kind: 'LET_GO',
    staffIds: await whomToTell(tx, ['SUPERVISORS', 'ON_DUTY'], about),
    subject: about,
    detail: { level },
    dedupe: `let-go/${about.id}/${what}`,
  });
}
