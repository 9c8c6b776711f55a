import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { outbox } from '@/db/schema/outbox';
import { notes, reports } from '@/db/schema/reports';
import { linkReport, promoteReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { assignCase, assignReport, recuse } from '@/lib/cases/team/commands';
import { letBackToReport, recuseFromReport } from '@/lib/cases/team/stepping-back/from-report/commands';
import { changeState } from '@/lib/reports/desk/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import type { StaffActor } from '@/lib/staff/session';
import { addTo } from '../support/added';
import { caseRow, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const WHY = '대상자가 사촌입니다';
const BEATEN = { S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] } };

const { db, team } = openDesk(START);

beforeEach(async () => {
  await db().delete(outbox);
});

const back = (staffId: string, submission: string = randomUUID()) => ({ staffId, reason: WHY, submission });
const stepBack = (reference: string, actor: StaffActor) =>
  recuseFromReport(db(), actor, reference, back(actor.id));
const give = (reference: string, to: StaffActor) =>
  assignReport(db(), team.lead, reference, { staffId: to.id, seen: null });
const told = async (id: string, kind: string) => {
  const names = new Map(Object.entries(team).map(([name, { id: one }]) => [one, name]));
  const rows = await db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subjectId, id), eq(outbox.kind, kind)));
  return rows.map(({ staffId }) => names.get(staffId)).toSorted();
};
const holderOf = async (id: string) =>
  (await db().select().from(reports).where(eq(reports.id, id)))[0]?.assignedTo;
/** Everybody but intake. */
const allBack = async (reference: string) => {
  for (const actor of [team.worker, team.other, team.second, team.lead])
    expect(await stepBack(reference, actor)).toMatchObject({ ok: true });
};

describe('a report that is taken out of a case', () => {
  it('stays shut to who stepped back from the case, is no longer theirs, and does not come back to them in another case', async () => {
    const { id, reference } = await screenedReport(db(), team.intake);
    await give(reference, team.other);
    const made = await promoteReport(db(), team.intake, reference);
    if (!made.ok) throw new Error(made.reason);
    expect((await caseRow(db(), made.number)).assignedTo).toBe(team.other.id);
    const second = await screenedReport(db(), team.intake);
    await linkReport(db(), team.worker, await on(db(), made.number), second.reference);
    await recuse(db(), team.other, await on(db(), made.number), { staffId: team.other.id, reason: WHY });
    expect(
      await unlinkReport(db(), team.worker, await on(db(), made.number), reference, '다른 사람'),
    ).toMatchObject({ ok: true });
    expect(await readReport(db(), team.other, reference)).toBeNull();
    expect(await holderOf(id)).toBeNull();
    expect(await told(id, 'LET_GO')).toEqual(['lead', 'second']);
    const trail = await db().select().from(auditEntries).where(eq(auditEntries.objectId, id));
    expect(trail.find(({ act }) => act === 'report.recused')?.detail).toMatchObject({
      staff: team.other.id,
    });
    const anew = await promoteReport(db(), team.intake, reference);
    if (!anew.ok) throw new Error(anew.reason);
    expect((await caseRow(db(), anew.number)).assignedTo).toBeNull();
    expect(await readCase(db(), team.other, anew.number)).toBeNull();
  });

  it('stays theirs who have it and have not stepped back', async () => {
    const { number, report } = await openTestCase(db(), team.intake);
    const second = await screenedReport(db(), team.intake);
    await give(second.reference, team.worker);
    await linkReport(db(), team.worker, await on(db(), number), second.reference);
    await recuse(db(), team.other, await on(db(), number), { staffId: team.other.id, reason: WHY });
    await unlinkReport(db(), team.worker, await on(db(), number), second.reference, '다른 사람');
    expect(await holderOf(second.id)).toBe(team.worker.id);
    expect(await told(second.id, 'LET_GO')).toEqual([]);
    expect(await readReport(db(), team.other, second.reference)).toBeNull();
    expect(await readReport(db(), team.worker, report.reference)).not.toBeNull();
  });
});

describe('where many have stepped back', () => {
  it('the last who could screen a report cannot', async () => {
    const { reference } = await screenedReport(db(), team.intake, BEATEN);
    await allBack(reference);
    expect(await stepBack(reference, team.intake)).toMatchObject({ reason: 'nobody-left' });
    expect(await readReport(db(), team.intake, reference)).not.toBeNull();
  });

  it('intake is told that a report is nobody’s', async () => {
    const { id, reference } = await screenedReport(db(), team.intake, BEATEN);
    await give(reference, team.lead);
    await allBack(reference);
    expect(await told(id, 'LET_GO')).toEqual(['intake']);
  });

  it('danger that is added to a decided report is told to whoever is left', async () => {
    const keep = async () => {
      const report = await screenedReport(db(), team.intake);
      const way = { action: 'KEEP_AS_INTEL', seen: 'SCREENING', reason: '알려 준 내용으로 끝냄' } as const;
      expect(await changeState(db(), team.intake, { reference: report.reference, ...way })).toMatchObject({
        ok: true,
      });
      return report;
    };
    const led = await keep();
    for (const actor of [team.second, team.lead]) await stepBack(led.reference, actor);
    await addTo(db(), led.id, 'FAMILY', BEATEN);
    expect(await told(led.id, 'DANGER')).toEqual(['other', 'worker']);
    const left = await keep();
    await allBack(left.reference);
    await addTo(db(), left.id, 'FAMILY', BEATEN);
    expect(await told(left.id, 'DANGER')).toEqual(['intake']);
  });

  it('nobody is told of a case who is brought into it as having stepped back', async () => {
    const { number, id } = await openTestCase(db(), team.intake);
    await assignCase(db(), team.other, await on(db(), number), team.other.id);
    const { reference } = await screenedReport(db(), team.intake);
    for (const actor of [team.other, team.second]) await stepBack(reference, actor);
    await linkReport(db(), team.worker, await on(db(), number), reference);
    expect((await caseRow(db(), number)).assignedTo).toBeNull();
    expect(await told(id, 'LET_GO')).toEqual(['lead']);
  });
});

it('a form that is sent again after being let back steps back again, with the one reason', async () => {
  const { id, reference } = await screenedReport(db(), team.intake);
  const form = back(team.other.id, 'one form');
  for (let times = 0; times < 2; times += 1) {
    expect(await recuseFromReport(db(), team.other, reference, form)).toMatchObject({ ok: true });
    expect(await readReport(db(), team.other, reference)).toBeNull();
    await letBackToReport(db(), team.lead, reference, team.other.id);
  }
  expect(await db().$count(notes, eq(notes.reportId, id))).toBe(1);
});
