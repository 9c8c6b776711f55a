import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { referrals } from '@/db/schema/agencies';
import { approvals } from '@/db/schema/approvals';
import { clocks } from '@/db/schema/cases';
import { messageTemplates } from '@/db/schema/outbox';
import { reportRequests, reportSections, reports } from '@/db/schema/reports';
import { decideApproval } from '@/lib/cases/approving/commands';
import { linkReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { listWork } from '@/lib/cases/queue/queries';
import { readCase } from '@/lib/cases/reading/commands';
import { recuse } from '@/lib/cases/team/commands';
import { listTemplates } from '@/lib/cases/templates/queries';
import { stepCase } from '@/lib/cases/workflow/commands';
import { HOUR, MINUTE, setClock } from '@/lib/clock';
import { addAgency, confirmAgency, editAgency } from '@/lib/referrals/agencies/commands';
import { acknowledgementTimes, listAgencies } from '@/lib/referrals/agencies/queries';
import { isConfirmed } from '@/lib/referrals/agencies/second-person';
import { listHandOvers } from '@/lib/referrals/all/queries';
import { draftReferral, releaseToBlocked, sendReferral, stepReferral } from '@/lib/referrals/commands';
import { standingForReporter } from '@/lib/referrals/for-reporter/queries';
import { consentsOfCase } from '@/lib/referrals/grounds/queries';
import { listReferrals } from '@/lib/referrals/queries';
import { listPendingApprovals } from '@/lib/staff/approvals/queries';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { loadReference } from '@/seeds/reference/load';
import { referenceTemplates, supersededTexts } from '@/seeds/reference/message-templates';
import { dumpDatabase, findIn } from '../support/database-dump';
import { caseRow, endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

const { db, team, database } = openDesk(START);

beforeAll(async () => {
  await loadReference(db());
});

const agency = async (slug: string) => {
  const found = (await listAgencies(db(), team.worker)).find((one) => one.slug === slug);
  if (!found) throw new Error(`no agency ${slug}`);
  return found;
};
type Case = Awaited<ReturnType<typeof openTestCase>>;
async function draft(made: Case, slug: string, over: object = {}) {
  const written = await draftReferral(db(), team.worker, await on(db(), made.number), {
    agencyId: (await agency(slug)).id,
    basis: 'LIFE_IN_DANGER',
    message: '소재 확인을 요청합니다',
    reportIds: [made.report.id],
    personIds: [],
    ...over,
  });
  return { written, id: written.ok && 'referralId' in written ? (written.referralId ?? '') : '' };
}
const send = async (made: Case, id: string, actor = team.worker, reason = '') =>
  sendReferral(db(), actor, await on(db(), made.number), id, reason);
const step = async (
  made: Case,
  referralId: string,
  action: Parameters<typeof stepReferral>[3]['action'],
  seen: Parameters<typeof stepReferral>[3]['seen'],
  words = '',
) => stepReferral(db(), team.worker, await on(db(), made.number), { referralId, action, seen, words });

/** The reporter agrees that the foreign ministry is given it. */
async function agree({ report }: Case) {
  const row = randomUUID();
  const key = await openDataKey(db(), { kind: 'report', id: report.id });
  const sealed = seal(
    key,
    { table: 'report_sections', row, column: 'sealed' },
    { answers: {}, consents: { K4: { choice: 'AGREE', agencies: ['MOFA'] } } },
  );
  await db().insert(reportSections).values({ id: row, reportId: report.id, section: 'S8', sealed });
}
const askToChange = async ({ report }: Case) =>
  db()
    .insert(reportRequests)
    .values({
      id: randomUUID(),
      reportId: report.id,
      kind: 'CONSENT',
      sealed: Buffer.of(1),
      askedAt: START,
      submissionKey: randomUUID(),
    });

describe('a hand-over', () => {
  it('is written, sent, acknowledged and done, with the case and the clocks following', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const { id } = await draft(made, 'consular-call-centre');
    expect(await send(made, id)).toMatchObject({ ok: true });
    expect(await caseRow(db(), made.number)).toMatchObject({
      state: 'REFERRED',
      agencyDueAt: new Date(START.getTime() + 4 * HOUR),
    });
    const view = { view: 'agency-silent', level: null, kind: null, province: null, after: null } as const;
    const silent = async () => (await listWork(db(), team.worker, view)).items.map((item) => item.ref);
    expect(await silent()).not.toContain(made.number);
    later(4 * HOUR);
    expect(await silent()).toContain(made.number);
    expect(await step(made, id, 'ACKNOWLEDGE', 'SENT')).toMatchObject({ ok: true });
    expect((await caseRow(db(), made.number)).agencyDueAt).toBeNull();
    expect(await step(made, id, 'ACKNOWLEDGE', 'SENT')).toMatchObject({
      reason: 'referral-conflict',
      state: 'ACKNOWLEDGED',
    });
    await step(made, id, 'ACCEPT', 'ACKNOWLEDGED');
    await step(made, id, 'START', 'ACCEPTED');
    expect(await step(made, id, 'FINISH', 'IN_ACTION')).toMatchObject({ reason: 'empty' });
    await step(made, id, 'FINISH', 'IN_ACTION', '대사관이 보호 중');
    const [found] = await listReferrals(db(), team.worker, made.number);
    expect(found).toMatchObject({
      number: `${made.number}-R1`,
      state: 'DONE',
      message: '소재 확인을 요청합니다',
      mask: 'FULL',
      actions: [],
    });
    const told = (await readCase(db(), team.worker, made.number, 'AGENCIES'))?.timeline;
    expect(told?.map((entry) => entry.to)).toEqual([
      'DONE',
      'IN_ACTION',
      'ACCEPTED',
      'ACKNOWLEDGED',
      'SENT',
      'DRAFT',
    ]);
  });

  it('goes only from where the workflow lets a case be referred', async () => {
    const made = await openTestCase(db(), team.intake, DETAINED);
    const { id } = await draft(made, 'consular-call-centre');
    expect(await send(made, id)).toMatchObject({ reason: 'not-yet' });
    await stepCase(db(), team.worker, await on(db(), made.number), { action: 'TRIAGE', reason: '' });
    await stepCase(db(), team.worker, await on(db(), made.number), { action: 'VERIFY', reason: '' });
    expect(await send(made, id)).toMatchObject({ ok: true });
    expect(await send(made, id)).toMatchObject({ reason: 'not-allowed' });
  });

  it('to local police waits for a supervisor with a reason, and for a second person because it goes abroad', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const { id } = await draft(made, 'local-police');
    expect(await send(made, id)).toMatchObject({ reason: 'blocked' });
    const release = { referralId: id, reason: '대사관이 입회함' };
    expect(await releaseToBlocked(db(), team.worker, await on(db(), made.number), release)).toMatchObject({
      reason: 'forbidden',
    });
    const silent = { ...release, reason: '' };
    expect(await releaseToBlocked(db(), team.lead, await on(db(), made.number), silent)).toMatchObject({
      reason: 'empty',
    });
    await releaseToBlocked(db(), team.lead, await on(db(), made.number), release);
    expect(await send(made, id)).toMatchObject({ reason: 'empty' });
    const asked = await send(made, id, team.worker, '현지 경찰만 들어갈 수 있는 곳');
    expect(asked).toMatchObject({ waits: true });
    expect(await send(made, id, team.worker, '다시')).toMatchObject({ reason: 'already-asked' });
    expect((await listPendingApprovals(db(), team.other))[0]?.reason).toBe('현지 경찰만 들어갈 수 있는 곳');
    const approval = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    const yes = { approve: true, answer: '' };
    expect(await decideApproval(db(), team.worker, approval, yes)).toMatchObject({ reason: 'same-person' });
    expect(await decideApproval(db(), team.other, approval, yes)).toMatchObject({ ok: true });
    expect((await listReferrals(db(), team.worker, made.number))[0]?.state).toBe('DRAFT');
    expect(await send(made, id)).toMatchObject({ ok: true });
  });

  const ask = async (made: Case, id: string) => {
    const asked = await send(made, id, team.worker, '급합니다');
    return asked.ok && 'approvalId' in asked ? asked.approvalId : asked;
  };
  const decide = (id: unknown, approve = true) =>
    decideApproval(db(), team.other, String(id), { approve, answer: approve ? '' : '아직 이릅니다' });
  const states = async (made: Case) =>
    (await listReferrals(db(), team.worker, made.number)).map(({ state }) => state);

  it('abroad is asked about, agreed to and sent by itself, beside another of its case', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const one = (await draft(made, 'joint-task-force')).id;
    const other = (await draft(made, 'joint-task-force')).id;
    const [first, second] = [await ask(made, one), await ask(made, other)];
    expect([typeof first, typeof second]).toEqual(['string', 'string']);
    expect(await ask(made, one)).toMatchObject({ reason: 'already-asked' });
    const waiting = (await readCase(db(), team.other, made.number))?.approvals;
    expect(waiting?.map(({ payload }) => payload.number).toSorted()).toEqual([
      `${made.number}-R1`,
      `${made.number}-R2`,
    ]);
    expect(await decide(second)).toEqual({ ok: true });
    expect(await send(made, one, team.worker, '급합니다')).toMatchObject({ reason: 'already-asked' });
    expect(await send(made, other)).toEqual({ ok: true });
    expect(await states(made)).toEqual(['SENT', 'DRAFT']);
    expect(await decide(first, false)).toEqual({ ok: true });
    expect(await send(made, one)).toMatchObject({ reason: 'empty' });
    expect(await states(made)).toEqual(['SENT', 'DRAFT']);
    const again = await ask(made, one);
    expect(await decide(again)).toEqual({ ok: true });
    expect(await send(made, one)).toEqual({ ok: true });
    expect(await states(made)).toEqual(['SENT', 'SENT']);
  });

  it('abroad is asked about once, also where it was before requests named their hand-over, and by the index too', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const one = (await draft(made, 'joint-task-force')).id;
    const other = (await draft(made, 'joint-task-force')).id;
    const first = await ask(made, one);
    const [row] = await db()
      .update(approvals)
      .set({ refId: null })
      .where(eq(approvals.id, String(first)))
      .returning();
    expect(await ask(made, one)).toMatchObject({ reason: 'already-asked' });
    const second = await ask(made, other);
    for (const refId of [null, other]) {
      const twice = { ...(row as typeof approvals.$inferInsert), id: randomUUID(), refId };
      expect(await db().insert(approvals).values(twice).onConflictDoNothing().returning()).toEqual([]);
    }
    expect(await decide(first)).toEqual({ ok: true });
    expect(await send(made, one)).toEqual({ ok: true });
    expect(await decide(second)).toEqual({ ok: true });
  });

  it('recalled, or to an agency changed since, is agreed to by nobody, and leaves the others of its case alone', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const [recalled, changed, other] = [
      (await draft(made, 'joint-task-force')).id,
      (await draft(made, 'hotline-117')).id,
      (await draft(made, 'joint-task-force')).id,
    ];
    await releaseToBlocked(db(), team.lead, await on(db(), made.number), {
      referralId: changed,
      reason: '대사관이 입회함',
    });
    const [first, second, third] = [
      await ask(made, recalled),
      await ask(made, changed),
      await ask(made, other),
    ];
    await step(made, recalled, 'RECALL', 'DRAFT', '잘못 씀');
    expect(await decide(first)).toEqual({ ok: false, reason: 'settled' });
    const { id, slug: _slug, position: _position, version, ...edit } = await agency('hotline-117');
    const verified = { ...edit, verifiedOn: '2025-10-09' };
    expect(await editAgency(db(), team.lead, { id, seen: version, edit: verified })).toEqual({ ok: true });
    const fourth = await ask(made, changed);
    expect(await decide(second)).toEqual({ ok: false, reason: 'settled' });
    for (const [asked, handOver] of [
      [fourth, changed],
      [third, other],
    ] as const) {
      expect(await decide(asked)).toEqual({ ok: true });
      expect(await send(made, handOver)).toEqual({ ok: true });
    }
  });

  it('is what its reporter reads, until it is recalled; and so is the closing of the case', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const standing = () => standingForReporter(db(), made.report.id);
    const nothing = { handedOverAt: null, closedAt: null };
    const { id } = await draft(made, 'consular-call-centre');
    expect(await standing()).toEqual(nothing);
    later(HOUR);
    await send(made, id);
    const sentAt = new Date(START.getTime() + HOUR);
    expect(await standing()).toEqual({ ...nothing, handedOverAt: sentAt });
    const risk = (contactRisk: string | null) =>
      db().update(reports).set({ contactRisk }).where(eq(reports.id, made.report.id));
    await risk('RISKY');
    expect(await standing(), 'told to a captor').toEqual(nothing);
    await risk('SAFE');
    const other = await screenedReport(db(), team.intake, CONFINED);
    await linkReport(db(), team.worker, await on(db(), made.number), other.reference);
    expect(await standingForReporter(db(), other.id)).toEqual(nothing);
    await step(made, id, 'RECALL', 'SENT', '잘못 보냄');
    expect(await standing()).toEqual(nothing);
    later(2 * HOUR);
    const closing = { disposition: 'TRANSFERRED_OUT' as const, reason: '다른 곳에서 맡음' };
    await endCase(db(), team, made.number, closing);
    expect((await standing()).closedAt).toEqual(new Date(START.getTime() + 2 * HOUR));
  });

  it('by consent needs the consent of every reporter to this agency, and not one since taken back', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const consent = { basis: 'CONSENT' as const };
    expect((await draft(made, 'consular-call-centre', consent)).written).toMatchObject({
      reason: 'no-consent',
    });
    await agree(made);
    expect((await draft(made, 'consular-call-centre', consent)).written).toMatchObject({ ok: true });
    expect((await draft(made, 'national-investigation', consent)).written).toMatchObject({
      reason: 'no-consent',
    });
    expect((await draft(made, 'immigration', consent)).written).toMatchObject({ reason: 'no-consent' });
    await askToChange(made);
    expect((await draft(made, 'consular-call-centre', consent)).written).toMatchObject({
      reason: 'no-consent',
    });
  });

  it('is about the reports and people of its case alone, and for those who may', async () => {
    const [made, other] = [
      await openTestCase(db(), team.intake, CONFINED),
      await openTestCase(db(), team.intake),
    ];
    for (const over of [{ reportIds: [] }, { reportIds: [other.report.id] }, { personIds: [randomUUID()] }])
      expect((await draft(made, 'consular-call-centre', over)).written).toMatchObject({
        reason: 'not-in-case',
      });
    const { id } = await draft(made, 'consular-call-centre');
    for (const actor of [team.intake, team.admin, team.auditor])
      expect(await send(made, id, actor)).toMatchObject({ reason: 'forbidden' });
    expect(await send(other, id)).toMatchObject({ reason: 'unknown-referral' });
    for (const actor of [team.admin, team.auditor])
      expect(await listReferrals(db(), actor, made.number)).toEqual([]);
  });

  it('is not sent once what it was written on no longer holds', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    await agree(made);
    const { id: agreed } = await draft(made, 'consular-call-centre', { basis: 'CONSENT' });
    await askToChange(made);
    expect(await send(made, agreed)).toMatchObject({ reason: 'no-consent' });

    const added = await screenedReport(db(), team.intake, CONFINED);
    await linkReport(db(), team.worker, await on(db(), made.number), added.reference);
    const { id: both } = await draft(made, 'joint-task-force', { reportIds: [made.report.id, added.id] });
    await unlinkReport(db(), team.worker, await on(db(), made.number), added.reference, '다른 사건');
    expect(await send(made, both, team.worker, '현지 공조')).toMatchObject({ reason: 'not-in-case' });

    const { id: written } = await draft(made, 'intelligence-service');
    const { id, slug: _slug, position: _position, version, ...edit } = await agency('intelligence-service');
    const change = async (over: object, seen: number) =>
      editAgency(db(), team.lead, { id, seen, edit: { ...edit, ...over } });
    await change({ mask: 'NO_PERSONS' }, version);
    expect(await send(made, written)).toMatchObject({ reason: 'agency-changed' });
    await change({ inUse: false }, version + 1);
    expect(await send(made, written)).toMatchObject({ reason: 'agency-changed' });
    await change({}, version + 2);
    // It is what it was written for again, but by one person's word: a second one is asked, with a reason.
    expect(await send(made, written)).toMatchObject({ reason: 'empty' });
    expect(await send(made, written, team.worker, '급합니다')).toMatchObject({ waits: true });
  });

  it('recalled or closed with its case, waits for no word', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const { id } = await draft(made, 'consular-call-centre');
    await send(made, id);
    later(MINUTE);
    await step(made, id, 'RECALL', 'SENT', '잘못 보냄');
    const rows = await db().select().from(clocks).where(eq(clocks.referralId, id));
    expect(rows.map((row) => row.metAt !== null)).toEqual([true]);
  });

  it('recalled or refused, leaves its case to be handed over again, unless another agency has it', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const waiting = async () =>
      (await db().select().from(clocks).where(eq(clocks.caseId, made.id)))
        .filter(({ kind, metAt }) => kind === 'REFERRAL' && metAt === null)
        .map(({ startedAt }) => startedAt);
    const [first, second] = [
      (await draft(made, 'consular-call-centre')).id,
      (await draft(made, 'embassy-cambodia')).id,
    ];
    await send(made, first);
    await send(made, second);
    expect(await waiting()).toEqual([]);
    later(HOUR);
    await step(made, first, 'RECALL', 'SENT', '잘못 보냄');
    expect(await waiting()).toEqual([]);
    await step(made, second, 'ACKNOWLEDGE', 'SENT');
    await step(made, second, 'REJECT', 'ACKNOWLEDGED', '관할이 아님');
    expect(await waiting()).toEqual([new Date(START.getTime() + HOUR)]);
    await send(made, (await draft(made, 'consular-safety')).id);
    expect(await waiting()).toEqual([]);
  });

  it('waits again, from when it was sent, in a case that is reopened', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const { id } = await draft(made, 'consular-call-centre');
    await send(made, id);
    const closing = { disposition: 'TRANSFERRED_OUT' as const, reason: '다른 곳에서 맡음' };
    await endCase(db(), team, made.number, closing);
    expect((await caseRow(db(), made.number)).agencyDueAt).toBeNull();
    later(HOUR);
    const reopening = { action: 'REOPEN', reason: '새 연락' } as const;
    await stepCase(db(), team.lead, await on(db(), made.number), reopening);
    expect((await caseRow(db(), made.number)).agencyDueAt).toEqual(new Date(START.getTime() + 4 * HOUR));
    const running = and(eq(clocks.caseId, made.id), isNull(clocks.metAt));
    const kinds = (await db().select().from(clocks).where(running)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['AGENCY', 'REASSESS', 'TRIAGE', 'WORD']);
    // An agency has it still: it is referred again without another hand-over.
    for (const action of ['TRIAGE', 'VERIFY', 'REFER'] as const)
      expect(
        await stepCase(db(), team.worker, await on(db(), made.number), { action, reason: '' }),
      ).toMatchObject({ ok: true });
    await step(made, id, 'RECALL', 'SENT', '잘못 보냄');
    const referral = and(running, eq(clocks.kind, 'REFERRAL'));
    expect((await db().select().from(clocks).where(referral)).map(({ startedAt }) => startedAt)).toEqual([
      new Date(START.getTime() + HOUR),
    ]);
  });

  it('keeps nothing of what it says in the clear', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    await draft(made, 'consular-call-centre', { message: '쑥부쟁이 전달 사항' });
    expect(findIn(await dumpDatabase(database().url), ['쑥부쟁이'])).toEqual([]);
    expect((await db().select().from(referrals)).length).toBeGreaterThan(0);
  });
});

