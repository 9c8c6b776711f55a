import 'server-only';
import { randomUUID } from 'node:crypto';
import { asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { erasures } from '@/db/schema/erasures';
import { appendLines, lastLine } from '@/lib/audit/checkpoints/file';
import { now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { vaultSecret } from '@/lib/vault/secrets';
import { type ErasableKind, FIRST_MAC, type LedgerLine, ledgerMac, type Why } from './line';
import { ledgerPlace, lineOf } from './queries';

/** Held to the end of a transaction that writes to the ledger, so that its lines are one chain. Taken last of all locks. */
const WRITING = 0x6e617277;
/** Held while lines are shipped, so that two processes of a machine do not write the same one. */
const SHIPPING = 0x6e617278;
const SHIPPED_A_ROUND = 1_000;

/** Something that is being erased. `digest`: of a report's receipt code, so that its holder can be told for a while. */
export type Erased = { kind: ErasableKind; id: string; digest?: Buffer };
/** Two people decided it, or nobody did: its time was over. */
export type Deciders = { askedBy: string; agreedBy: string } | null;

/** Writes to the ledger in the transaction that erases: what is erased and the line about it are stored together or not at all. */
export async function appendToLedger(
  tx: Tx,
  secret: Buffer,
  erased: readonly Erased[],
  why: Why,
  deciders: Deciders,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITING})`);
  const [last] = await tx.select().from(erasures).orderBy(desc(erasures.seq)).limit(1);
  let before = { seq: last?.seq ?? 0, mac: last?.mac ?? FIRST_MAC };
  const at = now();
  for (const { kind, id: owner, digest } of erased) {
    const line = {
      seq: before.seq + 1,
      id: randomUUID(),
      kind,
      owner,
      at: at.toISOString(),
      why,
      ...(deciders ?? {}),
    };
    const mac = ledgerMac(secret, before.mac, line);
    await keepLine(tx, { ...line, mac }, digest);
    before = { seq: line.seq, mac };
  }
}

/**
 * Keeps a line as it is. A sos form that is sent again after its report was erased makes a new report with the same receipt code: when that is
 * erased too, its holder is told of the last time.
 */
export async function keepLine(tx: Tx, line: LedgerLine, digest?: Buffer): Promise<void> {
  if (digest)
    await tx.update(erasures).set({ receiptDigest: null }).where(eq(erasures.receiptDigest, digest));
  const { seq, id, kind, owner, at, why, mac, askedBy, agreedBy } = line;
  await tx.insert(erasures).values({
    id,
    seq,
    ownerKind: kind,
    ownerId: owner,
    erasedAt: new Date(at),
    why,
    mac,
    askedBy: askedBy ?? null,
    agreedBy: agreedBy ?? null,
    receiptDigest: digest ?? null,
  });
}

/** Locks the ledger for who adds lines that it was given, and answers where it ends. */
export async function lockLedger(tx: Tx): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITING})`);
  const [last] = await tx.select({ seq: erasures.seq }).from(erasures).orderBy(desc(erasures.seq)).limit(1);
  return last?.seq ?? 0;
}

/**
 * Ships what the ledger has come to hold: to a file under NARU_DATA_DIR, and every line once to the log, whole, so that a log kept elsewhere is a
 * ledger where there is no disk. After the commit: a crash between the two leaves lines for the next round. Answers how many were shipped;
 * null where the file could not be written. Throws when the file knows of more than the database: then that was restored, and is to be replayed.
 */
export async function shipLedger(db: Db): Promise<number | null> {
  const secret = await vaultSecret(db, 'audit');
  const path = ledgerPlace(secret);
  return withTransaction(db, async (tx) => {
    if (!(await isFirst(tx))) return 0;
    const onDisk = await shipToFile(tx, path);
    const rows = await tx
      .select()
      .from(erasures)
      .where(isNull(erasures.shippedAt))
      .orderBy(asc(erasures.seq))
      .limit(SHIPPED_A_ROUND);
    for (const row of rows) {
      log.record('erasure', { line: JSON.stringify(lineOf(row)) });
      await tx.update(erasures).set({ shippedAt: now() }).where(eq(erasures.id, row.id));
    }
    return onDisk ? rows.length : null;
  });
}

async function isFirst(tx: Tx): Promise<boolean> {
  const { rows } = (await tx.execute(
    sql`select pg_try_advisory_xact_lock(${SHIPPING}) as mine`,
  )) as unknown as { rows: { mine: boolean }[] };
  return rows[0]?.mine ?? false;
}

/** What the file lacks, whoever shipped it before: each machine's file is whole. */
async function shipToFile(tx: Tx, path: string): Promise<boolean> {
  const { line: last, end } = await lastLine<LedgerLine>(path);
  if (last) {
    const [same] = await tx.select({ mac: erasures.mac }).from(erasures).where(eq(erasures.seq, last.seq));
    if (same?.mac !== last.mac)
      throw new Error('The erasure ledger on the disk and the one in the database are not the same.');
  }
  for (let from = last?.seq ?? 0, at = end; ; ) {
    const rows = await tx
      .select()
      .from(erasures)
      .where(gt(erasures.seq, from))
      .orderBy(asc(erasures.seq))
      .limit(SHIPPED_A_ROUND);
    if (rows.length === 0) return true;
    const lines = rows.map(lineOf);
    try {
      at = await appendLines(path, at, lines);
    } catch (error) {
      log.warn('erasure.ledger-not-on-disk', describeError(error));
      return false;
    }
    from = rows.at(-1)?.seq ?? from;
  }
}
