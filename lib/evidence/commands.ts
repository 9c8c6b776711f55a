import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, count, eq, inArray } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { drafts } from '@/db/schema/drafts';
import { evidenceFiles } from '@/db/schema/evidence';
import type { RecordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { type Refusal, refuse } from '@/lib/errors';
import { maskResidentNumbers } from '@/lib/resident-number';
import { createDataKey } from '@/lib/vault/commands';
import { type DataKey, sealBytes } from '@/lib/vault/seal';
import { destroyFiles, giveUpEmpty } from './destroying/commands';
import { displayName } from './file-name';
import { judgeWhole } from './judge-whole';
import { CAPTION_LIMIT, CHUNK_BYTES, type EvidenceField, MOST_BYTES, MOST_FILES } from './limits';
import { findDraftFile, isFileId, type OpenFile, openFile, selectDraftFile, stillOpen } from './queries';
import { hasQuota, takeFromQuota } from './quota';
import { readChunk, readChunks, type Stored } from './read-chunks';
import { recogniseType } from './recognise';
import { chunkPlace, type EvidenceRecord, openRecord, sealRecord } from './sealed-record';
import { storeNamed, writingStore } from './storage/choose';
import type { ChunkPlace, Staged } from './storage/store';
import { type FileRefusal, fileTypes, type Origin } from './types';

export { processWaiting } from './processing/commands';

type Begun = { ok: true; id: string };
type Taken = { ok: true; received: number; done: boolean };

type NewFile = { field: EvidenceField; name: string; size: number };
type NotBegun = Refusal<'gone' | 'empty' | 'too-large' | 'too-many' | 'too-much'>;

/** Makes room for a file. `from`: the address it comes from, which has so many bytes a day (quota.ts); without one there is no such limit. */
export async function beginUpload(
  db: Db,
  draftId: string,
  file: NewFile,
  from?: string,
): Promise<Begun | NotBegun> {
  if (file.size <= 0) return refuse('empty');
  if (file.size > MOST_BYTES) return refuse('too-large');
  if (from !== undefined && !(await hasQuota(db, from, file.size))) return refuse('too-much');
  return makeRoom(db, draftId, file);
}

/** The draft's row is locked while its files are counted, so that two tabs at once cannot pass the limit. */
async function makeRoom(db: Db, draftId: string, file: NewFile): Promise<Begun | NotBegun> {
  return withTransaction(db, async (tx) => {
    const [draft] = await tx
      .select({ id: drafts.id })
      .from(drafts)
      .where(and(eq(drafts.id, draftId), ...stillOpen()))
      .for('update');
    if (!draft) return refuse('gone');
    const [{ files = 0 } = {}] = await tx
      .select({ files: count() })
      .from(evidenceFiles)
      .where(eq(evidenceFiles.draftId, draftId));
    if (files >= MOST_FILES && !(await giveUpEmpty(tx, draftId))) return refuse('too-many');
    const id = randomUUID();
    const key = await createDataKey(tx, { kind: 'evidence', id });
    const record: EvidenceRecord = { field: file.field, name: displayName(file.name), caption: '' };
    await tx.insert(evidenceFiles).values({
      id,
      draftId,
      state: 'RECEIVING',
      size: file.size,
      received: 0,
      store: writingStore().name,
      sealed: sealRecord(key, id, record),
      copyState: 'WAITING',
      scanState: env().CLAMD_URL ? 'WAITING' : 'NOT_CONFIGURED',
      createdAt: now(),
      touchedAt: now(),
    });
    return { ok: true, id };
  });
}

/**
 * Takes the next piece of a file: all of it is stored and counted in one transaction, or nothing. A piece that was already taken (its answer
 * was lost on the way) is answered with how much is here and is not stored again. A file whose content is not taken is destroyed at once.
 * `from`: the address it comes from, as for an upload that is begun; past the day's bytes the file stays as far as it has come.
 */
export async function writePiece(
  db: Db,
  draftId: string,
  fileId: string,
  offset: number,
  bytes: Buffer,
  from?: string,
): Promise<Taken | Refusal<'wrong-offset' | Exclude<FileRefusal, 'empty' | 'too-many'>>> {
  const file = await findDraftFile(db, draftId, fileId);
  if (!file) return refuse('gone');
  const { row, key } = file;
  if (offset > row.received) return refuse('wrong-offset');
  if (offset < row.received || bytes.length === 0) return taken(row);
  const end = offset + bytes.length;
  if (end > row.size) return refuse('too-large');
  if (from !== undefined && !(await takeFromQuota(db, from, offset, end))) return refuse('too-much');
  const chunks = await toChunks(db, file, bytes);
  const judged = await judge(db, file, chunks, end);
  if (!judged.ok) {
    await removeFile(db, draftId, fileId);
    return refuse(judged.reason);
  }
  const store = storeNamed(row.store);
  const staged: { place: ChunkPlace; chunk: Staged }[] = [];
  for (const { seq, plain } of chunks) {
    const place = { fileId, variant: 'ORIGINAL', seq } as const;
    staged.push({
      place,
      chunk: await store.stage(db, sealBytes(key, chunkPlace(fileId, 'ORIGINAL', seq), plain)),
    });
  }
  return withTransaction(db, async (tx) => {
    const current = await lockDraftFile(tx, draftId, fileId, key);
    if (!current) return refuse('gone');
    // Another sending of the same piece was first.
    if (current.row.received !== offset) return taken(current.row);
    for (const { place, chunk } of staged) await store.attach(tx, place, chunk);
    const done = end === row.size;
    const record = { ...current.record, ...judged.found, ...(done ? { size: end } : {}) };
    await tx
      .update(evidenceFiles)
      .set({
        received: end,
        touchedAt: now(),
        sealed: sealRecord(key, fileId, record),
        ...(done ? { state: 'STORED' } : {}),
        ...(record.type && !fileTypes[record.type].cleaned ? { copyState: 'NOT_CLEANED' } : {}),
      })
      .where(eq(evidenceFiles.id, fileId));
    return { ok: true, received: end, done };
  });
}

const taken = (row: OpenFile['row']): Taken => ({
  ok: true,
  received: row.received,
  done: row.state === 'STORED',
});

const originalOf = ({ row, key }: OpenFile): Stored => ({
  store: storeNamed(row.store),
  key,
  fileId: row.id,
  variant: 'ORIGINAL',
});

type Chunk = { seq: number; plain: Buffer };

/** The chunks that a piece makes or makes longer: a last chunk that is not full is opened and goes on. */
async function toChunks(db: Db, file: OpenFile, bytes: Buffer): Promise<Chunk[]> {
  const { received } = file.row;
  const first = Math.floor(received / CHUNK_BYTES);
  const begun = received % CHUNK_BYTES;
  // A sending that was counted meanwhile may have made this chunk longer: only what was counted before is taken from it.
  const before = begun ? (await readChunk(db, originalOf(file), first)).subarray(0, begun) : Buffer.alloc(0);
  const plain = Buffer.concat([before, bytes]);
  const chunks: Chunk[] = [];
  for (let at = 0; at < plain.length; at += CHUNK_BYTES) {
    chunks.push({ seq: first + at / CHUNK_BYTES, plain: plain.subarray(at, at + CHUNK_BYTES) });
  }
  return chunks;
}

type Judged =
  | { ok: true; found: Pick<EvidenceRecord, 'type' | 'sha256'> }
  | Refusal<'type-not-accepted' | 'unreadable'>;

/** What a piece tells about its file: the type, once the first chunk is whole, and the digest, once the last byte is here. */
async function judge(db: Db, file: OpenFile, chunks: Chunk[], received: number): Promise<Judged> {
  const { row, record } = file;
  const head = chunks[0]?.seq === 0 ? chunks[0].plain : undefined;
  const isHeadWhole = head && (head.length === CHUNK_BYTES || received === row.size);
  const type = record.type ?? (isHeadWhole ? await recogniseType(head) : undefined);
  if (type === null) return refuse('type-not-accepted');
  if (!type || received < row.size) return { ok: true, found: type ? { type } : {} };
  const whole = await judgeWhole(type, allChunks(db, file, chunks));
  return whole.ok ? { ok: true, found: { type, sha256: whole.sha256 } } : whole;
}

async function* allChunks(db: Db, file: OpenFile, last: Chunk[]): AsyncGenerator<Buffer> {
  const stored = (last[0]?.seq ?? 0) * CHUNK_BYTES;
  yield* readChunks(db, originalOf(file), stored);
  for (const { plain } of last) yield plain;
}

/** Takes a file that came in one post. `from`: as for an upload that is begun. */
export async function takeWhole(
  db: Db,
  draftId: string,
  file: { field: EvidenceField; name: string; bytes: Buffer },
  from?: string,
): Promise<Begun | Refusal<FileRefusal>> {
  const { field, name, bytes } = file;
  const begun = await beginUpload(db, draftId, { field, name, size: bytes.length }, from);
  if (!begun.ok) return begun;
  // Next's compiler leaves the imported name as it is in a loop that steps by it and goes on early: the built server then knows no such name.
  let offset = 0;
  while (offset < bytes.length) {
    const end = offset + CHUNK_BYTES;
    const piece = await writePiece(db, draftId, begun.id, offset, bytes.subarray(offset, end), from);
    if (!piece.ok) {
      // Nobody else knows the file yet: what has come of it is of no use to anybody.
      await removeFile(db, draftId, begun.id);
      return piece.reason === 'wrong-offset' ? refuse('gone') : refuse(piece.reason);
    }
    offset = end;
  }
  return begun;
}

/** What its sender says about a file. What is not given stays as it is; an empty caption takes the old one away. */
export async function describeFile(
  db: Db,
  draftId: string,
  fileId: string,
  said: { caption?: string; origin?: Origin | null },
): Promise<{ ok: true; masked: number } | Refusal<'gone'>> {
  if (!isFileId(fileId)) return refuse('gone');
  return withTransaction(db, async (tx) => {
    const file = await lockDraftFile(tx, draftId, fileId);
    if (!file) return refuse('gone');
    const caption =
      said.caption === undefined ? undefined : maskResidentNumbers(said.caption.normalize('NFC'));
    const record: EvidenceRecord = {
      ...file.record,
      ...(caption ? { caption: [...caption.text.trim()].slice(0, CAPTION_LIMIT).join('') } : {}),
      ...(said.origin === undefined ? {} : { origin: said.origin ?? undefined }),
    };
    await tx
      .update(evidenceFiles)
      .set({ sealed: sealRecord(file.key, fileId, record) })
      .where(eq(evidenceFiles.id, fileId));
    return { ok: true, masked: caption?.masked ?? 0 };
  });
}

/** Takes a file out of a draft, wherever its upload stands: its key is destroyed, then its bytes go. */
export async function removeFile(
  db: Db,
  draftId: string,
  fileId: string,
): Promise<{ ok: true } | Refusal<'gone'>> {
  if (!isFileId(fileId)) return refuse('gone');
  return withTransaction(db, async (tx) => {
    const file = await lockDraftFile(tx, draftId, fileId);
    if (!file) return refuse('gone');
    await destroyFiles(tx, [fileId]);
    return { ok: true };
  });
}

/**
 * A draft's file, locked; null when it is not there or its draft is over or was sent. Who waited for the lock while the file went elsewhere
 * finds that its row no longer joins its draft.
 */
async function lockDraftFile(
  tx: Tx,
  draftId: string,
  fileId: string,
  known?: DataKey,
): Promise<OpenFile | null> {
  const found = await selectDraftFile(tx, draftId, fileId).for('update', { of: evidenceFiles });
  const row = found[0]?.row;
  if (!row) return null;
  return known ? { row, key: known, record: openRecord(known, fileId, row.sealed) } : openFile(tx, row);
}

/**
 * Gives a draft's files to the report it became, in the transaction that makes it. A file that was still coming is given up: a report holds
 * whole files only. Answers how many the report now has from this draft, and how many were given up.
 */
export async function attachEvidence(
  tx: Tx,
  record: RecordAudit,
  draftId: string,
  reportId: string,
): Promise<{ attached: number; givenUp: number }> {
  const rows = await tx
    .select({ id: evidenceFiles.id, state: evidenceFiles.state })
    .from(evidenceFiles)
    .where(eq(evidenceFiles.draftId, draftId))
    .orderBy(evidenceFiles.id)
    .for('update');
  const whole = rows.filter(({ state }) => state === 'STORED').map(({ id }) => id);
  const others = rows.filter(({ state }) => state !== 'STORED').map(({ id }) => id);
  await destroyFiles(tx, others);
  if (whole.length > 0) {
    await tx.update(evidenceFiles).set({ draftId: null, reportId }).where(inArray(evidenceFiles.id, whole));
  }
  if (rows.length > 0) {
    const detail = { files: whole.length, givenUp: others.length };
    await record(
      { kind: 'report', id: reportId },
      { kind: 'reporter', id: null },
      'report.evidence-added',
      detail,
    );
  }
  return { attached: whole.length, givenUp: others.length };
}
