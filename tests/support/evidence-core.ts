import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { evidenceFiles } from '@/db/schema/evidence';
import { DAY, HOUR, MINUTE, now, setClock } from '@/lib/clock';
import {
  beginUpload,
  describeFile,
  processWaiting,
  removeFile,
  takeWhole,
  writePiece,
} from '@/lib/evidence/commands';
import { EMPTY_LIFE, giveUpStale } from '@/lib/evidence/destroying/commands';
import { CHUNK_BYTES, MOST_FILES } from '@/lib/evidence/limits';
import {
  countDraftFiles,
  listDraftFiles,
  listReportFiles,
  openDraftThumbnail,
  openVariant,
} from '@/lib/evidence/queries';
import { submitReport } from '@/lib/reports/commands';
import { createDraft, destroyDraft, destroyExpiredDrafts } from '@/lib/reports/draft/commands';
import { bytesOf, NOTHING, pdfOf, photoOf, remains, uploadPieces } from './evidence';
import { LEAST, reportRow, typeReport } from './typed-report';

const MB = 1024 * 1024;
const idOf = (begun: Awaited<ReturnType<typeof beginUpload>>) => (begun.ok ? begun.id : '');

/** What holds wherever the chunks lie; run once on each store. */
export function testEvidence(store: 'postgres' | 's3', db: () => Db): void {
  const draft = () => createDraft(db(), 'FAMILY');
  const emptied = async () => {
    const all = await db()
      .select({ id: evidenceFiles.id, draftId: evidenceFiles.draftId })
      .from(evidenceFiles);
    for (const { id, draftId } of all) if (draftId) await removeFile(db(), draftId, id);
  };
  afterEach(() => setClock(undefined));

  describe(`files in ${store}`, () => {
    it('are written where they should be', async () => {
      const { id } = await uploadPieces(db(), await draft(), pdfOf(100));
      const [row] = await db().select().from(evidenceFiles).where(eq(evidenceFiles.id, id));
      expect(row?.store).toBe(store);
      await emptied();
      expect(await remains(db())).toEqual(NOTHING);
    });

    // The objects' way is slower, and no different for more of them.
    const megabytes = store === 'postgres' ? 20 : 4;
    it(`a set of ${megabytes} MB arrives byte for byte`, async () => {
      const draftId = await draft();
      const third = (megabytes * MB) / 3;
      const sizes = [9, third, third + 1, third - 3, CHUNK_BYTES].map(Math.floor);
      for (const bytes of sizes.map(pdfOf)) {
        const { id, end } = await uploadPieces(db(), draftId, bytes);
        expect(end).toEqual({ ok: true, received: bytes.length, done: true });
        expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
        // Who can write the database and has no key cannot cut a file short either.
        await db().update(evidenceFiles).set({ size: 1, received: 1 }).where(eq(evidenceFiles.id, id));
        expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
      }
      expect(await countDraftFiles(db(), draftId)).toEqual({ files: 5, subject_photo: 0, ad_screenshots: 0 });
      await emptied();
    });

    it('pieces of any size, cut anywhere, make the same file', async () => {
      const bytes = pdfOf(3 * CHUNK_BYTES + 77);
      const { id } = await uploadPieces(db(), await draft(), bytes, { piece: 100_003 });
      expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
      await emptied();
    });

    it('a piece sent again, or twice at once, is stored once; one out of its turn is refused', async () => {
      const draftId = await draft();
      const bytes = pdfOf(2 * CHUNK_BYTES + 5);
      const begun = await beginUpload(db(), draftId, { field: 'files', name: 'a.pdf', size: bytes.length });
      const id = begun.ok ? begun.id : '';
      const piece = (offset: number) =>
        writePiece(db(), draftId, id, offset, bytes.subarray(offset, offset + CHUNK_BYTES));
      expect(await piece(CHUNK_BYTES)).toEqual({ ok: false, reason: 'wrong-offset' });
      const first = { ok: true, received: CHUNK_BYTES, done: false };
      expect(await Promise.all([piece(0), piece(0), piece(0)])).toEqual([first, first, first]);
      expect(await piece(0)).toEqual(first);
      expect(await piece(CHUNK_BYTES)).toEqual({ ok: true, received: 2 * CHUNK_BYTES, done: false });
      expect(await piece(0)).toEqual({ ok: true, received: 2 * CHUNK_BYTES, done: false });
      const done = { ok: true, received: bytes.length, done: true };
      expect(await piece(2 * CHUNK_BYTES)).toEqual(done);
      expect(await piece(2 * CHUNK_BYTES)).toEqual(done);
      expect(await writePiece(db(), draftId, id, bytes.length, Buffer.alloc(1))).toMatchObject({ ok: false });
      expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
      expect(await remains(db())).toEqual({ files: 1, chunks: 3, keys: 1 });
      await emptied();
    });

    it('a photo becomes a clean copy and a small picture', async () => {
      const draftId = await draft();
      const { id } = await uploadPieces(db(), draftId, await photoOf(1200, 800), { field: 'subject_photo' });
      expect(await processWaiting(db(), { most: 1, draftId })).toBe(1);
      expect(await listDraftFiles(db(), draftId)).toMatchObject([
        { id, copyState: 'MADE', hasThumbnail: true },
      ]);
      expect(await openDraftThumbnail(db(), draftId, id)).toMatchObject({ mime: 'image/jpeg' });
      expect(await openDraftThumbnail(db(), await draft(), id)).toBeNull();
      await emptied();
      expect(await remains(db())).toEqual(NOTHING);
    });

    it('go to the report when it is sent; what was still coming is given up with its key', async () => {
      const draftId = await typeReport(db(), 'FAMILY', LEAST.FAMILY);
      const bytes = pdfOf(300_000);
      const whole = await takeWhole(db(), draftId, { field: 'files', name: '차용증.pdf', bytes });
      const id = whole.ok ? whole.id : '';
      expect(await describeFile(db(), draftId, id, { caption: '사장이 쓰게 한 것', origin: 'TOOK' })).toEqual(
        {
          ok: true,
          masked: 0,
        },
      );
      const half = await beginUpload(db(), draftId, { field: 'files', name: 'b', size: 900_000 });
      await writePiece(db(), draftId, half.ok ? half.id : '', 0, pdfOf(CHUNK_BYTES));
      const sent = await submitReport(db(), draftId, 'ko');
      const report = await reportRow(db(), sent.ok ? sent.receipt.reference : '');
      expect(await listReportFiles(db(), report.id)).toMatchObject([
        { id, name: '차용증.pdf', kind: 'PDF', caption: '사장이 쓰게 한 것', origin: 'TOOK', size: 300_000 },
      ]);
      expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
      expect(await remains(db())).toEqual({ files: 1, chunks: 2, keys: 1 });
      const acts = await db().select().from(auditEntries).where(eq(auditEntries.objectId, report.id));
      expect(acts.find(({ act }) => act === 'report.evidence-added')?.detail).toEqual({
        files: 1,
        givenUp: 1,
      });
      // It is the desk's now: nothing that only knows the draft reaches it.
      expect(await listDraftFiles(db(), draftId)).toEqual([]);
      for (const late of [
        removeFile(db(), draftId, id),
        describeFile(db(), draftId, id, { caption: 'x' }),
        writePiece(db(), draftId, id, 0, bytes),
        beginUpload(db(), draftId, { field: 'files', name: 'c', size: 10 }),
      ])
        expect(await late).toEqual({ ok: false, reason: 'gone' });
      await destroyDraft(db(), draftId);
      expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
      await db().delete(evidenceFiles).where(eq(evidenceFiles.id, id));
    });

    it('go with their draft: destroyed, run out, or left lying half-way for a day', async () => {
      const before = await remains(db());
      const destroyed = await draft();
      await uploadPieces(db(), destroyed, pdfOf(1000));
      await destroyDraft(db(), destroyed);
      const over = await draft();
      await uploadPieces(db(), over, pdfOf(1000));
      setClock(new Date(now().getTime() + DAY + HOUR));
      await destroyExpiredDrafts(db());
      setClock(undefined);
      const left = await draft();
      const half = await beginUpload(db(), left, { field: 'files', name: 'a', size: 900_000 });
      await writePiece(db(), left, half.ok ? half.id : '', 0, pdfOf(CHUNK_BYTES));
      setClock(new Date(now().getTime() + DAY + HOUR));
      expect(await giveUpStale(db())).toBe(1);
      expect(await remains(db())).toEqual(before);
    });

    it('twenty a draft; one that never got a byte makes room after a while, and no other', async () => {
      const draftId = await draft();
      const start = now();
      const ask = () => beginUpload(db(), draftId, { field: 'files', name: 'a.pdf', size: 100 });
      // The answers to two beginnings were lost: nobody knows these files.
      const [lost, later] = [await ask(), await ask()];
      const begun = await uploadPieces(db(), draftId, pdfOf(50));
      for (let n = 3; n < MOST_FILES; n += 1)
        expect(await writePiece(db(), draftId, idOf(await ask()), 0, pdfOf(10))).toMatchObject({
          received: 10,
        });
      expect(await ask()).toEqual({ ok: false, reason: 'too-many' });
      setClock(new Date(start.getTime() + EMPTY_LIFE + MINUTE));
      const answers = await Promise.all([ask(), ask(), ask()]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
      const left = (await listDraftFiles(db(), draftId)).map(({ id }) => id);
      expect(left).toHaveLength(MOST_FILES);
      expect(left).toEqual(expect.arrayContaining([begun.id, ...answers.flatMap((one) => idOf(one) || [])]));
      for (const gone of [lost, later]) {
        expect(left).not.toContain(idOf(gone));
        expect(await writePiece(db(), draftId, idOf(gone), 0, pdfOf(10))).toEqual({
          ok: false,
          reason: 'gone',
        });
      }
      await destroyDraft(db(), draftId);
    });

    it('twenty a draft, however many tabs ask at once', async () => {
      const draftId = await draft();
      const ask = (name: number) =>
        beginUpload(db(), draftId, { field: 'files', name: `${name}`, size: 100 });
      for (let n = 0; n < MOST_FILES - 3; n += 1) expect(await ask(n)).toMatchObject({ ok: true });
      const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(ask));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
      const refused = answers.filter((answer) => !answer.ok && answer.reason === 'too-many');
      expect(refused).toHaveLength(5);
      await destroyDraft(db(), draftId);
    });
  });
}
