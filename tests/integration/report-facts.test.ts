import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { outbox } from '@/db/schema/outbox';
import { reportSections, reports, reportUrgency } from '@/db/schema/reports';
import { decideApproval } from '@/lib/cases/approving/commands';
import { requestContactRelease } from '@/lib/cases/contact/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import { tellOfNews } from '@/lib/cases/escalating/news/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { openFactsForm } from '@/lib/cases/report-facts/commands';
import { assignReport, recuse } from '@/lib/cases/team/commands';
import { HOUR, setClock } from '@/lib/clock';
import { readAddable } from '@/lib/reports/additions/queries';
import { changeState } from '@/lib/reports/desk/commands';
import { listQueue } from '@/lib/reports/desk/queries';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import { openSections } from '@/lib/reports/stored/queries';
import { indexDue } from '@/lib/search/indexing/commands';
import { listPendingApprovals } from '@/lib/staff/approvals/queries';
import { openDataKey } from '@/lib/vault/commands';
import { addTo } from '../support/added';
import { on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';
import { recordFacts, typedFacts } from '../support/recorded-facts';
import { fileReport, LEAST, reportRow } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };
const BEATEN = typedFacts('S1', { situation: ['CONFINED'], harm_now: ['VIOLENCE'] });

const { db, team } = openDesk(START);

const rowOf = async (id: string) => {
  const [row] = await db().select().from(reports).where(eq(reports.id, id));
  if (!row) throw new Error('no report');
  return row;
};
const partsOf = (id: string) =>
  db()
    .select()
    .from(reportSections)
    .where(eq(reportSections.reportId, id))
    .orderBy(asc(reportSections.part), asc(reportSections.section));
const actsOf = async (id: string, act: string) =>
  (
    await db().select().from(auditEntries).where(eq(auditEntries.objectId, id)).orderBy(asc(auditEntries.seq))
  ).filter((entry) => entry.act === act);
const storedOf = async (id: string) =>
  openSections(db(), id, await openDataKey(db(), { kind: 'report', id }));

