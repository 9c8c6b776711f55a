import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceFiles, evidenceObjects } from '@/db/schema/evidence';
import { env } from '@/lib/env';
import { openVariant } from '@/lib/evidence/queries';
import { sweepObjects } from '@/lib/evidence/storage/objects/commands';
import { createDraft } from '@/lib/reports/draft/commands';
import { newPair, putBack, takeBackup } from '../support/backups';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../support/database';
import { bytesOf, pdfOf, uploadPieces } from '../support/evidence';
import { type S3Server, startS3Server } from '../support/s3-server';

/** Files in an object store: three pieces of 256 KB. */
let server: S3Server;
let source: TestDatabase;
let file: Buffer;
let fileId: string;
let pair: Awaited<ReturnType<typeof newPair>>;
const bytes = pdfOf(600_000);

beforeAll(async () => {
  server = await startS3Server();
  // lib/env reads once, and nothing has asked it yet.
  Object.assign(process.env, server.environment);
  source = await openTestDatabase();
  fileId = (await uploadPieces(source.db, await createDraft(source.db, 'FAMILY'), bytes)).id;
  pair = await newPair();
  file = await takeBackup(source.db, pair.recipient);
});
afterAll(async () => {
  await source.close();
  await server.stop();
});

const read = async ({ db }: TestDatabase) => bytesOf(await openVariant(db, fileId, 'ORIGINAL'));

describe('a backup of files in an object store', () => {
  it('brings them back under names of their own, and disturbs those of the database it was made from', async () => {
    const restored = await openEmptyDatabase();
    try {
      expect(await putBack(restored.db, file, pair.identity)).toMatchObject({
        moved: 0,
        end: { objects: 3 },
      });
      expect((await read(restored)).equals(bytes)).toBe(true);
      expect(await server.contents()).toHaveLength(6);
      await restored.db.delete(evidenceFiles);
      await restored.db.update(evidenceObjects).set({ madeAt: new Date(0) });
      expect(await sweepObjects(restored.db)).toBe(3);
      expect((await read(source)).equals(bytes)).toBe(true);
    } finally {
      await restored.close();
    }
  });

  it('leaves no object behind when the restore fails, or failed before', async () => {
    const restored = await openEmptyDatabase();
    try {
      await expect(putBack(restored.db, file.subarray(0, -1), pair.identity)).rejects.toThrow(/not whole/);
      expect(await server.contents()).toHaveLength(3);
    } finally {
      await restored.close();
    }
  });

  it('puts them into the database where no store is set up', async () => {
    const settings = env();
    const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
    const restored = await openEmptyDatabase();
    try {
      for (const name of Object.keys(server.environment)) Object.assign(settings, { [name]: undefined });
      expect(await putBack(restored.db, file, pair.identity)).toMatchObject({ moved: 3 });
      expect((await read(restored)).equals(bytes)).toBe(true);
      expect(await restored.db.$count(evidenceObjects)).toBe(0);
    } finally {
      Object.assign(settings, { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY });
      await restored.close();
    }
  });

  it('is none when the bucket is not there, or a piece that a file counts on', async () => {
    const settings = env();
    const { S3_BUCKET } = settings;
    Object.assign(settings, { S3_BUCKET: 'another' });
    try {
      await expect(takeBackup(source.db, pair.recipient)).rejects.toThrow(/does not have 3 pieces of files/);
    } finally {
      Object.assign(settings, { S3_BUCKET });
    }
  });

  it('leaves out what was let go of while it was made', async () => {
    const gone = await uploadPieces(source.db, await createDraft(source.db, 'FAMILY'), pdfOf(1_000));
    const [piece] = await source.db.select().from(evidenceObjects).where(eq(evidenceObjects.fileId, gone.id));
    const { fetch } = globalThis;
    globalThis.fetch = async (...asked) => {
      if (!new Request(...asked).url.endsWith(`/${piece?.id}`)) return fetch(...asked);
      await source.db.delete(evidenceFiles).where(eq(evidenceFiles.id, gone.id));
      return new Response(null, { status: 404 });
    };
    const made = await takeBackup(source.db, pair.recipient).finally(() => {
      globalThis.fetch = fetch;
    });
    expect(await source.db.$count(evidenceFiles, eq(evidenceFiles.id, gone.id))).toBe(0);
    expect(made.length).toBeGreaterThan(bytes.length);
  });

  it('says which pieces the store has lost when asked to, and restores the rest', async () => {
    const other = await uploadPieces(source.db, await createDraft(source.db, 'FAMILY'), pdfOf(1_000));
    const { fetch } = globalThis;
    let answered = 0;
    globalThis.fetch = (...asked) => {
      answered += 1;
      return answered === 1 ? Promise.resolve(new Response(null, { status: 404 })) : fetch(...asked);
    };
    const lacking = await takeBackup(source.db, pair.recipient, true).finally(() => {
      globalThis.fetch = fetch;
    });
    const restored = await openEmptyDatabase();
    try {
      const { end } = await putBack(restored.db, lacking, pair.identity);
      expect(end.absent).toHaveLength(1);
      expect(await restored.db.$count(evidenceObjects)).toBe(3);
      expect(other.end).toMatchObject({ done: true });
    } finally {
      await restored.close();
    }
  });
});
