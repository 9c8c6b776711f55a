import 'server-only';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseReports, cases } from '@/db/schema/cases';
import { reportSections, reportUrgency } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { DAY, now } from '@/lib/clock';
import { tell } from '@/lib/notify/outbox/commands';
import { oneByOne } from '@/lib/one-by-one';
import type { Assessment } from '@/lib/urgency/assess';
import { isGrave, type Level } from '@/lib/urgency/levels';
import { mostUrgent } from '@/lib/urgency/standing';
import { openDataKey } from '@/lib/vault/commands';
import { open } from '@/lib/vault/seal';
import { type CaseRow, lockCase, systemWork } from '../../case-work/commands';
import { moveCase } from '../../workflow/commands';
import { whomInDanger } from '../whom/queries';

/** How far back a round looks: much longer than rounds are ever apart. */
const LOOKS_BACK = 7 * DAY;

/**
 * Opens every closed case again to whose reports their reporters added grave danger since it was closed: whoever closed it did not know. It stands in the
 * queue with its clocks until somebody has decided, and its assignee, all supervisors and whoever is on duty are told at once. One that breaks is
 * logged and keeps no other waiting. What staff recorded opens none: lib/cases/report-facts/danger tells of it. Answers how many.
 */
export async function reopenInDanger(db: Db): Promise<number> {
  const since = new Date(now().getTime() - LOOKS_BACK);
  const added = await db
    .selectDistinct({ id: cases.id, openedAt: cases.openedAt, closedAt: cases.closedAt })
    .from(reportSections)
    .innerJoin(
      caseReports,
      and(eq(caseReports.reportId, reportSections.reportId), isNull(caseReports.unlinkedAt)),
    )
    .innerJoin(cases, eq(cases.id, caseReports.caseId))
    .where(
      and(
        sql`${reportSections.part} > 0 and not ${reportSections.byStaff}`,
        gt(reportSections.addedAt, since),
        eq(cases.state, 'CLOSED'),
        gt(reportSections.addedAt, cases.closedAt),
      ),
    );
  const closed = new Map(added.map((row) => [row.id, row]));
  return oneByOne('danger.reopen-failed', 'case', [...closed.keys()], async (id) => {
    const row = closed.get(id);
    // Asked first without a lock: what is mild is added to a closed case as well, and is found here for days.
    return row !== undefined && (await dangerSince(db, row)) !== null && reopen(db, id);
  });
}

async function reopen(db: Db, id: string): Promise<boolean> {
  return withAudit(db, async (tx, record) => {
    const row = await lockCase(tx, id);
    if (row?.state !== 'CLOSED') return false;
    const level = await dangerSince(tx, row);
    if (!level) return false;
    const work = await systemWork(tx, record, row);
    await moveCase(work, 'REOPENED', '', {}, { words: { because: 'DANGER_ADDED' } });
    const about = { kind: 'case' as const, id };
    await tell(tx, {
      kind: 'DANGER',
      staffIds: await whomInDanger(tx, about),
      subject: about,
      detail: { level },
      dedupe: `danger/${id}/${row.closedAt?.getTime()}`,
    });
    return true;
  });
}

/** The gravest of what was added since a case was closed, where that would raise to U1 or U2 by itself. */
async function dangerSince(
  tx: Db | Tx,
  row: Pick<CaseRow, 'id' | 'openedAt' | 'closedAt'>,
): Promise<Level | null> {
  const here = tx
    .select({ id: caseReports.reportId })
    .from(caseReports)
    .where(and(eq(caseReports.caseId, row.id), isNull(caseReports.unlinkedAt)));
  const computed = await tx
    .select()
    .from(reportUrgency)
    .where(
      and(inArray(reportUrgency.reportId, here), gt(reportUrgency.computedAt, row.closedAt ?? row.openedAt)),
    );
  const found: Level[] = [];
  for (const { id, reportId, sealed } of computed) {
    const key = await openDataKey(tx, { kind: 'report', id: reportId });
    const { news, cause } = open<Assessment>(
      key,
      { table: 'report_urgency', row: id, column: 'sealed' },
      sealed,
    );
    if (cause === 'ADDED' && news && isGrave(news)) found.push(news);
  }
  return mostUrgent(found);
}
