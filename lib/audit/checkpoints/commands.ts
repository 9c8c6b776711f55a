import 'server-only';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { and, asc, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { auditChains } from '@/db/schema/audit';
import { MINUTE, now } from '@/lib/clock';
import { env } from '@/lib/env';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { vaultSecret } from '@/lib/vault/secrets';
import { appendLines, lastLine, readyToAppend, wholeLines } from './file';
import {
  type CheckpointLine,
  FILE_STEM,
  FIRST_MAC,
  fileNameOf,
  HEAD_BYTES,
  lineMac,
  readLines,
  type Shipped,
  type ShippedHead,
} from './line';

/** How often, at most, something is shipped [J]: what happened since the last time can be taken back unseen. */
export const CHECKPOINT_EVERY = 5 * MINUTE;
/** Heads a line: a line stays small enough to be found from the end of the file. */
const HEADS_A_LINE = 2_000;
/** Held while one is written, so that two processes of a machine do not write the same one. */
const LOCK = 0x6e617275;

const place = (secret: Buffer) => resolve(env().NARU_DATA_DIR, fileNameOf(secret));

/**
 * Ships where every chain stands that moved since the last time: to a file under NARU_DATA_DIR, whole, and to the log, the MAC that the file
 * has to end with. Whoever can write the database and nothing else can then take back no chain to before that. Answers how many heads; null
 * where there is no disk to ship to, which the log then says.
 */
export async function shipCheckpoint(db: Db): Promise<number | null> {
  const secret = await vaultSecret(db, 'audit');
  const path = place(secret);
  return withTransaction(db, async (tx) => {
    if (!(await isFirst(tx))) return 0;
    try {
      await readyToAppend(path);
    } catch (error) {
      log.warn('audit.checkpoint-not-shipped', describeError(error));
      return null;
    }
    const { line: last, end } = await lastLine<CheckpointLine>(path);
    if (last && now().getTime() - Date.parse(last.at) < CHECKPOINT_EVERY) return 0;
    const { since, ago } = await sinceThen(tx, last?.since ?? null);
    let shipped = 0;
    let before = last;
    let at = end;
    for await (const { heads, isLast } of movedHeads(tx, ago)) {
      if (heads.length === 0 && shipped === 0) return 0;
      shipped += heads.length;
      // Only the last of several lines says that everything up to now is shipped.
      const line: Omit<CheckpointLine, 'mac'> = {
        seq: (before?.seq ?? 0) + 1,
        at: isLast ? now().toISOString() : (last?.at ?? new Date(0).toISOString()),
        since: isLast ? since : (last?.since ?? '0'),
        heads,
      };
      before = { ...line, mac: lineMac(secret, before?.mac ?? FIRST_MAC, line) };
      at = await appendLines(path, at, [before]);
    }
    log.record('audit.checkpoint', { seq: before?.seq ?? 0, heads: shipped, mac: before?.mac ?? '' });
    return shipped;
  });
}

async function isFirst(tx: Tx): Promise<boolean> {
  const { rows } = (await tx.execute(sql`select pg_try_advisory_xact_lock(${LOCK}) as mine`)) as unknown as {
    rows: { mine: boolean }[];
  };
  return rows[0]?.mine ?? false;
}

/**
 * What to ask for: heads written by transactions that were not over the last time, asked of the rows' own transaction ids: no clock of any machine is
 * trusted, and one that committed late is not left out. What is asked for too much (after a restore, everything) does no harm.
 */
async function sinceThen(tx: Tx, since: string | null): Promise<{ since: string; ago: bigint | null }> {
  const { rows } = (await tx.execute(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_snapshot_xmax(pg_current_snapshot())::text as newest`,
  )) as unknown as { rows: { oldest: string; newest: string }[] };
  const { oldest = '0', newest = '0' } = rows[0] ?? {};
  // Transaction ids that are younger than any here are another database's: what was shipped then says nothing of these rows.
  const between = since === null ? null : BigInt(newest) - BigInt(since);
  return { since: oldest, ago: between !== null && between >= 0n ? between : null };
}

/** The heads that moved, a line's worth at a time along the index of chains; `isLast` with the last of them, which may hold none. */
async function* movedHeads(
  tx: Tx,
  ago: bigint | null,
): AsyncGenerator<{ heads: ShippedHead[]; isLast: boolean }> {
  let last: typeof auditChains.$inferSelect | undefined;
  for (;;) {
    const rows: (typeof auditChains.$inferSelect)[] = await tx
      .select()
      .from(auditChains)
      .where(
        and(
          ago === null ? undefined : sql`age(${auditChains}.xmin) <= ${ago.toString()}::bigint`,
          last &&
            sql`(${auditChains.objectKind}, ${auditChains.objectId}) > (${last.objectKind}, ${last.objectId}::uuid)`,
        ),
      )
      .orderBy(asc(auditChains.objectKind), asc(auditChains.objectId))
      .limit(HEADS_A_LINE);
    last = rows.at(-1);
    const isLast = rows.length < HEADS_A_LINE;
    yield {
      heads: rows.map(({ objectKind, objectId, count, head }) => [
        objectKind,
        objectId,
        count,
        head.toString('hex', 0, HEAD_BYTES),
      ]),
      isLast,
    };
    if (isLast) return;
  }
}

/**
 * What was shipped from this database to this machine, up to a line or all of it; null when nothing was. Throws where the file was tampered with,
 * or cannot be read.
 */
export async function shippedHere(db: Db, upTo?: number): Promise<Shipped | null> {
  const secret = await vaultSecret(db, 'audit');
  return readLines(secret, () => wholeLines(place(secret)), upTo);
}

/** Whether any installation ships to this machine: asked before there is a database that could say which. */
export async function checkpointsLieHere(): Promise<boolean> {
  const names = await readdir(env().NARU_DATA_DIR).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.some((name) => name.startsWith(FILE_STEM));
}

/** The newest line that was shipped from this database to this machine, for a backup to say from when it is. */
export async function lastShipped(db: Db): Promise<Pick<CheckpointLine, 'seq' | 'mac'> | null> {
  const { line } = await lastLine<CheckpointLine>(place(await vaultSecret(db, 'audit')));
  return line && { seq: line.seq, mac: line.mac };
}

/**
 * Writes down that the database was put back to where it stood when line `to` was the last, so that what was shipped since is not taken for
 * tampering. Whoever has no key cannot write this line, and everybody who verifies is told of it. Nothing to do where nothing was ever shipped.
 */
export async function shipRestored(db: Db, to: number): Promise<void> {
  const secret = await vaultSecret(db, 'audit');
  const path = place(secret);
  const { line: last, end } = await lastLine<CheckpointLine>(path);
  if (!last) return;
  // Zero: the rows' transaction ids are new ones, so the next checkpoint ships every head again.
  const line = { seq: last.seq + 1, at: now().toISOString(), since: '0', heads: [], restored: { to } };
  const mac = lineMac(secret, last.mac, line);
  await appendLines(path, end, [{ ...line, mac }]);
  log.warn('audit.restored', { seq: line.seq, to, mac });
}
