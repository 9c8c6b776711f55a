import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { drafts } from '@/db/schema/drafts';
import { reportSections, reports, reportUrgency } from '@/db/schema/reports';
import { HOUR, setClock } from '@/lib/clock';
import { addPlace } from '@/lib/reports/additions/commands';
import { readAddable } from '@/lib/reports/additions/queries';
import { submitReport } from '@/lib/reports/commands';
import { listQueue } from '@/lib/reports/desk/queries';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import { submitSos } from '@/lib/reports/sos/commands';
import { openCompartmentAnswers } from '@/lib/reports/stored/queries';
import type { StaffActor } from '@/lib/staff/session';
import { addTo, type Told, typeAddition } from '../support/added';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { pdfOf, uploadPieces } from '../support/evidence';
import { actorFor, makeStaff } from '../support/staff-actor';
import { fileReport, LEAST, reportRow } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));

let database: TestDatabase;
let actor: StaffActor;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
  actor = actorFor(await makeStaff(db(), 'Reader', ['INTAKE']), ['INTAKE']);
});
afterAll(() => database.close());
beforeEach(() => setClock(START));
afterEach(() => setClock(undefined));

/** A person in danger who sent one page. */
async function inDanger(answers = LEAST.SELF_DANGER) {
  const { receipt } = await fileReport(db(), 'SELF_DANGER', answers);
  const row = await reportRow(db(), receipt.reference);
  return { id: row.id, reference: receipt.reference, level: row.level };
}
const rowOf = async (id: string) => {
  const [row] = await db().select().from(reports).where(eq(reports.id, id));
  if (!row) throw new Error('no report');
  return row;
};
const partsOf = (id: string) =>
  db()
    .select({ section: reportSections.section, part: reportSections.part })
    .from(reportSections)
    .where(eq(reportSections.reportId, id))
    .orderBy(asc(reportSections.part), asc(reportSections.section));
const actsOf = async (id: string) =>
  (
    await db().select().from(auditEntries).where(eq(auditEntries.objectId, id)).orderBy(asc(auditEntries.seq))
  ).map(({ act, detail }) => ({ act, detail }));
const add = (id: string, told: Told) => addTo(db(), id, 'SELF_DANGER', told);

describe('an addition', () => {
  it('demands nothing, and is the report’s next part, in order, with its audit entry', async () => {
    const { id } = await inDanger();
    expect(await add(id, { S3: { city: ['바벳'] } })).toMatchObject({ ok: true, again: false });
    later(HOUR);
    expect(await add(id, { S2: { name_ko: ['가나루'] }, S3: { floor: ['3'] } })).toMatchObject({ ok: true });
    const parts = (await partsOf(id)).filter(({ part }) => part > 0);
    expect(parts).toEqual([
      { section: 'S3', part: 1 },
      { section: 'S2', part: 2 },
      { section: 'S3', part: 2 },
    ]);
    expect((await actsOf(id)).filter(({ act }) => act === 'report.added')).toEqual([
      { act: 'report.added', detail: { part: 1, from: 'U2', level: 'U2' } },
      { act: 'report.added', detail: { part: 2, from: 'U2', level: 'U2' } },
    ]);
  });

  it('sent five times at once is stored once', async () => {
    const { id } = await inDanger();
    const draft = await typeAddition(db(), id, 'SELF_DANGER', { S3: { city: ['바벳'] } });
    const sent = await Promise.all(Array.from({ length: 5 }, () => submitReport(db(), draft, 'ko')));
    expect(sent.every(({ ok }) => ok)).toBe(true);
    expect(sent.filter((one) => one.ok && !one.again)).toHaveLength(1);
    expect((await partsOf(id)).filter(({ part }) => part > 0)).toEqual([{ section: 'S3', part: 1 }]);
    expect(await db().$count(reportUrgency, eq(reportUrgency.reportId, id))).toBe(2);
  });

  it('two of them at once are two parts', async () => {
    const { id } = await inDanger();
    await Promise.all([add(id, { S3: { city: ['바벳'] } }), add(id, { S3: { floor: ['3'] } })]);
    expect((await partsOf(id)).map(({ part }) => part).filter((part) => part > 0)).toEqual([1, 2]);
  });

  it('with nothing in it is refused, and nothing is stored', async () => {
    const { id } = await inDanger();
    expect(await add(id, {})).toMatchObject({ ok: false, reason: 'nothing' });
    expect(await add(id, { S3: {} })).toMatchObject({ ok: false, reason: 'nothing' });
    expect((await partsOf(id)).every(({ part }) => part === 0)).toBe(true);
  });

  it('with a bad answer is refused like any page', async () => {
    const { id } = await inDanger();
    expect(await add(id, { S1: { people_count: ['many'] } })).toMatchObject({
      ok: false,
      reason: 'incomplete',
    });
  });

  it('holds no receipt code, and has a draft of its own', async () => {
    const { id } = await inDanger();
    const before = await db().$count(drafts);
    const sent = await add(id, { S3: { city: ['바벳'] } });
    expect(sent.ok && sent.receipt.code).toBe('');
    expect(await db().$count(drafts)).toBe(before + 1);
  });

  it('of files alone is a part that says so', async () => {
    const { id, reference } = await inDanger();
    const draft = await typeAddition(db(), id, 'SELF_DANGER', {});
    expect((await uploadPieces(db(), draft, pdfOf(2_000))).end.ok).toBe(true);
    expect(await submitReport(db(), draft, 'ko')).toMatchObject({ ok: true });
    const report = await readReport(db(), actor, reference);
    expect(report?.additions).toMatchObject([{ part: 1, withFiles: true, answers: {} }]);
    expect(report?.files).toHaveLength(1);
  });
});

