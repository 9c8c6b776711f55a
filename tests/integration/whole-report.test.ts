import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fullReport } from '@/bin/support/prove/full-report';
import { withTransaction } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { notes } from '@/db/schema/reports';
import { verifyAudit } from '@/lib/audit/queries';
import { MINUTE, now, setClock } from '@/lib/clock';
import { submitReport } from '@/lib/reports/commands';
import { consentVersions } from '@/lib/reports/consent-versions';
import { describeAnswers, describeConsents } from '@/lib/reports/describe';
import { openCompartment, readCompartment } from '@/lib/reports/desk/compartment/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { createDraft, saveSections } from '@/lib/reports/draft/commands';
import type { SectionAnswers } from '@/lib/reports/posted';
import { sections } from '@/lib/reports/questionnaire';
import { storeSections } from '@/lib/reports/stored/commands';
import type { Role } from '@/lib/staff/roles';
import { type ReporterKind, reporterKinds } from '@/lib/urgency/answers';
import { findDataKey, openDataKey } from '@/lib/vault/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { eraseKey } from '../support/erased-key';
import { actorFor, makeStaff, type TestStaff } from '../support/staff-actor';
import { fileReport, LEAST, reportRow } from '../support/typed-report';

let database: TestDatabase;
const db = () => database.db;
let intake: TestStaff;
let caseworker: TestStaff;
let supervisor: TestStaff;
beforeAll(async () => {
  database = await openTestDatabase();
  intake = await makeStaff(db(), 'intake', ['INTAKE']);
  caseworker = await makeStaff(db(), 'caseworker', ['CASEWORKER']);
  supervisor = await makeStaff(db(), 'supervisor', ['SUPERVISOR']);
});
afterAll(() => database.close());
afterEach(() => setClock(undefined));

const as = (staff: TestStaff, role: Role) => actorFor(staff, [role]);
const isSecret = (name: string) => sections.S6.fields.some((field) => name.startsWith(field.name));
const HAS_COMPARTMENT: readonly ReporterKind[] = ['SELF_DANGER', 'RETURNEE'];

/** Every question answered, on a device that nobody watches. */
function whole(kind: ReporterKind): SectionAnswers {
  return { ...fullReport(kind).answers, device_safe: ['SAFE'] };
}
const part = (answers: SectionAnswers, secret: boolean) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => isSecret(name) === secret));

const REASON = '무료 법률 상담을 연결하려고 확인합니다';
const open = (
  staff: TestStaff,
  role: Role,
  reference: string,
  more: { text?: string; submission?: string } = {},
) => openCompartment(db(), as(staff, role), { reference, text: REASON, submission: 'one', ...more });
const acts = async (reference: string) => {
  const { id } = await reportRow(db(), reference);
  const rows = await db().select().from(auditEntries).where(eq(auditEntries.objectId, id));
  return rows.filter(({ act }) => act.startsWith('report.compartment'));
};

describe.each(reporterKinds)('%s with every question answered', (kind) => {
  it('is read back whole by the desk, what was made to do apart', async () => {
    const answers = whole(kind);
    const { receipt } = await fileReport(db(), kind, answers);
    const read = await readReport(db(), as(intake, 'INTAKE'), receipt.reference);
    expect(read?.answers).toEqual(part(answers, false));
    expect(read?.hasCompartment).toBe(HAS_COMPARTMENT.includes(kind));
    const seen = JSON.stringify([read, read && describeAnswers('ko', kind, read.answers)]);
    for (const value of Object.values(part(answers, true)).flat())
      if (value.startsWith('쐐기풀') || value.includes('_')) expect(seen).not.toContain(value);
    for (const { choice } of describeConsents('ko', read?.consents).filter(({ name }) => name !== 'K3'))
      expect(choice).toBe('AGREE');
    if (!HAS_COMPARTMENT.includes(kind)) return;
    const opened = await open(caseworker, 'CASEWORKER', receipt.reference, { submission: kind });
    const opening = opened.ok ? opened.opening : '';
    const reading = await readCompartment(db(), as(caseworker, 'CASEWORKER'), {
      reference: receipt.reference,
      opening,
    });
    expect(reading).toEqual({ kind, answers: part(answers, true) });
  });
});

