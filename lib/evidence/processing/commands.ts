import 'server-only';
import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import { type Db, withTransaction } from '@/db/client';
import { evidenceFiles } from '@/db/schema/evidence';
import { MINUTE, now } from '@/lib/clock';
import { env } from '@/lib/env';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { sealBytes } from '@/lib/vault/seal';
import { CHUNK_BYTES } from '../limits';
import { type OpenFile, openFile } from '../queries';
import { readChunks } from '../read-chunks';
import { chunkPlace, type EvidenceRecord, type Made, sealRecord } from '../sealed-record';
import { storeNamed } from '../storage/choose';
import type { ChunkPlace, Staged } from '../storage/store';
import type { CopyState, ScanState } from '../types';
import { scanStream } from './clamd';
import { type CleanImage, cleanImage } from './image-worker';

/** A process that took a file on and was ended leaves it to the next one after this long. */
const TURN_MS = 2 * MINUTE;
/** What waits in this process at most before a draft's own files are left to the next job. */
const LONGEST_QUEUE = 20;

type Queue = { last: Promise<unknown>; length: number };
const shared = globalThis as typeof globalThis & { naruFileQueue?: Queue };
/** One for the process, however often this module is loaded in it. */
const queue: Queue = shared.naruFileQueue ?? { last: Promise.resolve(), length: 0 };
shared.naruFileQueue = queue;

/** How often a picture is tried at all: whatever ends the process at the third try would end it at the fourth. */
const MOST_TRIES = 3;

/**
 * Scans what is waiting for the scanner and makes the clean copies and small pictures that are waiting. Any number of processes may do this at
 * once: each file is one's own for two minutes. In one process they take turns, so that a file's two minutes never pass in a queue. Answers
 * how many files were looked at; a fault with one is logged and leaves the others alone. `mostMs`: no file is begun after that long.
 * `draftId`: only that draft's, and not at all behind a long queue, because the next job does them too.
 */
export async function processWaiting(
  db: Db,
  { most, mostMs = Number.POSITIVE_INFINITY, draftId }: { most: number; mostMs?: number; draftId?: string },
): Promise<number> {
  if (draftId && queue.length >= LONGEST_QUEUE) return 0;
  if (!draftId) await followScannerSetting(db);
  let began: number | undefined;
  for (let done = 0; ; done += 1) {
    const goesOn = () => {
      // From when its turn came: a round that only waited would leave those that nobody else takes on.
      began ??= performance.now();
      return done < most && performance.now() - began < mostMs;
    };
    const did = await inQueue(async () => goesOn() && processOne(db, draftId));
    if (!did) return done;
  }
}

/** One file, when there is one that waits. */
async function processOne(db: Db, draftId: string | undefined): Promise<boolean> {
  const turn = await takeTurn(db, draftId);
  if (!turn) return false;
  try {
    // Null: its key was destroyed, and nothing can be done with it any more.
    if (turn.file) await processFile(db, turn.file);
  } catch (error) {
    log.warn('evidence.processing-failed', describeError(error));
  }
  return true;
}

/** One of this process's at a time: a picture is drawn by one worker, so that a file taken on behind others would only wait for it. */
async function inQueue<Done>(work: () => Promise<Done>): Promise<Done> {
  queue.length += 1;
  const turn = queue.last.then(work);
  queue.last = turn.catch(() => undefined);
  return turn.finally(() => {
    queue.length -= 1;
  });
}

/** Files that came while there was no scanner are scanned once there is one; none waits for one that was taken away. */
async function followScannerSetting(db: Db): Promise<void> {
  const [before, after]: ScanState[] = env().CLAMD_URL
    ? ['NOT_CONFIGURED', 'WAITING']
    : ['WAITING', 'NOT_CONFIGURED'];
  await db
    .update(evidenceFiles)
    .set({ scanState: after, tries: 0 })
    .where(eq(evidenceFiles.scanState, before ?? ''));
}

