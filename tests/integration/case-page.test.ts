import { describe, expect, it } from 'vitest';
import { decideApproval } from '@/lib/cases/approving/commands';
import { barContactAgain, breakGlass } from '@/lib/cases/contact/commands';
import { linkReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { listCases } from '@/lib/cases/list/queries';
import { readCase } from '@/lib/cases/reading/commands';
import { caseExists } from '@/lib/cases/reading/queries';
import { recuse } from '@/lib/cases/team/commands';
import { closeCase, holdCase, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, MINUTE, setClock } from '@/lib/clock';
import { askToWithdraw } from '@/lib/reports/requests/commands';
import { keepTyped } from '@/lib/staff/kept/commands';
import { findTypedOn } from '@/lib/staff/kept/queries';
import { addTo } from '../support/added';
import { endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

const { db, team } = openDesk(START);

const triaged = async () => {
  const made = await openTestCase(db(), team.intake, DETAINED);
  await stepCase(db(), team.worker, await on(db(), made.number), { action: 'TRIAGE', reason: '' });
  return made;
};

describe('the timeline of a case', () => {
  it('names reports by their reference, those taken out again too, and tells of levels that were worked out', async () => {
    const { number } = await openTestCase(db(), team.intake, DETAINED);
    const second = await screenedReport(db(), team.intake, CONFINED);
    later(MINUTE);
    await linkReport(db(), team.intake, await on(db(), number), second.reference);
    later(2 * MINUTE);
    await unlinkReport(db(), team.worker, await on(db(), number), second.reference, '다른 사람');
    const found = await readCase(db(), team.worker, number, 'REPORTS');
    const named = found?.timeline.filter(
      ({ kind, ref }) => kind !== 'REPORT_STATE' && ref === second.reference,
    );
    expect(named?.map(({ kind }) => kind)).toEqual(['REPORT_UNLINKED', 'REPORT_LINKED']);
    const states = await readCase(db(), team.worker, number, 'STATES');
    const levels = states?.timeline.filter(({ kind }) => kind === 'LEVEL_COMPUTED');
    expect(levels?.map(({ from, to, staffId }) => [from, to, staffId])).toEqual([
      ['U2', 'U3', null],
      ['U3', 'U2', null],
    ]);
  });

  it('tells what was added to its reports and asked for by their reporters, and who released contact', async () => {
    const { number, report } = await openTestCase(db(), team.intake, {
      ...CONFINED,
      S0: { contact_risk: ['RISKY'] },
    });
    later(MINUTE);
    await addTo(db(), report.id, 'FAMILY', { S1: { narrative: ['어제 다시 연락이 왔습니다'] } });
    later(2 * MINUTE);
    expect(await breakGlass(db(), team.lead, report.reference, '곧 옮겨진다고 함')).toMatchObject({
      ok: true,
    });
    later(3 * MINUTE);
    expect(await barContactAgain(db(), team.lead, report.reference)).toMatchObject({ ok: true });
    later(4 * MINUTE);
    await askToWithdraw(db(), report.id, '그만하고 싶습니다', 'ask');
    const found = await readCase(db(), team.lead, number, 'ALL');
    const told = found?.timeline.slice(0, 4).map(({ kind, to, staffId, ref }) => [kind, to, staffId, ref]);
    expect(told).toEqual([
      ['REPORT_REQUEST', null, null, report.reference],
      ['CONTACT', 'BARRED', null, report.reference],
      ['CONTACT', 'BROKEN_GLASS', team.lead.id, report.reference],
      ['REPORT_ADDED', null, null, report.reference],
    ]);
    expect(found?.timeline[0]?.words.text).toBe('그만하고 싶습니다');
    expect(found?.timeline[2]?.words.reason).toBe('곧 옮겨진다고 함');
  });

  it('says until when and why a case is on hold and how it ended, and the head does whatever is shown', async () => {
    const { number } = await triaged();
    const until = new Date(START.getTime() + 3 * DAY);
    await holdCase(db(), team.worker, await on(db(), number), { until, reason: '회신 대기' });
    const held = await readCase(db(), team.worker, number, 'PEOPLE');
    expect(held?.timeline).toEqual([]);
    expect(held?.lastStep?.words).toEqual({ reason: '회신 대기', until: until.toISOString() });
    await stepCase(db(), team.worker, await on(db(), number), { action: 'RESUME', reason: '' });
    const ending = { disposition: 'TRANSFERRED_OUT', reason: '다른 곳에서 맡음' } as const;
    await endCase(db(), team, number, ending);
    const closed = await readCase(db(), team.worker, number);
    expect(closed?.lastStep?.words).toMatchObject({
      reason: '다른 곳에서 맡음',
      disposition: 'TRANSFERRED_OUT',
    });
  });

  it('names both people of a level that took two', async () => {
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    const asked = await setCaseLevel(db(), team.worker, await on(db(), number), {
      level: 'U3',
      reason: '통화함',
    });
    const id = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    expect((await readCase(db(), team.worker, number))?.levelSet).toBeNull();
    await decideApproval(db(), team.lead, id, { approve: true, answer: '' });
    const found = await readCase(db(), team.worker, number, 'WORDS');
    expect(found?.levelSet).toMatchObject({
      staffId: team.worker.id,
      secondId: team.lead.id,
      words: { reason: '통화함' },
    });
    expect([found?.names[team.worker.id], found?.names[team.lead.id]]).toEqual(['worker', 'lead']);
  });
});

describe('a closed case', () => {
  it('names who asked for it and who agreed', async () => {
    const { number } = await triaged();
    const ending = { disposition: 'FALSE_REPORT', reason: '지어낸 신고' } as const;
    const asked = await closeCase(db(), team.worker, await on(db(), number), ending);
    const id = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    await decideApproval(db(), team.lead, id, { approve: true, answer: '' });
    expect((await readCase(db(), team.worker, number))?.lastStep).toMatchObject({
      to: 'CLOSED',
      staffId: team.worker.id,
      secondId: team.lead.id,
    });
  });

  it('has no level to set', async () => {
    const { number } = await triaged();
    await endCase(db(), team, number, { disposition: 'TRANSFERRED_OUT', reason: '다른 곳에서 맡음' });
    expect(
      await setCaseLevel(db(), team.worker, await on(db(), number), { level: 'U1', reason: '다시' }),
    ).toEqual({ ok: false, reason: 'closed' });
  });
});

describe('the list of cases', () => {
  it('holds closed ones, by state, the last change first, page after page, and none that somebody stepped back from', async () => {
    const closed = await triaged();
    later(MINUTE);
    await endCase(db(), team, closed.number, { disposition: 'TRANSFERRED_OUT', reason: '다른 곳에서 맡음' });
    for (let index = 0; index < 51; index += 1) {
      later((2 + index) * MINUTE);
      await openTestCase(db(), team.intake);
    }
    const first = await listCases(db(), team.worker, { state: 'OPEN', after: null });
    expect(first.rows).toHaveLength(50);
    expect(first.rows.some(({ number }) => number === closed.number)).toBe(false);
    const times = first.rows.map(({ stateChangedAt }) => stateChangedAt.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    const second = await listCases(db(), team.worker, { state: 'OPEN', after: first.next });
    const seen = new Set(first.rows.map(({ id }) => id));
    expect(second.rows.length).toBeGreaterThan(0);
    expect(second.rows.filter(({ id }) => seen.has(id))).toEqual([]);
    const ended = await listCases(db(), team.worker, { state: 'CLOSED', after: null });
    expect(ended.rows[0]).toMatchObject({ number: closed.number, disposition: 'TRANSFERRED_OUT' });
    await recuse(db(), team.worker, await on(db(), closed.number), {
      staffId: team.worker.id,
      reason: '친척',
    });
    const after = await listCases(db(), team.worker, { state: 'CLOSED', after: null });
    expect(after.rows.some(({ number }) => number === closed.number)).toBe(false);
    for (const actor of [team.admin, team.auditor])
      expect((await listCases(db(), actor, { state: 'ALL', after: null })).rows).toEqual([]);
  });
});

describe('what was typed on a page', () => {
  it('comes back by form, to who typed it and for this page only', async () => {
    const { number } = await openTestCase(db(), team.intake);
    expect(await caseExists(db(), number)).toBe(true);
    expect(await caseExists(db(), 'CA-2025-999999')).toBe(false);
    await keepTyped(db(), team.worker.id, `case/${number}/note`, { note: '첫 낱말' });
    await keepTyped(db(), team.worker.id, `case/${number}/hold`, { hold_reason: '둘째 낱말' });
    await keepTyped(db(), team.worker.id, `case/${number}9/note`, { note: '다른 사건' });
    expect(await findTypedOn(db(), team.worker.id, `case/${number}`)).toEqual({
      note: { note: '첫 낱말' },
      hold: { hold_reason: '둘째 낱말' },
    });
    expect(await findTypedOn(db(), team.other.id, `case/${number}`)).toEqual({});
    expect(await findTypedOn(db(), team.worker.id, 'case/CA-%')).toEqual({});
  });
});
