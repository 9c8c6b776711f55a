import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { verifyAudit } from '@/lib/audit/queries';
import { describeFile, processWaiting } from '@/lib/evidence/commands';
import { submitReport } from '@/lib/reports/commands';
import { openCopy, openOriginal } from '@/lib/reports/desk/evidence/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { createDraft, saveSections } from '@/lib/reports/draft/commands';
import { loadDraft } from '@/lib/reports/draft/queries';
import { ROLES, type Role } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { bytesOf, pdfOf, photoOf, uploadPieces } from '../support/evidence';
import { actorFor, makeStaff, type TestStaff } from '../support/staff-actor';
import { storeTestReport } from '../support/stored-report';

const REASON = '건물 번호를 지도와 맞춰 보려고 엽니다';
const CAPTION = '정문 옆 붉은 간판';
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let database: TestDatabase;
let staff: TestStaff;
let caseworker: StaffActor;
const db = () => database.db;

beforeEach(async () => {
  database = await openTestDatabase();
  staff = await makeStaff(db(), '윤담당', ['CASEWORKER']);
  caseworker = actorFor(staff, ['CASEWORKER']);
});
afterEach(() => database.close());

/** A report with a photo and a document, sent as its form sends it. */
async function fileReport() {
  const draftId = await createDraft(db(), 'SELF_DANGER');
  await saveSections(db(), draftId, { S1: { situation: ['CONFINED'] } }, 0, 'ko');
  const photo = await photoOf(640, 480);
  const document = pdfOf(3_000);
  const { id: photoId } = await uploadPieces(db(), draftId, photo, { name: '몰래 찍은 정문.jpg' });
  const { id: documentId } = await uploadPieces(db(), draftId, document, { name: 'contract.pdf' });
  await describeFile(db(), draftId, photoId, { caption: CAPTION, origin: 'TOOK' });
  await processWaiting(db(), { most: 5 });
  const sent = await submitReport(db(), draftId, 'ko');
  if (!sent.ok) throw new Error(sent.reason);
  return { reference: sent.receipt.reference, photo, photoId, document, documentId };
}

const entries = async () =>
  (await db().select().from(auditEntries)).filter(({ act }) => act.startsWith('report.evidence.'));

const opening = (reference: string, fileId: string, text = REASON, submission = 'form-1') => ({
  reference,
  fileId,
  text,
  submission,
});