describe('facts that staff record', () => {
  it('are the next part, sealed with how they know, and the audit names who did it', async () => {
    const { id, reference } = await screenedReport(db(), team.intake);
    const typed = typedFacts('S3', { city: ['바벳'], floor: ['3'] }, { source: 'MISSION' });
    expect(await recordFacts(db(), team.intake, reference, typed)).toEqual({ ok: true });
    const added = (await partsOf(id)).filter(({ part }) => part > 0);
    expect(added).toMatchObject([{ section: 'S3', part: 1, byStaff: true }]);
    expect(added[0]?.sealed.includes('MISSION')).toBe(false);
    expect((await storedOf(id)).find(({ part }) => part === 1)?.recorded).toEqual({
      ...{ by: team.intake.id, source: 'MISSION', confidence: 'MEDIUM' },
      learnedAt: '2025-10-10T02:30:00.000Z',
    });
    expect(await actsOf(id, 'report.facts')).toMatchObject([
      { actorKind: 'staff', actorId: team.intake.id, detail: { part: 1, from: 'U3', level: 'U3' } },
    ]);
    expect(await actsOf(id, 'report.added')).toEqual([]);
  });

  it('are read with whoever recorded them, and the earlier value stays with its date', async () => {
    const { reference } = await screenedReport(db(), team.intake, { S3: { city: ['프놈펜'] } });
    later(HOUR);
    await recordFacts(db(), team.worker, reference, typedFacts('S3', { city: ['바벳'] }));
    const report = await readReport(db(), team.intake, reference);
    expect(report?.answers.city).toEqual(['바벳']);
    expect(report?.earlier).toEqual([{ name: 'city', answers: { city: ['프놈펜'] }, at: START }]);
    expect(report?.additions).toMatchObject([
      {
        ...{ part: 1, at: new Date(START.getTime() + HOUR), answers: { city: ['바벳'] } },
        recorded: {
          ...{ by: 'worker', source: 'REPORTER', confidence: 'MEDIUM' },
          learnedAt: new Date('2025-10-10T02:30:00Z'),
        },
      },
    ]);
    expect(report?.mayRecordFacts).toBe(true);
  });

  it('raise the level with its history, take their question off what to ask first, and never lower', async () => {
    const { id, reference, level } = { ...(await screenedReport(db(), team.intake, CONFINED)), level: 'U2' };
    expect(await rowOf(id)).toMatchObject({ level });
    const asks = async () =>
      (await readReport(db(), team.intake, reference))?.assessment?.askFirst.map(({ field }) => field);
    expect(await asks()).toContain('harm_now');
    await recordFacts(db(), team.intake, reference, typedFacts('S1', { harm_now: ['VIOLENCE'] }));
    expect(await rowOf(id)).toMatchObject({ level: 'U1' });
    expect(await asks()).not.toContain('harm_now');
    await recordFacts(db(), team.intake, reference, typedFacts('S1', { situation: ['RETURNED'] }));
    expect(await rowOf(id)).toMatchObject({ level: 'U1' });
    const report = await readReport(db(), team.intake, reference);
    expect(report?.answers.situation).toEqual(['RETURNED']);
    expect(report?.assessment?.olderStands).toBeDefined();
    expect(await db().$count(reportUrgency, eq(reportUrgency.reportId, id))).toBe(3);
  });

  it('sent twice, and twice at once, are stored once; by two people at once both stay', async () => {
    const { id, reference } = await screenedReport(db(), team.intake);
    const [one, two] = [typedFacts('S3', { city: ['바벳'] }), typedFacts('S3', { floor: ['3'] })];
    const sent = await Promise.all(
      ['a', 'a', 'a'].map((key) => recordFacts(db(), team.intake, reference, one, key)),
    );
    expect(sent.every(({ ok }) => ok)).toBe(true);
    await recordFacts(db(), team.intake, reference, one, 'a');
    expect((await partsOf(id)).filter(({ part }) => part > 0)).toHaveLength(1);
    expect(await actsOf(id, 'report.facts')).toHaveLength(1);
    await Promise.all([
      recordFacts(db(), team.intake, reference, two),
      recordFacts(db(), team.worker, reference, typedFacts('S3', { floor: ['5'] })),
    ]);
    expect((await partsOf(id)).map(({ part }) => part).filter((part) => part > 0)).toEqual([1, 2, 3]);
  });

  it('are read before somebody decides over them', async () => {
    const { reference } = await screenedReport(db(), team.intake);
    const read = await readReport(db(), team.intake, reference);
    await recordFacts(db(), team.worker, reference, typedFacts('S3', { city: ['바벳'] }));
    const decided = await changeState(db(), team.intake, {
      ...{ reference, action: 'MARK_ABUSE', seen: 'SCREENING', reason: '장난으로 보임' },
      read: { level: read?.level ?? 'U5', part: read?.lastPart ?? -1 },
    });
    expect(decided).toMatchObject({ ok: false, reason: 'conflict' });
  });

  it('that contact is risky bar contact that was released, by whoever recorded it', async () => {
    const { id, reference } = await screenedReport(db(), team.intake, { S0: { contact_risk: ['RISKY'] } });
    await requestContactRelease(db(), team.worker, reference, '새 번호로 연락 옴');
    const [asked] = (await listPendingApprovals(db(), team.other)).filter(({ subject }) => subject.id === id);
    await decideApproval(db(), team.other, asked?.id ?? '', { approve: true, answer: '' });
    expect((await rowOf(id)).contactReleasedAt).not.toBeNull();
    await recordFacts(db(), team.worker, reference, typedFacts('S0', { contact_risk: ['RISKY'] }));
    expect(await rowOf(id)).toMatchObject({ contactReleasedAt: null, contactRisk: 'RISKY' });
    expect(await actsOf(id, 'contact.barred')).toMatchObject([{ actorId: team.worker.id }]);
    await recordFacts(db(), team.worker, reference, typedFacts('S0', { contact_risk: ['SAFE'] }));
    expect(await rowOf(id)).toMatchObject({ contactRisk: 'RISKY' });
  });

  it('stand in the timeline of the case, by whoever recorded them', async () => {
    const { number, report } = await openTestCase(db(), team.worker, CONFINED);
    later(HOUR);
    await recordFacts(db(), team.worker, report.reference, BEATEN);
    const told = (await readCase(db(), team.lead, number, 'REPORTS'))?.timeline[0];
    expect(told).toMatchObject({
      ...{ kind: 'REPORT_FACTS', staffId: team.worker.id, ref: report.reference },
      words: { source: 'REPORTER', confidence: 'MEDIUM' },
    });
    await runClocks(db());
    expect((await readCase(db(), team.lead, number))?.level).toBe('U1');
  });

  it('are found by search', async () => {
    const { reference } = await screenedReport(db(), team.intake);
    await indexDue(db());
    await recordFacts(db(), team.intake, reference, typedFacts('S3', { landmark: ['등나무 정자'] }));
    expect(await indexDue(db())).toBe(1);
  });
});