/** Takes one waiting file on, the one that was left alone for longest. */
async function takeTurn(db: Db, draftId: string | undefined): Promise<{ file: OpenFile | null } | null> {
  const waiting = or(
    eq(evidenceFiles.copyState, 'WAITING'),
    env().CLAMD_URL ? eq(evidenceFiles.scanState, 'WAITING') : undefined,
  );
  const free = or(
    eq(evidenceFiles.tries, 0),
    lt(evidenceFiles.touchedAt, new Date(now().getTime() - TURN_MS)),
  );
  return withTransaction(db, async (tx) => {
    const [row] = await tx
      .select()
      .from(evidenceFiles)
      .where(
        and(
          eq(evidenceFiles.state, 'STORED'),
          draftId ? eq(evidenceFiles.draftId, draftId) : undefined,
          waiting,
          free,
        ),
      )
      .orderBy(asc(evidenceFiles.touchedAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return null;
    await tx
      .update(evidenceFiles)
      .set({ tries: sql`${evidenceFiles.tries} + 1`, touchedAt: now() })
      .where(eq(evidenceFiles.id, row.id));
    return { file: await openFile(tx, row) };
  });
}

async function processFile(db: Db, file: OpenFile): Promise<void> {
  if (file.row.scanState === 'WAITING' && env().CLAMD_URL) {
    const infected = await scan(db, file);
    if (infected) return;
  }
  if (file.row.copyState === 'WAITING') await makeCopies(db, file);
}

const originalOf = (db: Db, { row, key }: OpenFile) =>
  readChunks(db, { store: storeNamed(row.store), key, fileId: row.id, variant: 'ORIGINAL' }, row.size);

/** Answers whether something was found. A scanner that is away leaves the file waiting, and does not keep its copy from being made. */
async function scan(db: Db, file: OpenFile): Promise<boolean> {
  try {
    const result = await scanStream(env().CLAMD_URL ?? '', originalOf(db, file));
    // Restarted, perhaps; one that hangs up again and again will not judge this file.
    if (result.state === 'BROKE_OFF' && file.row.tries < MOST_TRIES) return false;
    const isInfected = result.state === 'INFECTED';
    await settle(db, file, 'scanState', {
      scanState: result.state === 'BROKE_OFF' ? 'FAILED' : result.state,
      found: isInfected ? { threat: result.threat } : {},
      // What a scanner knows to be hostile is not opened.
      ...(isInfected && file.row.copyState === 'WAITING' ? { copyState: 'NOT_CLEANED' } : {}),
    });
    if (isInfected) log.warn('evidence.infected', { file: file.row.id });
    return isInfected;
  } catch (error) {
    log.warn('evidence.scan-failed', describeError(error));
    await forgiveTry(db, file.row.id);
    return false;
  }
}

/** A scanner that is away for a day is nothing that a file did: its tries must not be used up once the scanner is back. */
async function forgiveTry(db: Db, id: string): Promise<void> {
  await db
    .update(evidenceFiles)
    .set({ tries: sql`greatest(${evidenceFiles.tries} - 1, 1)` })
    .where(eq(evidenceFiles.id, id));
}

async function makeCopies(db: Db, file: OpenFile): Promise<void> {
  const { row, record } = file;
  const image =
    record.type && row.tries < MOST_TRIES ? await cleanImage(record.type, originalOf(db, file)) : null;
  await settle(db, file, 'copyState', {
    copyState: image ? 'MADE' : 'FAILED',
    found: image ? { photo: image.photo, copy: said(image.copy), thumbnail: said(image.thumbnail) } : {},
    chunks: image ? await stageCopies(db, file, image) : [],
  });
}

const said = ({ mime, size, width, height }: Made): Made => ({ mime, size, width, height });

type StagedChunk = { place: ChunkPlace; chunk: Staged };

async function stageCopies(db: Db, { row, key }: OpenFile, image: CleanImage): Promise<StagedChunk[]> {
  const store = storeNamed(row.store);
  const staged: StagedChunk[] = [];
  for (const [variant, bytes] of [
    ['COPY', image.copy.bytes],
    ['THUMBNAIL', image.thumbnail.bytes],
  ] as const) {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const place = { fileId: row.id, variant, seq: at / CHUNK_BYTES };
      const part = bytes.subarray(at, at + CHUNK_BYTES);
      const sealed = sealBytes(key, chunkPlace(row.id, variant, place.seq), part);
      staged.push({ place, chunk: await store.stage(db, sealed) });
    }
  }
  return staged;
}

type Settled = {
  copyState?: CopyState;
  scanState?: ScanState;
  found: Partial<EvidenceRecord>;
  chunks?: StagedChunk[];
};

/** Writes down what came out, unless the file was removed meanwhile or another process was first. */
async function settle(
  db: Db,
  { row, key }: OpenFile,
  waitedFor: 'copyState' | 'scanState',
  { found, chunks = [], ...states }: Settled,
): Promise<void> {
  await withTransaction(db, async (tx) => {
    const [locked] = await tx.select().from(evidenceFiles).where(eq(evidenceFiles.id, row.id)).for('update');
    const current = locked?.[waitedFor] === 'WAITING' ? await openFile(tx, locked) : null;
    if (!current) return;
    const store = storeNamed(row.store);
    for (const { place, chunk } of chunks) await store.attach(tx, place, chunk);
    const sealed = sealRecord(key, row.id, { ...current.record, ...found });
    await tx
      .update(evidenceFiles)
      .set({ ...states, sealed })
      .where(eq(evidenceFiles.id, row.id));
  });
}