describe('what somebody was made to do', () => {
  const secret = { forced_tasks: ['VOICE_PHISHING'], compelled_how: ['맞을까 봐 시키는 대로 했어요'] };
  const file = async () =>
    (await fileReport(db(), 'RETURNEE', { ...LEAST.RETURNEE, ...secret })).receipt.reference;
  const read = (staff: TestStaff, role: Role, reference: string, opening: string) =>
    readCompartment(db(), as(staff, role), { reference, opening });

  it('is sealed under a key of its own, and left blank it is not stored', async () => {
    const reference = await file();
    const { id } = await reportRow(db(), reference);
    await withTransaction(db(), (tx) => eraseKey(tx, { kind: 'compartment', id }));
    expect((await readReport(db(), as(intake, 'INTAKE'), reference))?.answers).toEqual(LEAST.RETURNEE);
    const { receipt } = await fileReport(db(), 'RETURNEE', LEAST.RETURNEE);
    const plain = await reportRow(db(), receipt.reference);
    expect(await findDataKey(db(), { kind: 'compartment', id: plain.id })).toBeNull();
    expect(await open(caseworker, 'CASEWORKER', receipt.reference)).toEqual({ ok: false, reason: 'unknown' });
  });

  it('changes nothing about the urgency', async () => {
    const { receipt } = await fileReport(db(), 'RETURNEE', LEAST.RETURNEE);
    const [without, withIt] = await Promise.all([
      reportRow(db(), receipt.reference),
      file().then((one) => reportRow(db(), one)),
    ]);
    expect([withIt.level, withIt.points]).toEqual([without.level, without.points]);
  });

  it.each<[Role, boolean]>([
    ['INTAKE', false],
    ['CASEWORKER', true],
    ['SUPERVISOR', true],
    ['AUDITOR', false],
    ['ADMIN', false],
  ])('%s may open it: %s', async (role, may) => {
    const reference = await file();
    const opened = await open(supervisor, role, reference, { submission: role });
    expect(opened.ok ? 'opened' : opened.reason).toBe(may ? 'opened' : 'forbidden');
    const opening = opened.ok ? opened.opening : '';
    const reading = await read(supervisor, role, reference, opening);
    expect(reading).toEqual(may ? { kind: 'RETURNEE', answers: secret } : null);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['확인', 'too-short'],
    ['x'.repeat(20_001), 'too-long'],
    ['\u0000 열어 보려고 합니다', 'unreadable'],
  ])('stays shut for the reason “%.10s”: %s', async (text, reason) => {
    const reference = await file();
    expect(await open(caseworker, 'CASEWORKER', reference, { text })).toMatchObject({ ok: false, reason });
    expect(await acts(reference)).toEqual([]);
  });

  it('is shown once, to who opened it, within five minutes', async () => {
    const reference = await file();
    const opened = await open(caseworker, 'CASEWORKER', reference);
    const opening = opened.ok ? opened.opening : '';
    expect(await read(supervisor, 'SUPERVISOR', reference, opening)).toBe('spent');
    expect(await read(caseworker, 'CASEWORKER', reference, opening)).toMatchObject({ answers: secret });
    expect(await read(caseworker, 'CASEWORKER', reference, opening)).toBe('spent');
    const again = await open(caseworker, 'CASEWORKER', reference, { submission: 'two' });
    setClock(new Date(now().getTime() + 5 * MINUTE + 1_000));
    expect(await read(caseworker, 'CASEWORKER', reference, again.ok ? again.opening : '')).toBe('spent');
  });

  it('is not shown for what nobody opened: another note, another report, no opening at all', async () => {
    const reference = await file();
    const other = await open(caseworker, 'CASEWORKER', await file(), { submission: 'other' });
    const guesses = [other.ok ? other.opening : '', '', 'x', '00000000-0000-4000-8000-000000000000'];
    for (const guess of guesses) expect(await read(caseworker, 'CASEWORKER', reference, guess)).toBe('spent');
    expect(await read(caseworker, 'CASEWORKER', 'NR-2222-2222', '')).toBeNull();
  });

  it('is shown once even when it is asked for five times at the same moment', async () => {
    const reference = await file();
    const opened = await open(caseworker, 'CASEWORKER', reference);
    const opening = opened.ok ? opened.opening : '';
    const readings = await Promise.all(
      Array.from({ length: 5 }, () => read(caseworker, 'CASEWORKER', reference, opening)),
    );
    expect(readings.filter((reading) => reading !== 'spent')).toHaveLength(1);
  });

  it('opened is recorded, read is recorded, and the reason is a note that is sealed', async () => {
    const reference = await file();
    await open(caseworker, 'CASEWORKER', reference);
    const twice = await open(caseworker, 'CASEWORKER', reference);
    const opening = twice.ok ? twice.opening : '';
    await read(caseworker, 'CASEWORKER', reference, opening);
    expect((await acts(reference)).map(({ act, actorId, detail }) => ({ act, actorId, detail }))).toEqual([
      { act: 'report.compartment.opened', actorId: caseworker.id, detail: { note: opening } },
      { act: 'report.compartment.read', actorId: caseworker.id, detail: { note: opening } },
    ]);
    const kept = await readReport(db(), as(intake, 'INTAKE'), reference);
    expect(kept?.notes).toMatchObject([{ text: REASON, about: 'compartment', author: 'caseworker' }]);
    const [row] = await db().select().from(notes).where(eq(notes.id, opening));
    expect(row?.sealed.includes(Buffer.from(REASON))).toBe(false);
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('added later is read together with what was said first', async () => {
    const reference = await file();
    const { id } = await reportRow(db(), reference);
    await withTransaction(db(), async (tx) => {
      const key = await openDataKey(tx, { kind: 'report', id });
      await storeSections(tx, id, key, { S6: { answers: { wants: ['LEGAL'] } }, S5: { answers: {} } }, 1);
    });
    const opened = await open(caseworker, 'CASEWORKER', reference, { submission: 'later' });
    const reading = await read(caseworker, 'CASEWORKER', reference, opened.ok ? opened.opening : '');
    expect(reading).toMatchObject({ answers: { ...secret, wants: ['LEGAL'] } });
  });
});

describe('consent', () => {
  it('is stored with the version, the language and the words it was given to', async () => {
    const { receipt } = await fileReport(db(), 'FAMILY', { ...LEAST.FAMILY, K1: ['AGREE'], K4: ['POLICE'] });
    const read = await readReport(db(), as(intake, 'INTAKE'), receipt.reference);
    const { version, sha256 } = consentVersions.K1;
    expect(read?.consents?.K1).toEqual({ choice: 'AGREE', version, locale: 'ko', sha256: sha256.ko });
    expect(read?.consents?.K4).toMatchObject({ choice: 'AGREE', agencies: ['POLICE'] });
    expect(describeConsents('en', read?.consents).map(({ name, choice }) => `${name} ${choice}`)).toEqual([
      'K1 AGREE',
      'K2 REFUSE',
      'K3 REFUSE',
      'K4 AGREE',
      'K5 REFUSE',
      'K6 REFUSE',
    ]);
  });

  it.each([
    ['agreed to', { K6: ['AGREE'] }, true],
    ['refused', {}, false],
  ])('to statistics %s: counted %s', async (_case, answers, counted) => {
    const { receipt } = await fileReport(db(), 'FAMILY', { ...LEAST.FAMILY, ...answers });
    expect((await reportRow(db(), receipt.reference)).inStatistics).toBe(counted);
  });

  it.each([
    ['never came to', {}],
    ['cleared', { S8: {} }],
  ])('by who %s its page is none: not refused, not agreed, not counted', async (_case, cleared) => {
    const draft = await createDraft(db(), 'SELF_DANGER');
    const health = { S2: { vulnerability: ['CHRONIC'] } };
    await saveSections(db(), draft, { S1: { situation: ['CONFINED'] }, ...health, ...cleared }, 0, null);
    const sent = await submitReport(db(), draft, 'ko');
    const reference = sent.ok ? sent.receipt.reference : '';
    const read = await readReport(db(), as(intake, 'INTAKE'), reference);
    expect(describeConsents('ko', read?.consents).map(({ choice }) => choice)).toEqual(
      Array.from({ length: 6 }, () => 'NOT_ASKED'),
    );
    // Nobody was asked, so what may save a life is kept.
    expect(read?.answers.vulnerability).toEqual(['CHRONIC']);
    expect((await reportRow(db(), reference)).inStatistics).toBe(false);
  });

  it.each([
    ['with K3', { K3: ['AGREE'] }, ['M00000000']],
    ['without K3', {}, undefined],
  ])('to the passport number: %s', async (_case, answers, kept) => {
    const given = { ...LEAST.FAMILY, ...answers, passport_number: ['M00000000'] };
    const { receipt } = await fileReport(db(), 'FAMILY', given);
    const read = await readReport(db(), as(intake, 'INTAKE'), receipt.reference);
    expect(read?.answers.passport_number).toEqual(kept);
  });
});