describe('the reporter', () => {
  it('is told nothing of what staff recorded, and it is no news to the desk', async () => {
    const { receipt } = await fileReport(db(), 'FAMILY', { ...LEAST.FAMILY, contact_risk: ['SAFE'] });
    const { id } = await reportRow(db(), receipt.reference);
    await assignReport(db(), team.worker, receipt.reference, { staffId: team.worker.id, seen: null });
    await readReport(db(), team.worker, receipt.reference);
    const [before, addable] = [await readMailbox(db(), id), await readAddable(db(), id)];
    later(HOUR);
    await recordFacts(db(), team.intake, receipt.reference, BEATEN);
    expect(await readMailbox(db(), id)).toEqual(before);
    expect(await readAddable(db(), id)).toEqual(addable);
    const { rows } = await listQueue(db(), team.worker, { state: 'ALL', level: null, after: null });
    expect(rows.find(({ reference }) => reference === receipt.reference)?.newAddition).toBe(false);
    await tellOfNews(db());
    expect(
      (await db().select().from(outbox).where(eq(outbox.subjectId, id))).map(({ kind }) => kind),
    ).toEqual([]);
    later(2 * HOUR);
    await addTo(db(), id, 'FAMILY', { S3: { city: ['바벳'] } });
    expect((await readMailbox(db(), id))?.additions).toEqual([
      { at: new Date(START.getTime() + 2 * HOUR), sections: ['S3'] },
    ]);
  });

  it('who refused to have health kept is heeded, and all of it together with nothing else is refused', async () => {
    const { receipt } = await fileReport(db(), 'FAMILY', { ...LEAST.FAMILY, K1: ['AGREE'] });
    const { reference } = receipt;
    const { id } = await reportRow(db(), reference);
    expect((await openFactsForm(db(), team.intake, reference, 'person'))?.healthRefused).toBe(true);
    const health = typedFacts('S2', { vulnerability: ['DISABILITY'] });
    expect(await recordFacts(db(), team.intake, reference, health)).toMatchObject({ reason: 'not-kept' });
    expect((await partsOf(id)).every(({ part }) => part === 0)).toBe(true);
    const mixed = typedFacts('S2', { vulnerability: ['UNDER18', 'DISABILITY'] });
    expect(await recordFacts(db(), team.intake, reference, mixed)).toEqual({ ok: true });
    expect((await readReport(db(), team.intake, reference))?.answers.vulnerability).toEqual(['UNDER18']);
    expect((await readAddable(db(), id))?.askedConsent).toBe(true);
  });
});

