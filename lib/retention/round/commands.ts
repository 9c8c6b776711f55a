import 'server-only';
import { and, asc, eq, lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { withTransaction } from '@/db/client';
import { erasures } from '@/db/schema/erasures';
import { outbox } from '@/db/schema/outbox';
import { reportRequests } from '@/db/schema/reports';
import { staffInvitations, staffKeptTexts, staffSessions } from '@/db/schema/staff';
import { withAudit } from '@/lib/audit/commands';
import { DAY } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { eraseRefused } from '@/lib/reports/refused/commands';
import { retentionDays } from '@/lib/settings/queries';
import type { RetentionDays } from '@/lib/settings/retention';
import { KEPT_MS } from '@/lib/staff/kept/queries';
import { destroyDataKey } from '@/lib/vault/commands';
import { vaultSecret } from '@/lib/vault/secrets';
import {
  CASE_CLASSES,
  cutoff,
  invitationsDue,
  isCaseDue,
  isReportDue,
  listCasesDue,
  listReportsDue,
  noticesDue,
  REPORT_CLASSES,
  refusedDue,
  sessionsDue,
  toldDue,
  wasRestoredLately,
} from '../due/queries';
import { eraseIn } from '../erasing/commands';
import { lockReport } from '../erasing/locking/commands';
import { shipLedger } from '../ledger/commands';
import { isBehindDisk } from '../ledger/queries';
import { replayLedger } from '../replay/commands';

/** What one round erases at the most: the next one goes on, and none keeps the others waiting for long. */
const A_ROUND = 50;

export type RetentionRound = { erased: number; refused: number; forgotten: number };

/**
 * Erases what has been kept as long as its period says. First the ledger is followed, in case this database was restored from before; last it is shipped.
 * Each thing goes in a transaction of its own that asks anew, under the locks, whether it is due and not held: killed in between, nothing is
 * half done, and of several that run at once one erases. One that fails is logged and holds up nobody. For a week after a restore nothing goes by its
 * period: holds, reopenings and longer periods of after the backup are not in the database, and have to be set again first.
 */
export async function eraseDue(db: Db): Promise<RetentionRound> {
  if (await isBehindDisk(db)) await replayLedger(db);
  const days = await retentionDays(db);
  const waits = await wasRestoredLately(db);
  try {
    return {
      erased: waits ? 0 : await eraseWhole(db, days),
      refused: waits ? 0 : await eraseRefusedDue(db, days),
      forgotten: await forgetDue(db, days),
    };
  } finally {
    await shipLedger(db);
  }
}

async function eraseWhole(db: Db, days: RetentionDays): Promise<number> {
  const secret = await vaultSecret(db, 'audit');
  let erased = 0;
  const one = async (kind: 'report' | 'case', id: string, isDue: Parameters<typeof eraseIn>[4]) => {
    try {
      const done = await withAudit(db, (tx, record) =>
        eraseIn(tx, record, secret, { kind, id, why: 'PERIOD', deciders: null }, isDue),
      );
      if (done.ok) erased += done.erased;
    } catch (error) {
      log.error('retention.not-erased', { kind, id, ...describeError(error) });
    }
  };
  for (const name of REPORT_CLASSES)
    for (const { id } of await listReportsDue(db, name, days[name], A_ROUND))
      await one('report', id, (tx) => isReportDue(tx, id, name, days[name]));
  for (const name of CASE_CLASSES)
    for (const { id } of await listCasesDue(db, name, days[name], A_ROUND))
      await one('case', id, (tx) => isCaseDue(tx, id, name, days[name]));
  return erased;
}

/** Values that a change of consent took the use of, some days after it was granted. */
async function eraseRefusedDue(db: Db, days: RetentionDays): Promise<number> {
  const due = await db
    .select({ id: reportRequests.id, reportId: reportRequests.reportId })
    .from(reportRequests)
    .where(refusedDue(days.REFUSED))
    .orderBy(asc(reportRequests.decidedAt))
    .limit(A_ROUND);
  let done = 0;
  for (const { id, reportId } of due) {
    const sections = await withAudit(db, async (tx, record) => {
      const still = await tx.$count(reportRequests, and(eq(reportRequests.id, id), refusedDue(days.REFUSED)));
      const locked = await lockReport(tx, reportId);
      // A case that goes on, or that nobody has read it, keeps the whole report and not what was refused.
      const mayChange = locked.ok || locked.reason === 'in-case' || locked.reason === 'unread';
      if (still === 0 || !mayChange) return null;
      const changed = await eraseRefused(tx, reportId);
      const detail = { request: id, sections: changed };
      await record(
        { kind: 'report', id: reportId },
        { kind: 'system', id: null },
        'report.refused-erased',
        detail,
      );
      return changed;
    });
    if (sections !== null) done += 1;
  }
  return done;
}

/** Notices, sessions, invitations that ran out, what was typed and not taken, and who is to be told of an erased report. */
async function forgetDue(db: Db, days: RetentionDays): Promise<number> {
  const counts = [
    await db.delete(outbox).where(noticesDue(days.NOTICES)).returning({ id: outbox.id }),
    await db.delete(staffSessions).where(sessionsDue(days.SESSIONS)).returning({ id: staffSessions.id }),
    await forgetInvitations(db, days),
    await db
      .delete(staffKeptTexts)
      .where(lt(staffKeptTexts.keptAt, cutoff(KEPT_MS / DAY)))
      .returning({ id: staffKeptTexts.id }),
    await db
      .update(erasures)
      .set({ receiptDigest: null })
      .where(toldDue(days.TOLD))
      .returning({ id: erasures.id }),
  ];
  return counts.reduce((sum, rows) => sum + rows.length, 0);
}

async function forgetInvitations(db: Db, days: RetentionDays): Promise<{ id: string }[]> {
  return withTransaction(db, async (tx) => {
    const gone = await tx
      .delete(staffInvitations)
      .where(invitationsDue(days.SESSIONS))
      .returning({ id: staffInvitations.id });
    for (const { id } of gone) await destroyDataKey(tx, { kind: 'invitation', id });
    return gone;
  });
}
