import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { casePersons, caseRecusals, caseReports, cases } from '@/db/schema/cases';
import { reportRecusals } from '@/db/schema/reports';
import { type Telling, takeBack, tell } from '@/lib/notify/outbox/commands';
import type { Owner } from '@/lib/vault/commands';
import { othersWho } from '../../duty/queries';
import { APPROVALS, type ApprovalAct } from '../policy';

type Asked = { id: string; act: ApprovalAct; subject: Owner; by: string };

/** Tells everybody who may decide a request that it waits: not who asked, nor who has stepped back from the report or the case it is about. */
export async function tellWhoDecides(tx: Tx, { id, act, subject, by }: Asked): Promise<void> {
  const about = await aboutOf(tx, subject);
  if (!about) return;
  const recused = await recusedFrom(tx, subject);
  const others = await othersWho(tx, APPROVALS[act].decide, by);
  await tell(tx, {
    kind: 'APPROVAL_ASKED',
    staffIds: others.filter((one) => !recused.has(one)),
    subject: about,
    detail: { act },
    dedupe: asked(id),
  });
}

const asked = (id: string) => `approval-asked/${id}`;

/** A request was decided or taken back, or is over: nobody needs to look at it any more. */
export const tellNoMore = (tx: Tx, id: string) => takeBack(tx, asked(id));

/** Tells who asked that nobody has decided in time, unless they have stepped back since from the case it is about. */
export async function tellOfExpiry(tx: Tx, { id, act, subject, by }: Asked): Promise<void> {
  const about = await aboutOf(tx, subject);
  if (!about || (await recusedFrom(tx, subject)).has(by)) return;
  await tell(tx, {
    kind: 'APPROVAL',
    staffIds: [by],
    subject: about,
    detail: { act, state: 'EXPIRED' },
    dedupe: `approval/${id}`,
  });
}

/** What a notice leads to: the report or the case, and of a person the first case that they stand in; null where there is none. */
async function aboutOf(tx: Tx, { kind, id }: Owner): Promise<Telling['subject'] | null> {
  if (kind !== 'person') return { kind: kind === 'case' ? 'case' : 'report', id };
  const [first] = await tx
    .select({ id: cases.id })
    .from(casePersons)
    .innerJoin(cases, eq(cases.id, casePersons.caseId))
    .where(and(eq(casePersons.personId, id), isNull(casePersons.removedAt)))
    .orderBy(asc(cases.number))
    .limit(1);
  return first ? { kind: 'case', id: first.id } : null;
}

/** Asked of the rows themselves: whoever works on accounts knows nothing of the rules of cases. */
async function recusedFrom(tx: Tx, subject: Owner): Promise<Set<string>> {
  const rows = await tx
    .select({ id: caseRecusals.staffId })
    .from(caseRecusals)
    .where(inArray(caseRecusals.caseId, await casesOf(tx, subject)));
  const itself = await tx
    .select({ id: reportRecusals.staffId })
    .from(reportRecusals)
    .where(eq(reportRecusals.reportId, subject.id));
  return new Set([...rows, ...itself].map((row) => row.id));
}

/** The case that a request is about, or those that its report or its person is in. */
async function casesOf(tx: Tx, { kind, id }: Owner): Promise<string[]> {
  if (kind !== 'report' && kind !== 'person') return [id];
  const rows =
    kind === 'report'
      ? await tx
          .select({ id: caseReports.caseId })
          .from(caseReports)
          .where(and(eq(caseReports.reportId, id), isNull(caseReports.unlinkedAt)))
      : await tx
          .select({ id: casePersons.caseId })
          .from(casePersons)
          .where(and(eq(casePersons.personId, id), isNull(casePersons.removedAt)));
  return rows.map((row) => row.id);
}
