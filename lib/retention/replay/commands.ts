import 'server-only';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseReports, cases } from '@/db/schema/cases';
import { erasures } from '@/db/schema/erasures';
import { reports } from '@/db/schema/reports';
import { dataKeys } from '@/db/schema/vault';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import { log } from '@/lib/log';
import { keepCount, keepOutcomes } from '../erasing/counting/commands';
import { eraseRows } from '../erasing/rows/commands';
import { keepLine, lockLedger } from '../ledger/commands';
import type { LedgerLine } from '../ledger/line';
import { ledgerEnd, ledgerOnDisk, lineOf } from '../ledger/queries';

export type Replayed = {
  /** Lines that the ledger holds outside the database. */
  lines: number;
  /** Of those, the ones that this database did not know of: what they name is erased again. */
  added: number;
  /** What the database knew as erased and could still open. */
  again: number;
};

/**
 * Makes a database that was restored from before forget again: follows the ledger outside the database, line by line, each in a transaction of its own.
 * Run once more it finds nothing to do. A legal hold that was set since lies on what was gone already, and keeps nothing. Null where there is no
 * ledger. Throws when a line is not as it was written, or when the database's own ledger says something else.
 */
export async function replayLedger(db: Db, given?: LedgerLine[]): Promise<Replayed | null> {
  const lines = given ?? (await ledgerOnDisk(db));
  if (!lines) return null;
  const result: Replayed = { lines: lines.length, added: 0, again: 0 };
  const end = await ledgerEnd(db);
  await sameAsHere(db, lines, end);
  for (const line of lines.slice(end)) if (await replayLine(db, line)) result.added += 1;
  for (const line of await stillOpening(db)) {
    await withAudit(db, (tx, record) => eraseAgain(tx, record, line));
    result.again += 1;
  }
  if (result.added + result.again > 0) log.warn('erasure.replayed', result);
  return result;
}

/** Two ledgers that part from each other cannot both be right: nothing is done by either. */
async function sameAsHere(db: Db, lines: readonly LedgerLine[], end: number): Promise<void> {
  const seq = Math.min(end, lines.length);
  if (seq === 0) return;
  const [row] = await db.select({ mac: erasures.mac }).from(erasures).where(eq(erasures.seq, seq));
  if (row?.mac !== lines[seq - 1]?.mac)
    throw new Error('The erasure ledger on the disk and the one in the database are not the same.');
}

async function replayLine(db: Db, line: LedgerLine): Promise<boolean> {
  return withAudit(db, async (tx, record) => {
    const digest = await eraseAgain(tx, record, line);
    const end = await lockLedger(tx);
    // Somebody else replayed it first; what was erased here again does no harm.
    if (end >= line.seq) return false;
    await keepLine(tx, line, digest);
    return true;
  });
}

/** Erases what a line names, if it is here at all. Answers the digest by which the holder of its receipt code is told. */
async function eraseAgain(tx: Tx, record: RecordAudit, line: LedgerLine): Promise<Buffer | undefined> {
  const { kind, owner: id, why } = line;
  const report = kind === 'report' ? await countedReport(tx, line) : undefined;
  const called = report?.reference ?? (kind === 'case' ? await countedCase(tx, id) : id);
  await eraseRows(tx, kind, id, called);
  await record({ kind, id }, { kind: 'system', id: null }, `${kind}.erased`, {
    why,
    line: line.seq,
    again: true,
  });
  return report?.receiptDigest;
}

async function countedReport(tx: Tx, { owner, why }: LedgerLine) {
  const [row] = await tx.select().from(reports).where(eq(reports.id, owner)).for('update');
  if (row) await keepCount(tx, row, why);
  return row;
}

/** A case's line comes before those of its reports, which say whether it may be counted. */
async function countedCase(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id)).for('update');
  const inIt = await tx
    .select({ report: reports })
    .from(caseReports)
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(and(eq(caseReports.caseId, id), isNull(caseReports.unlinkedAt)));
  if (row)
    await keepOutcomes(
      tx,
      row,
      inIt.map(({ report }) => report),
    );
  return row?.number;
}

/** Lines of the database's own ledger whose data can still be opened: a restore in parts, or a row put back by hand. */
async function stillOpening(db: Db): Promise<LedgerLine[]> {
  const rows = await db
    .selectDistinctOn([erasures.seq], { row: erasures })
    .from(erasures)
    .innerJoin(dataKeys, eq(dataKeys.ownerId, erasures.ownerId))
    .where(isNotNull(dataKeys.wrapped))
    .orderBy(erasures.seq);
  return rows.map(({ row }) => lineOf(row));
}
