import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cases } from '@/db/schema/cases';
import { erasures, keptCounts } from '@/db/schema/erasures';
import { outbox } from '@/db/schema/outbox';
import { reportRequests, reports } from '@/db/schema/reports';
import { staffInvitations } from '@/db/schema/staff';
import { dataKeys } from '@/db/schema/vault';
import { verifyAudit } from '@/lib/audit/queries';
import { caseLists, type Disposition } from '@/lib/cases/code-lists';
import { countOutcomes } from '@/lib/cases/outcomes/queries';
import { listWork } from '@/lib/cases/queue/queries';
import { setLegalHold } from '@/lib/cases/team/commands';
import { stepCase } from '@/lib/cases/workflow/commands';
import { DAY, setClock } from '@/lib/clock';
import { changeState } from '@/lib/reports/desk/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { sendFromReporter } from '@/lib/reports/mailbox/commands';
import { askToChangeConsent, askToWithdraw, decideRequest } from '@/lib/reports/requests/commands';
import { countDue } from '@/lib/retention/due/queries';
import { eraseDue } from '@/lib/retention/round/commands';
import { saveRetention } from '@/lib/settings/commands';
import { findSetting } from '@/lib/settings/queries';
import { USUAL_DAYS } from '@/lib/settings/retention';
import { inviteStaff } from '@/lib/staff/commands';
import { countReports } from '@/lib/statistics/queries';
import { addTo } from '../support/added';
import { endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';
import { fileReport, LEAST, reportRow, storedAnswers } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (days: number) => setClock(new Date(START.getTime() + days * DAY));

const { db, team } = openDesk(START);

const END = { INTEL_ONLY: 'KEEP_AS_INTEL', OUT_OF_SCOPE: 'MARK_OUT_OF_SCOPE', ABUSE: 'MARK_ABUSE' } as const;
async function ended(state: keyof typeof END) {
  const report = await screenedReport(db(), team.worker);
  const change = {
    reference: report.reference,
    action: END[state],
    seen: 'SCREENING',
    reason: '확인함',
  } as const;
  expect(await changeState(db(), team.worker, change)).toMatchObject({ ok: true });
  return report;
}
async function closed(disposition: 'TRANSFERRED_OUT' | 'NEVER_DEPARTED' = 'TRANSFERRED_OUT') {
  const made = await openTestCase(db(), team.worker);
  await stepCase(db(), team.worker, await on(db(), made.number), { action: 'TRIAGE', reason: '' });
  const end = { disposition, reason: '끝남' };
  await endCase(db(), team, made.number, end);
  return made;
}
const there = async (id: string) =>
  (await db().$count(reports, eq(reports.id, id))) + (await db().$count(cases, eq(cases.id, id)));

describe('the retention job', () => {
  it.each([
    ['INTEL_ONLY', USUAL_DAYS.INTEL_ONLY],
    ['OUT_OF_SCOPE', USUAL_DAYS.OUT_OF_SCOPE],
    ['ABUSE', USUAL_DAYS.ABUSE],
  ] as const)(
    'erases a report that ended as %s when its days are over and not before',
    async (state, days) => {
      const { id } = await ended(state);
      later(days);
      await eraseDue(db());
      expect(await there(id)).toBe(1);
      setClock(new Date(START.getTime() + days * DAY + 1));
      await eraseDue(db());
      expect(await there(id)).toBe(0);
      expect((await db().select().from(erasures).where(eq(erasures.ownerId, id)))[0]).toMatchObject({
        why: 'PERIOD',
      });
    },
  );

  /** docs/retention.md: the ways in which a case can end that are kept for other than three years. */
  const DAYS_OF: Partial<Record<Disposition, number>> = {
    FALSE_REPORT: 365,
    NEVER_DEPARTED: 365,
    NO_IDENTIFIABLE_PERSON: 365,
    DUPLICATE_GROUPED: 365,
    WITHDRAWN: 365,
    UNRESOLVED_DORMANT: 3_650,
    DECEASED_CONFIRMED: 3_650,
  };
  const daysOf = (disposition: Disposition) => DAYS_OF[disposition] ?? 1_095;
  it.each(
    [365, 1_095, 3_650].map(
      (days) => [days, caseLists.disposition.filter((one) => daysOf(one) === days)] as const,
    ),
  )('erases a closed case after %i days and not before, however it ended: %s', async (days, dispositions) => {
    const made = [];
    for (const disposition of dispositions) {
      const { id } = await closed();
      await db().update(cases).set({ disposition }).where(eq(cases.id, id));
      made.push(id);
    }
    later(days);
    await eraseDue(db());
    expect(await db().$count(cases, inArray(cases.id, made))).toBe(made.length);
    setClock(new Date(START.getTime() + days * DAY + 1));
    await eraseDue(db());
    expect(await db().$count(cases, inArray(cases.id, made))).toBe(0);
  });

  it('erases a withdrawn report, and a closed case by how it ended', async () => {
    const report = await screenedReport(db(), team.worker);
    await askToWithdraw(db(), report.id, '', randomUUID());
    const [request] = await db().select().from(reportRequests).where(eq(reportRequests.reportId, report.id));
    const deciding = {
      reference: report.reference,
      request: request?.id ?? '',
      decision: 'GRANTED',
      text: '예',
    } as const;
    expect(await decideRequest(db(), team.worker, deciding)).toMatchObject({ ok: true });
    const [soon, late] = [await closed('NEVER_DEPARTED'), await closed()];
    later(USUAL_DAYS.WITHDRAWN);
    await eraseDue(db());
    expect(await there(report.id)).toBe(1);
    later(USUAL_DAYS.CASE_UNFOUNDED + 1);
    await eraseDue(db());
    expect([await there(report.id), await there(soon.id), await there(soon.report.id)]).toEqual([0, 0, 0]);
    expect([await there(late.id), await there(late.report.id)]).toEqual([1, 1]);
    later(USUAL_DAYS.CASE_ENDED + 1);
    await eraseDue(db());
    expect([await there(late.id), await there(late.report.id)]).toEqual([0, 0]);
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('never erases what is open or waits, however old', async () => {
    const open = await openTestCase(db(), team.worker);
    const waiting = await screenedReport(db(), team.worker);
    later(20_000);
    await eraseDue(db());
    expect([await there(open.id), await there(open.report.id), await there(waiting.id)]).toEqual([1, 1, 1]);
  });

  it('erases nothing that is held, and goes on when the hold is lifted', async () => {
    const held = await closed();
    const report = await ended('ABUSE');
    await db().update(reports).set({ legalHold: true }).where(eq(reports.id, report.id));
    const hold = async (one: boolean) =>
      setLegalHold(db(), team.lead, await on(db(), held.number), { held: one, reason: '재판' });
    expect(await hold(true)).toMatchObject({ ok: true });
    later(USUAL_DAYS.CASE_ENDED + 1);
    await eraseDue(db());
    expect([await there(held.id), await there(held.report.id), await there(report.id)]).toEqual([1, 1, 1]);
    expect(await hold(false)).toMatchObject({ ok: true });
    await eraseDue(db());
    expect([await there(held.id), await there(held.report.id), await there(report.id)]).toEqual([0, 0, 1]);
  });

  it('erases nothing that its reporter added to before somebody has read it, and counts from the addition', async () => {
    const { id, reference } = await ended('OUT_OF_SCOPE');
    const wrote = await ended('ABUSE');
    const made = await closed();
    const days = USUAL_DAYS.OUT_OF_SCOPE;
    later(days - 1);
    // Nothing grave: that would have it looked at again (danger-after-deciding.test.ts).
    await addTo(db(), id, 'FAMILY', { S1: { narrative: ['그 뒤로 들은 것이 있어요'] } });
    later(USUAL_DAYS.CASE_ENDED - 1);
    await sendFromReporter(db(), made.report.id, '아직 있어요', randomUUID());
    await sendFromReporter(db(), wrote.id, '장난이 아니에요', randomUUID());
    later(USUAL_DAYS.CASE_ENDED + 1);
    await eraseDue(db());
    const all = async () => [await there(id), await there(wrote.id), await there(made.id)];
    expect(await all()).toEqual([1, 1, 1]);
    const view = { view: 'news', level: null, kind: null, province: null, after: null } as const;
    expect((await listWork(db(), team.intake, view)).items.map(({ ref }) => ref)).toContain(reference);
    for (const one of [reference, wrote.reference, made.report.reference])
      await readReport(db(), team.worker, one);
    await eraseDue(db());
    expect(await all()).toEqual([0, 1, 1]);
    later(USUAL_DAYS.CASE_ENDED + days);
    await eraseDue(db());
    expect(await all()).toEqual([0, 0, 1]);
    later(2 * USUAL_DAYS.CASE_ENDED);
    await eraseDue(db());
    expect(await all()).toEqual([0, 0, 0]);
  });

  it('erases each thing once when it runs in several places at once', async () => {
    const ids = [(await ended('ABUSE')).id, (await ended('ABUSE')).id, (await closed()).id];
    later(USUAL_DAYS.CASE_ENDED + 1);
    await Promise.all([eraseDue(db()), eraseDue(db()), eraseDue(db())]);
    const lines = await db().select().from(erasures).where(inArray(erasures.ownerId, ids));
    expect(lines).toHaveLength(3);
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('takes refused values out of a report some days after the change of consent was granted', async () => {
    const given = {
      reporter_name: ['가온'],
      reporter_phone: ['010-0000-0000'],
      passport_number: ['M00000000'],
    };
    const agreed = { K1: ['AGREE'], K2: ['AGREE'], K3: ['AGREE'], vulnerability: ['DISABILITY', 'UNDER18'] };
    const { receipt } = await fileReport(db(), 'FAMILY', { ...LEAST.FAMILY, ...given, ...agreed });
    const { id } = await reportRow(db(), receipt.reference);
    await askToChangeConsent(
      db(),
      { reportId: id, kind: 'FAMILY', answers: {}, shownIn: 'ko' },
      randomUUID(),
    );
    const [request] = await db().select().from(reportRequests).where(eq(reportRequests.reportId, id));
    const deciding = {
      reference: receipt.reference,
      request: request?.id ?? '',
      decision: 'GRANTED',
      text: '예',
    } as const;
    expect(await decideRequest(db(), team.worker, deciding)).toMatchObject({ ok: true });
    later(USUAL_DAYS.REFUSED - 1);
    expect((await eraseDue(db())).refused).toBe(0);
    expect(await storedAnswers(db(), receipt.reference)).toMatchObject(given);
    later(USUAL_DAYS.REFUSED + 1);
    expect((await eraseDue(db())).refused).toBe(1);
    const left = await storedAnswers(db(), receipt.reference);
    expect(left).toMatchObject({ vulnerability: ['UNDER18'], name_ko: LEAST.FAMILY.name_ko });
    for (const name of Object.keys(given)) expect(left).not.toHaveProperty(name);
    expect((await eraseDue(db())).refused).toBe(0);
  });

  it('forgets notices, sessions and invitations that ran out', async () => {
    const invited = await inviteStaff(db(), team.admin, {
      email: 'a@example.com',
      name: 'A',
      roles: ['INTAKE'],
    });
    expect(invited.ok).toBe(true);
    const [invitation] = await db().select().from(staffInvitations);
    later(USUAL_DAYS.SESSIONS + 30);
    await eraseDue(db());
    expect(await db().$count(staffInvitations)).toBe(0);
    expect(await db().$count(outbox)).toBe(0);
    const key = and(eq(dataKeys.ownerKind, 'invitation'), eq(dataKeys.ownerId, invitation?.id ?? ''));
    expect((await db().select().from(dataKeys).where(key))[0]).toMatchObject({ wrapped: null });
  });
});

describe('published numbers', () => {
  it('count what was erased as they did before', async () => {
    await db().delete(keptCounts);
    const { receipt } = await fileReport(db(), 'RETURNEE', { ...LEAST.RETURNEE, K6: ['AGREE'] });
    const made = await closed();
    await db().update(reports).set({ inStatistics: true }).where(eq(reports.id, made.report.id));
    const { id } = await reportRow(db(), receipt.reference);
    const step = { reference: receipt.reference, reason: '확인함' };
    await changeState(db(), team.worker, { ...step, action: 'SCREEN', seen: 'RECEIVED' });
    await changeState(db(), team.worker, { ...step, action: 'KEEP_AS_INTEL', seen: 'SCREENING' });
    const count = () => db().transaction((tx) => countReports(tx, '2025-10-12', countOutcomes));
    later(USUAL_DAYS.CASE_ENDED + 1);
    const before = await count();
    await eraseDue(db());
    expect([await there(id), await there(made.id)]).toEqual([0, 0]);
    expect(await count()).toEqual(before);
  });
});

describe('setting the periods', () => {
  it('says how many the next round would erase, and erases none of them for a week', async () => {
    const { id } = await ended('INTEL_ONLY');
    later(100);
    const days = { ...USUAL_DAYS, INTEL_ONLY: 90 };
    expect((await countDue(db(), team.admin, USUAL_DAYS)).INTEL_ONLY).toBe(0);
    expect((await countDue(db(), team.admin, days)).INTEL_ONLY).toBe(1);
    expect(await countDue(db(), team.lead, days)).toEqual({});
    const seen = (await findSetting(db(), team.admin, 'RETENTION')).version;
    expect(await saveRetention(db(), team.lead, { seen, days })).toMatchObject({ reason: 'forbidden' });
    expect(await saveRetention(db(), team.admin, { seen, days: { ...days, ABUSE: 1 } })).toMatchObject({
      reason: 'bad-days',
    });
    expect(await saveRetention(db(), team.admin, { seen, days })).toEqual({ ok: true });
    expect(await saveRetention(db(), team.admin, { seen, days })).toMatchObject({ reason: 'conflict' });
    later(106);
    await eraseDue(db());
    expect(await there(id)).toBe(1);
    later(107);
    await eraseDue(db());
    expect(await there(id)).toBe(0);
  });
});