describe('all hand-overs', () => {
  const list = (filters: object = {}, actor = team.worker) =>
    listHandOvers(db(), actor, { state: 'OPEN', agency: null, page: 1, ...filters });

  it('stand silent agencies first, and say what is due; the filters say which', async () => {
    const [quiet, fresh] = [
      await openTestCase(db(), team.intake, CONFINED),
      await openTestCase(db(), team.intake, CONFINED),
    ];
    const { id: silent } = await draft(quiet, 'missing-182');
    await send(quiet, silent);
    later(4 * HOUR);
    const { id: written } = await draft(fresh, 'immigration');
    await send(fresh, written);
    const { rows } = await list();
    const at = (id: string) => rows.findIndex((row) => row.id === id);
    expect(rows[at(silent)]).toMatchObject({ silent: true, number: `${quiet.number}-R1`, state: 'SENT' });
    expect(rows[at(written)]).toMatchObject({ silent: false });
    expect(at(silent)).toBeLessThan(at(written));
    const ids = async (filters: object) => (await list(filters)).rows.map((row) => row.id);
    expect(await ids({ state: 'SILENT' })).toContain(silent);
    expect(await ids({ state: 'SILENT' })).not.toContain(written);
    expect(await ids({ agency: 'immigration' })).toContain(written);
    expect(await ids({ agency: 'immigration' })).not.toContain(silent);
    await step(quiet, silent, 'RECALL', 'SENT', '잘못 보냄');
    expect(await ids({})).not.toContain(silent);
    expect(await ids({ state: 'RECALLED' })).toContain(silent);
    expect((await list({}, team.auditor)).rows).toEqual([]);
  });

  it('tell every step with who recorded it, and leave out the cases one has stepped back from', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const { id } = await draft(made, 'consular-call-centre');
    await send(made, id);
    await step(made, id, 'ACKNOWLEDGE', 'SENT');
    await step(made, id, 'REJECT', 'ACKNOWLEDGED', '관할이 아님');
    const [found] = await listReferrals(db(), team.worker, made.number);
    expect(found?.steps.map(({ to, by, words }) => [to, by, words])).toEqual([
      ['DRAFT', 'worker', ''],
      ['SENT', 'worker', ''],
      ['ACKNOWLEDGED', 'worker', ''],
      ['REJECTED', 'worker', '관할이 아님'],
    ]);
    const mine = async () => (await list({ state: 'ALL' }, team.other)).rows.some((row) => row.id === id);
    expect(await mine()).toBe(true);
    await recuse(db(), team.other, await on(db(), made.number), { staffId: team.other.id, reason: '지인' });
    expect(await mine()).toBe(false);
    expect(await consentsOfCase(db(), team.other, made.number)).toEqual([]);
  });
});

