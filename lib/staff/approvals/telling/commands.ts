import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { caseRecusals, caseReports } from '@/db/schema/cases';
import { tell } from '@/lib/notify/outbox/commands';
import type { Owner } from '@/lib/vault/commands';
import { othersWho } from '../../duty/queries';
import { APPROVALS, type ApprovalAct } from '../policy';

type Asked = { id: string; act: ApprovalAct; subject: Owner; by: string };

/** Tells everybody who may decide a request that it waits: not who asked, nor who has stepped back from the case it is about. */
export async function tellWhoDecides(tx: Tx, { id, act, subject, by }: Asked): Promise<void> {
  const recused = await recusedFrom(tx, subject);
  const others = await othersWho(tx, APPROVALS[act].decide, by);
  await tell(tx, {
    kind: 'APPROVAL_ASKED',
    staffIds: others.filter((one) => !recused.has(one)),
    subject: aboutOf(subject),
    detail: { act },
    dedupe: `approval-asked/${id}`,
  });
}

/** Tells who asked that nobody has decided in time. */
export async function tellOfExpiry(tx: Tx, { id, act, subject, by }: Asked): Promise<void> {
  await tell(tx, {
    kind: 'APPROVAL',
    staffIds: [by],
    subject: aboutOf(subject),
    detail: { act, state: 'EXPIRED' },
    dedupe: `approval/${id}`,
  });
}

const aboutOf = ({ kind, id }: Owner) =>
  ({ kind: kind === 'case' ? ('case' as const) : 'report', id }) as const;

/** Asked of the rows themselves: whoever works on accounts knows nothing of the rules of cases. */
async function recusedFrom(tx: Tx, { kind, id }: Owner): Promise<Set<string>> {
  const rows =
    kind === 'report'
      ? await tx
          .select({ id: caseRecusals.staffId })
          .from(caseRecusals)
          .innerJoin(
            caseReports,
            and(eq(caseReports.caseId, caseRecusals.caseId), isNull(caseReports.unlinkedAt)),
          )
          .where(eq(caseReports.reportId, id))
      : await tx.select({ id: caseRecusals.staffId }).from(caseRecusals).where(eq(caseRecusals.caseId, id));
  return new Set(rows.map((row) => row.id));
}
