import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { evidenceObjects } from '@/db/schema/evidence';
import { HOUR, now, setClock } from '@/lib/clock';
import { readEnv } from '@/lib/env';
import { beginUpload, removeFile, writePiece } from '@/lib/evidence/commands';
import { listDraftFiles, openVariant } from '@/lib/evidence/queries';
import { sweepObjects } from '@/lib/evidence/storage/objects/commands';
import { createDraft } from '@/lib/reports/draft/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { bytesOf, pdfOf, remains, uploadPieces } from '../support/evidence';
import { testEvidence } from '../support/evidence-core';
import { type S3Server, startS3Server } from '../support/s3-server';

let server: S3Server;
let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  server = await startS3Server();
  // lib/env reads once, and nothing has asked it yet.
  Object.assign(process.env, server.environment, { LOG_LEVEL: 'warn' });
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  await server.stop();
});
afterEach(() => setClock(undefined));

testEvidence('s3', () => database.db);

describe('the object store', () => {
  it('holds sealed bytes under names that say nothing, and the database none of them', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const bytes = Buffer.from(`카톡 대화 내용\n${'억새밭에서 만나자\n'.repeat(3000)}`);
    const { id } = await uploadPieces(db(), draft, bytes, { name: '대화.txt' });
    const objects = await server.contents();
    expect(objects.length).toBeGreaterThan(0);
    expect(objects.some((object) => object.includes('억새밭'))).toBe(false);
    expect((await remains(db())).chunks).toBe(1);
    expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
    await removeFile(db(), draft, id);
  });

  it('is swept of what was let go of; objects that count stay', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const kept = pdfOf(600_000);
    const { id } = await uploadPieces(db(), draft, kept, { piece: 100_000 });
    await sweepObjects(db());
    expect((await server.contents()).length).toBeGreaterThan(3);
    setClock(new Date(now().getTime() + HOUR));
    await sweepObjects(db());
    expect(await server.contents()).toHaveLength(3);
    expect(await db().select().from(evidenceObjects)).toHaveLength(3);
    setClock(undefined);
    expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(kept)).toBe(true);
    await removeFile(db(), draft, id);
    setClock(new Date(now().getTime() + HOUR));
    await sweepObjects(db());
    expect(await server.contents()).toEqual([]);
  });

  it('that will not delete some objects is swept of the others; those are told of once and tried again', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const { id } = await uploadPieces(db(), draft, pdfOf(600_000));
    const [first, second] = await db()
      .select({ id: evidenceObjects.id })
      .from(evidenceObjects)
      .where(eq(evidenceObjects.fileId, id))
      .orderBy(asc(evidenceObjects.madeAt));
    await removeFile(db(), draft, id);
    const start = now().getTime();
    const names = async () => (await db().select().from(evidenceObjects)).map((row) => row.id).sort();
    const stuck = [first?.id ?? '', second?.id ?? ''].sort();
    const free = await server.protect(stuck);
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    setClock(new Date(start + HOUR));
    expect(await sweepObjects(db())).toBe(1);
    const said = written.mock.calls.join('');
    expect(await names()).toEqual(stuck);
    // Not again at once, but a round later.
    expect(await sweepObjects(db())).toBe(0);
    expect(written.mock.calls.join('')).toBe(said);
    written.mockRestore();
    expect(said.match(/evidence\.sweep-left/g)).toHaveLength(1);
    expect(said).toContain('"objects":2');
    expect(said).not.toContain(stuck[0]);
    await free();
    setClock(new Date(start + 2 * HOUR));
    expect(await sweepObjects(db())).toBe(2);
    expect([await names(), await server.contents()]).toEqual([[], []]);
  });

  it('that is away keeps the sweep for a later round', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const { id } = await uploadPieces(db(), draft, pdfOf(600_000));
    await removeFile(db(), draft, id);
    const { fetch } = globalThis;
    let asked = 0;
    globalThis.fetch = () => {
      asked += 1;
      return Promise.reject(new TypeError('fetch failed'));
    };
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    setClock(new Date(now().getTime() + HOUR));
    try {
      expect(await sweepObjects(db())).toBe(0);
    } finally {
      globalThis.fetch = fetch;
      written.mockRestore();
    }
    expect(asked).toBe(1);
    setClock(new Date(now().getTime() + HOUR));
    expect(await sweepObjects(db())).toBe(3);
    expect(await server.contents()).toEqual([]);
  });

  it('that goes away in the middle of an upload leaves it where it was, to be gone on with', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const bytes = pdfOf(400_000);
    const begun = await beginUpload(db(), draft, { field: 'files', name: 'a.pdf', size: bytes.length });
    const id = begun.ok ? begun.id : '';
    await writePiece(db(), draft, id, 0, bytes.subarray(0, 262_144));
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
    try {
      await expect(writePiece(db(), draft, id, 262_144, bytes.subarray(262_144))).rejects.toThrow();
    } finally {
      globalThis.fetch = fetch;
    }
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ received: 262_144, state: 'RECEIVING' }]);
    expect(await writePiece(db(), draft, id, 262_144, bytes.subarray(262_144))).toMatchObject({ done: true });
    expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
  });

  it('is set up whole or not at all', () => {
    expect(() => readEnv({ S3_ENDPOINT: 'http://127.0.0.1:1', S3_BUCKET: 'evidence' })).toThrow(
      /S3_REGION.*S3_ACCESS_KEY_ID.*S3_SECRET_ACCESS_KEY/,
    );
  });
});