describe('agencies', () => {
  const edited = async (slug: string, over: object) => {
    const { id, slug: _slug, position: _position, version, ...edit } = await agency(slug);
    return { id, seen: version, edit: { ...edit, ...over } };
  };

  it('are edited by a supervisor, and a changed contact is unverified again', async () => {
    const verify = await edited('missing-182', { verifiedOn: '2025-10-09' });
    expect(await editAgency(db(), team.worker, verify)).toMatchObject({ reason: 'forbidden' });
    expect(await editAgency(db(), team.lead, verify)).toMatchObject({ ok: true });
    expect((await agency('missing-182')).verifiedOn).toBe('2025-10-09');
    expect(await editAgency(db(), team.second, verify)).toMatchObject({
      reason: 'agency-conflict',
      now: { verifiedOn: '2025-10-09' },
    });
    await editAgency(db(), team.lead, await edited('missing-182', { contact: '00-000-0000' }));
    expect(await agency('missing-182')).toMatchObject({ contact: '00-000-0000', verifiedOn: null });
    expect(await editAgency(db(), team.lead, await edited('missing-182', { mask: 'ALL' }))).toMatchObject({
      reason: 'bad-mask',
    });
    expect(
      await editAgency(db(), team.lead, await edited('missing-182', { consent: 'ANYBODY' })),
    ).toMatchObject({ reason: 'bad-consent' });
  });

  it('lose a block, a narrow scope or their consent by a supervisor alone', async () => {
    for (const over of [{ blocked: false }, { mask: 'FULL' }, { consent: 'MOFA' }]) {
      const edit = await edited('local-police', over);
      expect(await editAgency(db(), team.admin, edit)).toMatchObject({ reason: 'release-needed' });
    }
    const narrower = await edited('local-police', { mask: 'NO_PERSONS' });
    expect(await editAgency(db(), team.admin, narrower)).toMatchObject({ ok: true });
    const lifted = await edited('local-police', { blocked: false });
    expect(await editAgency(db(), team.lead, lifted)).toMatchObject({ ok: true });
    expect(await editAgency(db(), team.admin, await edited('local-police', { blocked: true }))).toMatchObject(
      {
        ok: true,
      },
    );
  });

  it('abroad stay abroad, whoever edits them', async () => {
    for (const actor of [team.lead, team.admin])
      expect(await editAgency(db(), actor, await edited('local-police', { abroad: false }))).toMatchObject({
        reason: 'stays-abroad',
      });
    expect((await agency('local-police')).abroad).toBe(true);
  });

  it('take no day that is none or is still to come', async () => {
    for (const [verifiedOn, reason] of [
      ['2026-02-31', 'bad-date'],
      ['yesterday', 'bad-date'],
      ['2025-10-11', 'date-ahead'],
    ])
      expect(await editAgency(db(), team.lead, await edited('interpol', { verifiedOn }))).toMatchObject({
        reason,
      });
  });

  it('show how long they took to acknowledge', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const { id } = await draft(made, 'trafficking-victims-centre');
    await send(made, id);
    later(10 * MINUTE);
    await step(made, id, 'ACKNOWLEDGE', 'SENT');
    const times = await acknowledgementTimes(db(), team.worker);
    expect(times.get((await agency('trafficking-victims-centre')).id)).toEqual({
      times: 1,
      medianMs: 10 * MINUTE,
    });
  });

  it('are added with less than every limit by a supervisor alone', async () => {
    const limits = { blocked: true, abroad: true, mask: 'NO_PERSONS', consent: null };
    const { edit } = await edited('local-police', limits);
    for (const over of [{ blocked: false }, { abroad: false }, { mask: 'FULL' }, { consent: 'POLICE' }]) {
      const twin = { slug: 'twin', edit: { ...edit, ...over } };
      expect(await addAgency(db(), team.admin, twin)).toMatchObject({ reason: 'release-needed' });
    }
    expect(await addAgency(db(), team.admin, { slug: 'limited', edit })).toMatchObject({ ok: true });
    const open = { slug: 'open', edit: { ...edit, blocked: false, abroad: false } };
    expect(await addAgency(db(), team.lead, open)).toMatchObject({ ok: true });
  });

  it('added or made another by one person take two for each hand-over, until another supervisor confirms', async () => {
    const { edit } = await edited('immigration', { nameKo: '쌍둥이 기관', nameEn: 'Twin' });
    expect(await addAgency(db(), team.lead, { slug: 'twin-agency', edit })).toMatchObject({ ok: true });
    const made = await openTestCase(db(), team.intake, CONFINED);
    const { id: written } = await draft(made, 'twin-agency');
    expect(await send(made, written, team.lead, '급합니다')).toMatchObject({ ok: true, waits: true });
    const { id } = await agency('twin-agency');
    const confirm = async (actor = team.second) =>
      confirmAgency(db(), actor, { id, seen: (await agency('twin-agency')).version });
    for (const actor of [team.worker, team.admin])
      expect(await confirm(actor)).toMatchObject({ reason: 'forbidden' });
    expect(await confirm(team.lead)).toMatchObject({ reason: 'same-person' });
    expect(await confirmAgency(db(), team.second, { id, seen: 9 })).toMatchObject({
      reason: 'agency-conflict',
    });
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await confirm()).toMatchObject({ reason: 'confirmed' });
    expect(await send(made, written)).toMatchObject({ ok: true });
    // Another name or another contact is another agency, by whoever; what it takes and when it was verified is not.
    for (const [actor, over, opened] of [
      [team.admin, { contact: '02-000-1111' }, true],
      [team.lead, { nameEn: 'Twin again' }, true],
      [team.lead, { mask: 'FULL' }, true],
      [team.admin, { takesKo: '다른 일', verifiedOn: '2025-10-09' }, false],
      [team.admin, { blocked: true, mask: 'NO_PERSONS' }, false],
    ] as const) {
      await confirm();
      expect(await editAgency(db(), actor, await edited('twin-agency', over))).toMatchObject({ ok: true });
      expect(isConfirmed(await agency('twin-agency'))).toBe(!opened);
    }
  });

  it('are confirmed by nobody who opened them, whoever changed them last', async () => {
    const change = async (actor: StaffActor, over: object) =>
      editAgency(db(), actor, await edited('labour-platforms', over));
    const confirm = async (actor: StaffActor) => {
      const { id, version } = await agency('labour-platforms');
      return confirmAgency(db(), actor, { id, seen: version });
    };
    expect(await change(team.second, { takesKo: '다른 일' })).toEqual({ ok: true });
    expect(await change(team.lead, { mask: 'FULL' })).toEqual({ ok: true });
    expect(await change(team.admin, { contact: '02-000-2222' })).toEqual({ ok: true });
    expect(await confirm(team.lead)).toEqual({ ok: false, reason: 'same-person' });
    expect(await confirm(team.second)).toEqual({ ok: true });
    expect(await change(team.admin, { contact: '02-000-3333' })).toEqual({ ok: true });
    expect(await confirm(team.lead)).toEqual({ ok: true });
  });

  it('agreed to for one hand-over and then made another are asked for again', async () => {
    const made = await openTestCase(db(), team.intake, CONFINED);
    const { id: written } = await draft(made, 'interpol');
    const asked = await send(made, written, team.worker, '수배가 필요합니다');
    const approval = asked.ok && 'approvalId' in asked ? asked.approvalId : '';
    expect(await decideApproval(db(), team.other, approval, { approve: true, answer: '' })).toEqual({
      ok: true,
    });
    await editAgency(db(), team.lead, await edited('interpol', { contact: '+00 0000' }));
    expect(await send(made, written, team.worker, '연락처가 바뀌었습니다')).toMatchObject({ waits: true });
  });

  it('can be added, and loading reference data again changes none', async () => {
    const { edit } = await edited('immigration', { nameKo: '새 기관', nameEn: 'New agency' });
    expect(await addAgency(db(), team.lead, { slug: 'new-one', edit })).toMatchObject({ ok: true });
    expect(await addAgency(db(), team.lead, { slug: 'new-one', edit })).toMatchObject({
      reason: 'slug-taken',
    });
    const before = await listAgencies(db(), team.lead);
    await loadReference(db());
    expect(await listAgencies(db(), team.lead)).toEqual(before);
  });
});

describe('templates', () => {
  it('come in the language of the desk and of the reporter', async () => {
    const [first] = await listTemplates(db(), team.worker, { desk: 'ko', reporter: 'en' });
    expect(first).toMatchObject({
      title: '신고를 읽었습니다',
      text: expect.stringMatching(/^A member of our staff has read/),
    });
    expect(await listTemplates(db(), team.admin, { desk: 'ko', reporter: 'ko' })).toEqual([]);
  });

  it('loading them again mends a text that says what an earlier release said, and leaves what staff wrote', async () => {
    const [was] = supersededTexts;
    const textOf = async (slug: string) =>
      (await db().select().from(messageTemplates).where(eq(messageTemplates.slug, slug)))[0];
    const rewritten = { titleKo: '우리 제목', textKo: was, textEn: 'Our own words.' };
    await db().update(messageTemplates).set(rewritten).where(eq(messageTemplates.slug, '02-ask-place'));
    await loadReference(db());
    expect(await textOf('02-ask-place')).toMatchObject({
      titleKo: '우리 제목',
      textKo: referenceTemplates[1]?.textKo,
      textEn: 'Our own words.',
    });
  });
});
