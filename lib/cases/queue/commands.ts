import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { cases, takenItems } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { DAY, MINUTE, now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { lockReportFor } from '@/lib/reports/desk/recusal/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { submissionOf, workOnCase } from '../case-work/commands';
import { type Subject, subjectsById } from '../subjects/queries';
import { giveCase, giveReport } from '../team/commands';
import { NOBODY } from './assigned';
import { listWork, type WorkItem } from './queries';

/** How long the same form leads to what it took, while that is still theirs. Later it is a page that was left open, and takes anew. */
export const SAME_PRESS = 2 * MINUTE;

type Taken = { ok: true; kind: WorkItem['kind']; ref: string; again?: true };

/**
 * Takes what is to be done next and belongs to nobody: the head of the queue that this person may work on. Two who ask at once get two
 * different things; the same form sent twice gets one.
 */
export async function takeNext(
  db: Db,
  actor: StaffActor,
  submission: string,
): Promise<Taken | Refusal<'forbidden' | 'nothing-left'>> {
  if (!can(actor.roles, 'report.screen')) return refuse('forbidden');
  const press: Press = { id: await submissionOf(db, `${actor.id}/take/${submission}`), before: null };
  const earlier = await takenBefore(db, actor, press);
  if (earlier) return earlier;
  const kind = can(actor.roles, 'case.work') ? null : ('REPORT' as const);
  const wanted = { view: 'all', level: null, kind, province: null, assigned: NOBODY } as const;
  let after = null;
  for (;;) {
    const page = await listWork(db, actor, { ...wanted, after });
    for (const item of page.items.filter(({ state }) => state !== 'ON_HOLD')) {
      const taken = await take(db, actor, item, press);
      if (taken.ok) return { ok: true, kind: item.kind, ref: item.ref };
      // The other press of the same form was first.
      if (taken.reason === 'again') return (await takenBefore(db, actor, press)) ?? refuse('nothing-left');
    }
    if (!page.next) return refuse('nothing-left');
    after = page.next;
  }
}

/** One form; `before`: what it took the last time, where that no longer counts. */
type Press = { id: string; before: { itemId: string; at: Date } | null };

const KIND_OF: Readonly<Record<Subject['kind'], WorkItem['kind']>> = { report: 'REPORT', case: 'CASE' };

/** What the form took a moment ago, if it is still theirs. */
async function takenBefore(db: Db, actor: StaffActor, press: Press): Promise<Taken | null> {
  const [row] = await db.select().from(takenItems).where(eq(takenItems.id, press.id));
  press.before = row ?? null;
  if (!row || row.at.getTime() + SAME_PRESS <= now().getTime()) return null;
  const mine =
    (await db.$count(reports, and(eq(reports.id, row.itemId), eq(reports.assignedTo, actor.id)))) +
    (await db.$count(cases, and(eq(cases.id, row.itemId), eq(cases.assignedTo, actor.id))));
  const about = mine > 0 ? (await subjectsById(db, actor, [row.itemId])).get(row.itemId) : undefined;
  return about ? { ok: true, kind: KIND_OF[about.kind], ref: about.ref, again: true } : null;
}

/** Notes, in the transaction that takes, what this form takes: another press of it waits here, and then learns that it was not the first. */
async function claim(tx: Tx, actor: StaffActor, press: Press, itemId: string): Promise<boolean> {
  const at = now();
  await tx.delete(takenItems).where(lt(takenItems.at, new Date(at.getTime() - DAY)));
  const claimed = await tx
    .insert(takenItems)
    .values({ id: press.id, staffId: actor.id, itemId, at })
    .onConflictDoUpdate({
      target: takenItems.id,
      set: { itemId, at },
      // The time too: another press may have taken the same thing again.
      setWhere: press.before
        ? and(eq(takenItems.itemId, press.before.itemId), eq(takenItems.at, press.before.at))
        : sql`false`,
    })
    .returning({ id: takenItems.id });
  return claimed.length > 0;
}

async function take(
  db: Db,
  actor: StaffActor,
  item: WorkItem,
  press: Press,
): Promise<{ ok: true } | Refusal<'taken' | 'again' | 'other'>> {
  if (item.kind === 'REPORT')
    return withAudit(db, async (tx, record) => {
      const report = await lockReportFor(tx, actor, item.ref);
      if (!report || report.assignedTo !== null) return refuse('taken');
      if (!(await claim(tx, actor, press, report.id))) return refuse('again');
      await giveReport(tx, record, actor, report, actor.id);
      return { ok: true as const };
    });
  const form = { number: item.ref, seen: null, submission: randomUUID() };
  const taken = await workOnCase(db, actor, 'case.work', form, async (work) => {
    if (work.row.assignedTo !== null) return refuse('taken');
    if (!(await claim(work.tx, actor, press, work.row.id))) return refuse('again');
    await giveCase(work, actor.id);
    return { ok: true as const };
  });
  return taken.ok || taken.reason === 'again' || taken.reason === 'taken' ? taken : refuse('other');
}
