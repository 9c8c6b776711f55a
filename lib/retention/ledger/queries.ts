import 'server-only';
import { resolve } from 'node:path';
import { desc } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { erasures } from '@/db/schema/erasures';
import { lastLine, wholeLines } from '@/lib/audit/checkpoints/file';
import { env } from '@/lib/env';
import { vaultSecret } from '@/lib/vault/secrets';
import {
  type ErasableKind,
  type LedgerLine,
  ledgerFileName,
  ledgerRowsIn,
  readLedger,
  type Why,
} from './line';

export type ErasureRow = typeof erasures.$inferSelect;

/** Where this installation's ledger lies outside the database. */
export const ledgerPlace = (secret: Buffer) => resolve(env().NARU_DATA_DIR, ledgerFileName(secret));

/** A row of the ledger as the line that leaves the database. */
export const lineOf = (row: ErasureRow): LedgerLine => ({
  seq: row.seq,
  id: row.id,
  kind: row.ownerKind as ErasableKind,
  owner: row.ownerId,
  at: row.erasedAt.toISOString(),
  why: row.why as Why,
  ...(row.askedBy && row.agreedBy ? { askedBy: row.askedBy, agreedBy: row.agreedBy } : {}),
  mac: row.mac,
});

/** The ledger on this machine's disk; null when there is none. Throws where it was tampered with, or cannot be read. */
export async function ledgerOnDisk(db: Db): Promise<LedgerLine[] | null> {
  const secret = await vaultSecret(db, 'audit');
  const rows = await wholeLines(ledgerPlace(secret));
  return rows && readLedger(secret, rows);
}

/** The ledger as a log that is kept elsewhere tells of it. Throws where a line is missing or was changed. */
export async function ledgerInLog(db: Db | Tx, rows: AsyncIterable<string>): Promise<LedgerLine[]> {
  return readLedger(await vaultSecret(db, 'audit'), await ledgerRowsIn(rows));
}

/** Where the ledger in the database ends: 0 when nothing was ever erased. */
export async function ledgerEnd(db: Db | Tx): Promise<number> {
  const [last] = await db.select({ seq: erasures.seq }).from(erasures).orderBy(desc(erasures.seq)).limit(1);
  return last?.seq ?? 0;
}

/** Whether the ledger on the disk knows of more than this database: then that was restored from before, and has to be replayed. */
export async function isBehindDisk(db: Db): Promise<boolean> {
  const { line } = await lastLine<LedgerLine>(ledgerPlace(await vaultSecret(db, 'audit')));
  return (line?.seq ?? 0) > (await ledgerEnd(db));
}
