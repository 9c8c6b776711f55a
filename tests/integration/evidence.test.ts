import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processWaiting, writePiece } from '@/lib/evidence/commands';
import { listDraftFiles, openVariant } from '@/lib/evidence/queries';
import { createDraft } from '@/lib/reports/draft/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { bytesOf, pdfOf, photoOf, uploadPieces } from '../support/evidence';

let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('a file in pieces', () => {
  it('arrives byte for byte', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const bytes = pdfOf(1_000_001);
    const { id, end } = await uploadPieces(db(), draft, bytes, { name: '계약서.pdf' });
    expect(end).toEqual({ ok: true, received: bytes.length, done: true });
    expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ id, kind: 'PDF', copyState: 'NOT_CLEANED' }]);
  });

  it('becomes a clean copy', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const { id } = await uploadPieces(db(), draft, await photoOf(1200, 900));
    expect(await processWaiting(db(), { most: 5 })).toBe(1);
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ id, kind: 'PHOTO', copyState: 'MADE' }]);
    console.log((await openVariant(db(), id, 'COPY'))?.size);
  });
});