describe('urgency after an addition', () => {
  it('rises with what is new', async () => {
    const { id, level } = await inDanger();
    expect(level).toBe('U2');
    await add(id, { S1: { harm_now: ['VIOLENCE'] } });
    expect(await rowOf(id)).toMatchObject({ level: 'U1' });
  });

  it('never falls: the older answers stand, and the assessment says so', async () => {
    const { id, reference } = await inDanger({ situation: ['CONFINED'], harm_now: ['VIOLENCE'] });
    const before = await rowOf(id);
    expect(before.level).toBe('U1');
    await add(id, { S1: { situation: ['RETURNED'] }, S3: { country: ['KR'] } });
    expect(await rowOf(id)).toMatchObject({ level: 'U1', points: before.points });
    const report = await readReport(db(), actor, reference);
    expect(report?.assessment).toMatchObject({
      level: 'U1',
      rule: 'U1_CONFINED_IN_DANGER',
      olderStands: { level: 'U2' },
    });
    expect(report?.answers.situation).toEqual(['RETURNED']);
    expect(report?.earlier).toMatchObject([{ name: 'situation', answers: { situation: ['CONFINED'] } }]);
    expect(await db().$count(reportUrgency, eq(reportUrgency.reportId, id))).toBe(2);
  });

  it('contact may become risky and never safe again; the province follows', async () => {
    const { receipt } = await fileReport(db(), 'FAMILY', { ...LEAST.FAMILY, contact_risk: ['SAFE'] });
    const { id } = await reportRow(db(), receipt.reference);
    await addTo(db(), id, 'FAMILY', { S0: { contact_risk: ['RISKY'] }, S3: { province: ['KH-12'] } });
    expect(await rowOf(id)).toMatchObject({ contactRisk: 'RISKY', province: 'KH-12' });
    await addTo(db(), id, 'FAMILY', { S0: { contact_risk: ['SAFE'] } });
    expect(await rowOf(id)).toMatchObject({ contactRisk: 'RISKY' });
    const report = await readReport(db(), actor, receipt.reference);
    expect(report).toMatchObject({ mayContact: false, answers: { contact_risk: ['RISKY'] } });
  });
});

