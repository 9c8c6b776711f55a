import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { evidenceFiles } from '@/db/schema/evidence';
import { HOUR, now, setClock } from '@/lib/clock';
import { env } from '@/lib/env';
import { processWaiting } from '@/lib/evidence/commands';
import { listDraftFiles, openVariant } from '@/lib/evidence/queries';
import { createDraft, destroyDraft } from '@/lib/reports/draft/commands';
import { type Clamd, startClamd } from '../support/clamd';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { pdfOf, photoOf, uploadPieces } from '../support/evidence';

/** Hostile because the scanner is told so; nothing here could harm anybody. */
const HOSTILE = pdfOf(700_000);
const withoutClamd = process.env.NARU_TEST_WITHOUT_CLAMD === '1';

describe.skipIf(withoutClamd)('with a scanner', () => {
  let database: TestDatabase;
  let clamd: Clamd;
  let photo: Buffer;
  let draft = '';
  const db = () => database.db;
  beforeAll(async () => {
    photo = await photoOf(300, 200);
    clamd = await startClamd({ 'Naru.Test.File': HOSTILE, 'Naru.Test.Photo': photo });
    // lib/env reads once, and nothing has asked it yet.
    process.env.CLAMD_URL = clamd.url;
    database = await openTestDatabase();
    draft = await createDraft(db(), 'WITNESS');
  }, 400_000);
  afterAll(async () => {
    await database?.close();
    await clamd?.stop();
  });
  afterEach(async () => {
    setClock(undefined);
    env().CLAMD_URL = clamd.url;
    await destroyDraft(db(), draft);
    draft = await createDraft(db(), 'WITNESS');
  });

  it('every file waits for it, and is clean when it says so', async () => {
    await uploadPieces(db(), draft, pdfOf(900_000));
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ scanState: 'WAITING' }]);
    await processWaiting(db(), { most: 1, draftId: draft });
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ scanState: 'CLEAN' }]);
  });

  it('a file of 25 MB is scanned whole', async () => {
    await uploadPieces(db(), draft, pdfOf(25 * 1024 * 1024), { piece: 4 * 1024 * 1024 });
    await processWaiting(db(), { most: 1, draftId: draft });
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ scanState: 'CLEAN' }]);
  });

  it('what it finds is never handed out, and a hostile picture is not even opened', async () => {
    const file = await uploadPieces(db(), draft, HOSTILE);
    const picture = await uploadPieces(db(), draft, photo);
    expect(await processWaiting(db(), { most: 5, draftId: draft })).toBe(2);
    expect(await listDraftFiles(db(), draft)).toMatchObject([
      { scanState: 'INFECTED' },
      { scanState: 'INFECTED', copyState: 'NOT_CLEANED', hasThumbnail: false },
    ]);
    for (const { id } of [file, picture])
      for (const variant of ['ORIGINAL', 'COPY', 'THUMBNAIL'] as const)
        expect(await openVariant(db(), id, variant)).toBeNull();
  });

  it('that is away leaves files waiting, copies are made all the same, and it is asked again later', async () => {
    env().CLAMD_URL = 'tcp://127.0.0.1:9';
    await uploadPieces(db(), draft, await photoOf(320, 200));
    await processWaiting(db(), { most: 1, draftId: draft });
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ scanState: 'WAITING', copyState: 'MADE' }]);
    for (let hours = 0; hours < 4; hours += 1) {
      setClock(new Date(now().getTime() + HOUR));
      expect(await processWaiting(db(), { most: 1, draftId: draft })).toBe(1);
    }
    // However long it was away, none of the file's own tries are used up.
    expect(await db().select({ tries: evidenceFiles.tries }).from(evidenceFiles)).toEqual([{ tries: 1 }]);
    env().CLAMD_URL = clamd.url;
    expect(await processWaiting(db(), { most: 1, draftId: draft })).toBe(0);
    setClock(new Date(now().getTime() + HOUR));
    await processWaiting(db(), { most: 1, draftId: draft });
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ scanState: 'CLEAN' }]);
  });

  it('that was not there when a file came scans it once it is', async () => {
    env().CLAMD_URL = undefined;
    await uploadPieces(db(), draft, pdfOf(1000));
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ scanState: 'NOT_CONFIGURED' }]);
    env().CLAMD_URL = clamd.url;
    await processWaiting(db(), { most: 9 });
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ scanState: 'CLEAN' }]);
    env().CLAMD_URL = undefined;
    await uploadPieces(db(), draft, HOSTILE);
    await db().update(evidenceFiles).set({ scanState: 'WAITING' });
    await processWaiting(db(), { most: 9 });
    expect(await listDraftFiles(db(), draft)).toMatchObject([
      { scanState: 'NOT_CONFIGURED' },
      { scanState: 'NOT_CONFIGURED' },
    ]);
  });

  it('that takes only shorter files is asked a few times, and then the file is said not to be scanned', async () => {
    const narrow = await startClamd({ 'Naru.Test.File': HOSTILE }, '1M');
    try {
      env().CLAMD_URL = narrow.url;
      await uploadPieces(db(), draft, pdfOf(9 * 1024 * 1024), { piece: 3 * 1024 * 1024 });
      for (let hours = 0; hours < 5; hours += 1) {
        setClock(new Date(Date.now() + hours * HOUR));
        await processWaiting(db(), { most: 1, draftId: draft });
      }
      expect(await listDraftFiles(db(), draft)).toMatchObject([{ scanState: 'FAILED' }]);
    } finally {
      await narrow.stop();
    }
  });
});
