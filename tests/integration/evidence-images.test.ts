import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { and, eq, gt } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceFiles } from '@/db/schema/evidence';
import { describeFile, processWaiting, removeFile } from '@/lib/evidence/commands';
import { cleanImage } from '@/lib/evidence/processing/image-worker';
import { findDraftFile, listDraftFiles, openVariant } from '@/lib/evidence/queries';
import { createDraft } from '@/lib/reports/draft/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { bytesOf, PHOTO_FACTS, photoOf, uploadPieces } from '../support/evidence';

let database: TestDatabase;
let draft = '';
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
  draft = await createDraft(db(), 'WITNESS');
});
afterAll(() => database.close());

const fixture = () => readFile(new URL('../fixtures/photo-with-place.heic', import.meta.url));

describe('a photo from a telephone', () => {
  it.each([
    ['a HEIC', fixture, { width: 1008, height: 756 }],
    // 8064 × 6048 lying on its side: 48.8 megapixels, turned upright and brought to 4096 at its longer edge.
    ['a JPEG of 48 megapixels', () => photoOf(8064, 6048), { width: 3072, height: 4096 }],
    [
      'a WebP',
      async () =>
        sharp(await photoOf(900, 600))
          .keepMetadata()
          .webp()
          .toBuffer(),
      { width: 600, height: 900 },
    ],
    [
      'a PNG',
      async () =>
        sharp(await photoOf(900, 600))
          .keepMetadata()
          .png()
          .toBuffer(),
      { width: 600, height: 900 },
    ],
    [
      'an AVIF',
      async () =>
        sharp(await photoOf(300, 200))
          .keepMetadata()
          .avif({ effort: 0 })
          .toBuffer(),
      { width: 200, height: 300 },
    ],
  ])('%s becomes a copy that can be looked at and tells nothing more', async (_what, make, shape) => {
    const bytes = await make();
    const { id } = await uploadPieces(db(), draft, bytes, { name: 'IMG_0001' });
    expect(await processWaiting(db(), { most: 1, draftId: draft })).toBe(1);
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ kind: 'PHOTO', copyState: 'MADE' }]);

    const copy = await bytesOf(await openVariant(db(), id, 'COPY'));
    const seen = await sharp(copy).metadata();
    expect(seen).toMatchObject({ ...shape, space: 'srgb' });
    for (const part of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const)
      expect(seen[part]).toBeUndefined();
    expect(copy.includes('Naru')).toBe(false);
    await sharp(copy).stats();

    const thumbnail = await bytesOf(await openVariant(db(), id, 'THUMBNAIL'));
    const small = await sharp(thumbnail).metadata();
    expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(320);
    expect(small.exif).toBeUndefined();

    expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
    expect((await findDraftFile(db(), draft, id))?.record.photo).toEqual(PHOTO_FACTS);
    await removeFile(db(), draft, id);
  });

  it('leaves nothing readable in the database: no name, no caption, no byte, no place', async () => {
    const bytes = Buffer.from('나루에게: 억새밭 창고 둘째 문으로 와\n'.repeat(400));
    const { id } = await uploadPieces(db(), draft, bytes, { name: '엉겅퀴 대화.txt' });
    const said = { caption: '민들레 아저씨가 준 것', origin: 'RECEIVED' } as const;
    await describeFile(db(), draft, id, said);
    const photo = await uploadPieces(db(), draft, await fixture(), { name: '도라지꽃.heic' });
    await processWaiting(db(), { most: 1, draftId: draft });
    const [text] = await listDraftFiles(db(), draft);
    expect(text).toMatchObject({ name: '엉겅퀴 대화.txt', ...said });
    const photoFile = await findDraftFile(db(), draft, photo.id);
    const digest = photoFile?.record.sha256 ?? 'no digest';
    const dump = await dumpDatabase(database.url);
    const words = [
      '억새밭',
      '엉겅퀴',
      '민들레',
      '도라지꽃',
      '10.625',
      '2025-10-03T14',
      'ftypheic',
      digest,
      'image/jpeg',
    ];
    expect(findIn(dump, words)).toEqual([]);
    expect(findIn(dump, [id, 'STORED'])).toEqual([id, 'STORED']);
  });

  it('a number that is never kept is masked in its name and its caption', async () => {
    const { id } = await uploadPieces(db(), draft, await fixture(), { name: '900101-1234567.heic' });
    expect(await describeFile(db(), draft, id, { caption: '번호 900101-1234567' })).toEqual({
      ok: true,
      masked: 1,
    });
    const file = await findDraftFile(db(), draft, id);
    expect(`${file?.record.name} ${file?.record.caption}`).not.toContain('1234567');
  });
});

describe('the process that draws', () => {
  async function* endless() {
    for (;;) yield Buffer.alloc(1024 * 1024, 0xff);
  }

  it('is ended when it takes too long', async () => {
    const began = Date.now();
    expect(
      await cleanImage('jpeg', endless(), { mostMs: 700, mostBytes: Number.MAX_SAFE_INTEGER }),
    ).toBeNull();
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  it.runIf(process.platform === 'linux')('is ended when it takes too much memory', async () => {
    expect(await cleanImage('jpeg', endless(), { mostBytes: 200 * 1024 * 1024 })).toBeNull();
  });

  it('takes one picture at a time, and each gets its own', async () => {
    async function* one(bytes: Buffer) {
      yield bytes;
    }
    const pictures = await Promise.all([photoOf(400, 300), photoOf(500, 300), photoOf(600, 300)]);
    const cleaned = await Promise.all(pictures.map((bytes) => cleanImage('jpeg', one(bytes))));
    expect(cleaned.map((image) => image?.copy.height)).toEqual([400, 500, 600]);
  });
});

describe('several photos at once', () => {
  it('are taken on one after the other, so that none uses up its tries in a queue', async () => {
    const several = await createDraft(db(), 'WITNESS');
    const photo = await photoOf(4000, 3000);
    for (const name of ['a', 'b', 'c']) await uploadPieces(db(), several, photo, { name });
    const working = [1, 2, 3].map(() => processWaiting(db(), { most: 1, draftId: several }));
    await wait(150);
    const mine = eq(evidenceFiles.draftId, several);
    expect(await db().$count(evidenceFiles, and(mine, gt(evidenceFiles.tries, 0)))).toBeLessThan(2);
    expect(await Promise.all(working)).toEqual([1, 1, 1]);
    const files = await listDraftFiles(db(), several);
    expect(files.map(({ copyState }) => copyState)).toEqual(['MADE', 'MADE', 'MADE']);
  });
});