describe('the files of a report at the desk', () => {
  it('stand in the report with what they are, and what the camera wrote only for who may open originals', async () => {
    const { reference, photo } = await fileReport();
    const read = await readReport(db(), caseworker, reference);
    expect(read?.files).toMatchObject([
      {
        field: 'files',
        kind: 'PHOTO',
        caption: CAPTION,
        origin: 'TOOK',
        copyState: 'MADE',
        scanState: 'NOT_CONFIGURED',
        sha256: digestOf(photo),
        photo: { takenAt: expect.stringContaining('2025-10-03'), latitude: expect.closeTo(10.625, 2) },
      },
      { kind: 'PDF', copyState: 'NOT_CLEANED', photo: null },
    ]);
    const intake = await readReport(db(), actorFor(staff, ['INTAKE']), reference);
    expect(intake?.files.map((file) => file.photo)).toEqual([null, null]);
  });

  it('every role × copy and original: handed out by the table and recorded, or neither', async () => {
    const { reference, photoId, documentId } = await fileReport();
    const copies: Role[] = ['INTAKE', 'CASEWORKER', 'SUPERVISOR'];
    const originals: Role[] = ['CASEWORKER', 'SUPERVISOR'];
    for (const role of ROLES) {
      const actor = actorFor(staff, [role]);
      const before = (await entries()).length;
      const small = await openCopy(db(), actor, { reference, fileId: photoId }, 'THUMBNAIL');
      const copy = await openCopy(db(), actor, { reference, fileId: photoId }, 'COPY');
      const original = await openOriginal(db(), actor, opening(reference, documentId, REASON, role));
      expect([role, small !== null, copy !== null]).toEqual([
        role,
        copies.includes(role),
        copies.includes(role),
      ]);
      expect([role, original.ok]).toEqual([role, originals.includes(role)]);
      const handedOut = Number(small !== null) + Number(copy !== null) + Number(original.ok);
      expect([role, (await entries()).length - before]).toEqual([role, handedOut]);
    }
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('the original is what was handed in, byte by byte; the copy holds nothing that the camera wrote', async () => {
    const { reference, photo, photoId, document, documentId } = await fileReport();
    const original = await openOriginal(db(), caseworker, opening(reference, documentId));
    if (!original.ok) throw new Error(original.reason);
    expect(digestOf(await bytesOf(original.file))).toBe(digestOf(document));
    expect(original).toMatchObject({ name: `${reference}-2.pdf`, file: { mime: 'application/pdf' } });
    expect(photo.includes('Exif')).toBe(true);
    const copy = await openCopy(db(), caseworker, { reference, fileId: photoId }, 'COPY');
    expect(copy?.name).toBe(`${reference}-1-copy.jpg`);
    expect((await bytesOf(copy?.file ?? null)).includes('Exif')).toBe(false);
  });

  it('an original wants a reason that says something, which every reader of the report then sees', async () => {
    const { reference, photoId } = await fileReport();
    for (const [text, reason] of [
      ['  ', 'empty'],
      ['확인', 'too-short'],
      ['\ufffd'.repeat(12), 'unreadable'],
    ])
      expect(await openOriginal(db(), caseworker, opening(reference, photoId, text))).toMatchObject({
        reason,
      });
    expect(await entries()).toEqual([]);
    await openOriginal(db(), caseworker, opening(reference, photoId));
    await openOriginal(db(), caseworker, opening(reference, photoId));
    const read = await readReport(db(), actorFor(staff, ['INTAKE']), reference);
    expect(read?.notes).toMatchObject([{ text: REASON, about: 'evidence', author: '윤담당' }]);
    expect((await entries()).map(({ act, detail }) => [act, (detail as { file: string }).file])).toEqual([
      ['report.evidence.original', photoId],
      ['report.evidence.original', photoId],
    ]);
  });

  it('gives nothing of another report, of a made-up id, or of a file that a scanner found something in', async () => {
    const { reference, photoId, documentId } = await fileReport();
    const other = await storeTestReport(db());
    const none = { reference: other.reference, fileId: photoId };
    expect(await openCopy(db(), caseworker, none, 'COPY')).toBeNull();
    expect(await openOriginal(db(), caseworker, opening(other.reference, photoId))).toMatchObject({
      reason: 'unknown',
    });
    for (const fileId of ['x', '00000000-0000-4000-8000-000000000000'])
      expect(await openCopy(db(), caseworker, { reference, fileId }, 'COPY')).toBeNull();
    // A document has no copy to open without a reason.
    expect(await openCopy(db(), caseworker, { reference, fileId: documentId }, 'COPY')).toBeNull();
    await db().execute(sql`update evidence_files set scan_state = 'INFECTED' where id = ${photoId}`);
    expect(await openCopy(db(), caseworker, { reference, fileId: photoId }, 'COPY')).toBeNull();
    expect(await openOriginal(db(), caseworker, opening(reference, photoId))).toMatchObject({
      reason: 'unknown',
    });
    expect(await entries()).toEqual([]);
  });

  it('nothing that was said of a file, and no reason, stands in the database in clear', async () => {
    const { reference, photoId } = await fileReport();
    await openOriginal(db(), caseworker, opening(reference, photoId));
    const dump = await dumpDatabase(database.url);
    expect(findIn(dump, [REASON, CAPTION, '몰래 찍은 정문', 'contract.pdf'])).toEqual([]);
  });
});

describe('a file as an answer', () => {
  it('a stored screenshot of the advertisement meets the demand of an offer, one that is still coming does not', async () => {
    const draftId = await createDraft(db(), 'OFFER');
    const answers = { first_contact_channel: ['KAKAO_OPEN'], gave: ['NONE'], decided: ['REFUSED'] };
    await saveSections(db(), draftId, { S4: answers }, 0, 'ko');
    expect(await submitReport(db(), draftId, 'ko')).toMatchObject({ problems: [{ field: 'ad_urls' }] });
    const screenshot = await photoOf(640, 480);
    const half = { field: 'ad_screenshots', piece: 1_000 } as const;
    await uploadPieces(db(), draftId, screenshot, half);
    await db().execute(sql`update evidence_files set state = 'RECEIVING', received = 1000`);
    expect((await loadDraft(db(), draftId))?.files).toEqual({});
    expect(await submitReport(db(), draftId, 'ko')).toMatchObject({ reason: 'incomplete' });
    await uploadPieces(db(), draftId, screenshot, { field: 'ad_screenshots' });
    expect((await loadDraft(db(), draftId))?.files).toEqual({ ad_screenshots: 1 });
    const sent = await submitReport(db(), draftId, 'ko');
    if (!sent.ok) throw new Error(sent.reason);
    const read = await readReport(db(), caseworker, sent.receipt.reference);
    expect(read?.files).toMatchObject([{ field: 'ad_screenshots', state: 'STORED' }]);
    const given = await db().select().from(auditEntries).where(eq(auditEntries.act, 'report.evidence-added'));
    expect(given).toMatchObject([{ detail: { files: 1, givenUp: 1 } }]);
  });
});