describe('facts are refused', () => {
  it.each([
    ['that say nothing', typedFacts('S3', {})],
    ['with an answer that is none', typedFacts('S1', { people_count: ['many'] })],
    ['with a code that is none', typedFacts('S1', { situation: ['ON_THE_MOON'] })],
    ['without a source', typedFacts('S3', { city: ['바벳'] }, { source: '' })],
    ['with a confidence that is none', typedFacts('S3', { city: ['바벳'] }, { confidence: 'VERY' })],
    ['learned at no time', typedFacts('S3', { city: ['바벳'] }, { learnedAt: '13월' })],
    ['learned tomorrow', typedFacts('S3', { city: ['바벳'] }, { learnedAt: '2025-10-11 09:00' })],
  ])('%s', async (_what, typed) => {
    const { id, reference } = await screenedReport(db(), team.intake);
    expect(await recordFacts(db(), team.intake, reference, typed)).toEqual({ ok: false, reason: 'to-mend' });
    expect((await partsOf(id)).every(({ part }) => part === 0)).toBe(true);
    expect(await actsOf(id, 'report.facts')).toEqual([]);
  });

  it.each(['S6', 'S7', 'S8'] as const)('on %s, which has a way of its own', async (section) => {
    const { reference } = await screenedReport(db(), team.intake);
    const typed = typedFacts(section, { forced_tasks: ['ROMANCE'] });
    expect(await recordFacts(db(), team.intake, reference, typed)).toMatchObject({ reason: 'unknown' });
  });

  it('as another kind than the report is, and about one that is made up', async () => {
    const { reference } = await screenedReport(db(), team.intake);
    const typed = typedFacts('S3', { city: ['바벳'] });
    const other = { ...typed, kind: 'WITNESS' } as const;
    expect(await recordFacts(db(), team.intake, reference, other)).toMatchObject({ reason: 'unknown' });
    expect(await recordFacts(db(), team.intake, 'NR-2222-2222', typed)).toMatchObject({ reason: 'unknown' });
  });

  it('from who reads no reports, and from who stepped back from its case', async () => {
    const { number, report } = await openTestCase(db(), team.worker, CONFINED);
    const typed = typedFacts('S3', { city: ['바벳'] });
    for (const actor of [team.auditor, team.admin]) {
      expect(await recordFacts(db(), actor, report.reference, typed)).toMatchObject({ reason: 'forbidden' });
      expect(await openFactsForm(db(), actor, report.reference, 'person')).toBeNull();
    }
    await recuse(db(), team.other, await on(db(), number), { staffId: team.other.id, reason: '아는 사람' });
    expect(await recordFacts(db(), team.other, report.reference, typed)).toMatchObject({ reason: 'unknown' });
    expect(await openFactsForm(db(), team.other, report.reference, 'person')).toBeNull();
  });
});

describe('the form for facts', () => {
  it('shows what is known, is recorded as reading, and leaves what its reporter sent unread', async () => {
    const { id, reference } = await screenedReport(db(), team.intake, CONFINED);
    await readReport(db(), team.intake, reference);
    later(HOUR);
    await addTo(db(), id, 'FAMILY', { S3: { city: ['바벳'] } });
    later(2 * HOUR);
    expect(await openFactsForm(db(), team.intake, reference, 'nowhere')).toBeNull();
    const form = await openFactsForm(db(), team.intake, reference, 'person');
    expect(form).toMatchObject({ kind: 'FAMILY', answers: { situation: ['CONFINED'], city: ['바벳'] } });
    expect(form?.healthRefused).toBe(false);
    expect((await actsOf(id, 'report.read')).map(({ actorId }) => actorId)).toEqual(
      Array(2).fill(team.intake.id),
    );
    const { rows } = await listQueue(db(), team.intake, { state: 'ALL', level: null, after: null });
    expect(rows.find((row) => row.reference === reference)?.newAddition).toBe(true);
    expect(await openFactsForm(db(), team.intake, randomUUID(), 'person')).toBeNull();
  });
});