describe('what may be added', () => {
  it('codes, identifiers and stories add up; a single value is replaced and kept with its date', async () => {
    const { id, reference } = await inDanger({
      situation: ['CONFINED'],
      control: ['PASSPORT'],
      narrative: ['하나'],
    });
    await add(id, { S1: { control: ['PHONE'], narrative: ['둘'] }, S3: { city: ['바벳'] } });
    later(HOUR);
    await add(id, { S3: { city: ['프놈펜'] } });
    later(2 * HOUR);
    const report = await readReport(db(), actor, reference);
    expect(report?.answers).toMatchObject({
      control: ['PASSPORT', 'PHONE'],
      narrative: ['하나', '둘'],
      city: ['프놈펜'],
    });
    expect(report?.earlier).toEqual([{ name: 'city', answers: { city: ['바벳'] }, at: START }]);
    expect(report?.additions.map(({ part }) => part)).toEqual([2, 1]);
  });

  it('what somebody was made to do goes under its own key and into nothing that others read', async () => {
    const { id, reference } = await inDanger();
    await add(id, { S6: { forced_tasks: ['ROMANCE'] } });
    await add(id, { S6: { forced_tasks: ['MONEY_MULE'] } });
    expect(await openCompartmentAnswers(db(), id)).toEqual({ forced_tasks: ['ROMANCE', 'MONEY_MULE'] });
    const report = await readReport(db(), actor, reference);
    expect(report?.hasCompartment).toBe(true);
    expect(report?.additions).toMatchObject([{ withCompartment: true, answers: {} }, { part: 1 }]);
    expect(JSON.stringify(report)).not.toContain('ROMANCE');
    expect((await readMailbox(db(), id))?.additions.map(({ sections }) => sections)).toEqual([[], []]);
  });

  it('the page about the reporter, while consent was never asked for; numbers follow K6', async () => {
    const bare = await submitSos(db(), {
      nonce: null,
      narrative: '도와주세요',
      reach: '',
      thirdParty: false,
      locale: 'ko',
    });
    const sos = await reportRow(db(), bare.receipt.reference);
    expect((await readAddable(db(), sos.id))?.askedConsent).toBe(false);
    await add(sos.id, { S8: { K1: ['AGREE'], K6: ['AGREE'], reporter_phone: ['010-0000-0000'] } });
    expect(await rowOf(sos.id)).toMatchObject({ inStatistics: true });
    expect((await readAddable(db(), sos.id))?.steps.map(({ slug }) => slug)).not.toContain('you');
    await add(sos.id, { S8: { reporter_phone: ['010-9999-9999'] }, S3: { city: ['바벳'] } });
    const report = await readReport(db(), actor, bare.receipt.reference);
    expect(report?.answers.reporter_phone).toEqual(['010-0000-0000']);
  });

  it('what was refused before stays out: health codes without K2', async () => {
    const { receipt } = await fileReport(db(), 'FAMILY', { ...LEAST.FAMILY, K1: ['AGREE'] });
    const { id } = await reportRow(db(), receipt.reference);
    await addTo(db(), id, 'FAMILY', { S2: { vulnerability: ['UNDER18', 'DISABILITY'] } });
    const report = await readReport(db(), actor, receipt.reference);
    expect(report?.answers.vulnerability).toEqual(['UNDER18']);
  });
});

describe('the desk and the reporter', () => {
  it('the queue says that something new came in until somebody has read it', async () => {
    const { id, reference } = await inDanger();
    await readReport(db(), actor, reference);
    const inQueue = async () =>
      (await listQueue(db(), actor, { state: 'ALL', level: null, after: null })).rows.find(
        (row) => row.reference === reference,
      )?.newAddition;
    expect(await inQueue()).toBe(false);
    later(HOUR);
    await add(id, { S3: { city: ['바벳'] } });
    expect(await inQueue()).toBe(true);
    later(2 * HOUR);
    await readReport(db(), actor, reference);
    expect(await inQueue()).toBe(false);
  });

  it('the mailbox lists when and which pages, never what was written', async () => {
    const { id } = await inDanger();
    later(HOUR);
    await add(id, { S3: { city: ['바벳'] } });
    const mailbox = await readMailbox(db(), id);
    expect(mailbox?.additions).toEqual([{ at: new Date(START.getTime() + HOUR), sections: ['S3'] }]);
    expect(JSON.stringify(mailbox)).not.toContain('바벳');
  });
});

describe('a place in one tap', () => {
  const place = { latitude: '11.0625', longitude: '106.1250', accuracy: '25' };

  it('is added once, however often it is sent, and counts as an exact place', async () => {
    const { id, reference } = await inDanger();
    const before = await rowOf(id);
    for (let time = 0; time < 2; time += 1)
      expect(await addPlace(db(), id, place, 'one-page')).toEqual({ ok: true });
    expect((await partsOf(id)).filter(({ part }) => part > 0)).toEqual([{ section: 'S1', part: 1 }]);
    const report = await readReport(db(), actor, reference);
    expect(report?.answers).toMatchObject({
      latitude: ['11.0625'],
      longitude: ['106.1250'],
      accuracy_m: ['25'],
    });
    expect(report?.points).toBeGreaterThan(before.points);
  });

  it.each([
    ['nothing', { latitude: '', longitude: '', accuracy: '' }],
    ['no numbers', { latitude: 'here', longitude: 'there', accuracy: '' }],
    ['half of it', { latitude: '11.5', longitude: '', accuracy: '' }],
    ['no place on earth', { latitude: '99', longitude: '999', accuracy: '' }],
  ])('%s is refused and nothing is stored', async (_case, bad) => {
    const { id } = await inDanger();
    expect(await addPlace(db(), id, bad, 'x')).toMatchObject({ ok: false, reason: 'unreadable' });
    expect((await partsOf(id)).every(({ part }) => part === 0)).toBe(true);
  });
});
