import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { approvals } from '@/db/schema/approvals';
import { auditEntries } from '@/db/schema/audit';
import { cases } from '@/db/schema/cases';
import { erasures } from '@/db/schema/erasures';
import { reports } from '@/db/schema/reports';
import { searchDocuments } from '@/db/schema/search';
import { dataKeys } from '@/db/schema/vault';
import { verifyAudit } from '@/lib/audit/queries';
import { decideApproval } from '@/lib/cases/approving/commands';
import { type News, NO_NEWS } from '@/lib/cases/approving/news/queries';
import { readApprovals } from '@/lib/cases/approving/reading/commands';
import { askToEraseCase, askToEraseReport } from '@/lib/cases/erasing/commands';
import { linkReport } from '@/lib/cases/grouping/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { setLegalHold } from '@/lib/cases/team/commands';
import { stepCase } from '@/lib/cases/workflow/commands';
import { DAY, setClock } from '@/lib/clock';
import { changeState } from '@/lib/reports/desk/commands';
import { sendFromReporter } from '@/lib/reports/mailbox/commands';
import { findByReceipt, readMailbox } from '@/lib/reports/mailbox/queries';
import { setReportHold } from '@/lib/retention/holding/commands';
import { shipLedger } from '@/lib/retention/ledger/commands';
import { listErasures, verifyErasures } from '@/lib/retention/proof/queries';
import { eraseDue } from '@/lib/retention/round/commands';
import { erasedAtByReceipt } from '@/lib/retention/told/queries';
import { USUAL_DAYS } from '@/lib/settings/retention';
import { endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';
import { fileReport, LEAST, reportRow } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');

const { db, team } = openDesk(START);

const REASON = { reason: '본인이 지워 달라고 함', why: 'REQUEST' } as const;
const requestOf = async (id: string) => {
  const erasing = and(eq(approvals.subjectId, id), ne(approvals.act, 'CLOSE_CASE'));
  const [row] = await db().select().from(approvals).where(erasing);
  return row?.id ?? '';
};
const agree = (id: string, actor = team.lead) =>
  decideApproval(db(), actor, id, { approve: true, answer: '' });

async function closed(number: string) {
  await stepCase(db(), team.worker, await on(db(), number), { action: 'TRIAGE', reason: '' });
  const end = { disposition: 'TRANSFERRED_OUT', reason: '끝남' } as const;
  await endCase(db(), team, number, end);
}

async function closedCase() {
  const made = await openTestCase(db(), team.worker);
  await closed(made.number);
  return made;
}

describe('erasing by two people', () => {
  it('takes a caseworker who asks and a supervisor who agrees, and nobody alone', async () => {
    const { reference, id } = await screenedReport(db(), team.worker);
    for (const actor of [team.intake, team.auditor, team.admin])
      expect(await askToEraseReport(db(), actor, reference, REASON)).toMatchObject({ reason: 'forbidden' });
    expect(await askToEraseReport(db(), team.worker, reference, { ...REASON, reason: ' ' })).toMatchObject({
      reason: 'empty',
    });
    expect(await askToEraseReport(db(), team.lead, reference, REASON)).toMatchObject({
      ok: true,
      waits: true,
    });
    expect(await askToEraseReport(db(), team.worker, reference, REASON)).toMatchObject({
      reason: 'already-asked',
    });
    const asked = await requestOf(id);
    expect(await agree(asked)).toMatchObject({ reason: 'same-person' });
    expect(await agree(asked, team.other)).toMatchObject({ reason: 'forbidden' });
    expect(await db().$count(reports, eq(reports.id, id))).toBe(1);
    expect(await agree(asked, team.second)).toEqual({ ok: true, gone: true });
    expect(await db().$count(reports, eq(reports.id, id))).toBe(0);
    const [line] = await db().select().from(erasures).where(eq(erasures.ownerId, id));
    expect(line).toMatchObject({ why: 'REQUEST', askedBy: team.lead.id, agreedBy: team.second.id });
    const entries = await db().select().from(auditEntries).where(eq(auditEntries.objectId, id));
    expect(entries.map(({ act }) => act)).toContain('report.erased');
    expect(await readApprovals(db(), team.lead)).toMatchObject({ pending: [] });
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('erases a case, and a report of a closed case, whose timeline then says so and opens', async () => {
    const one = await closedCase();
    expect(
      await askToEraseCase(db(), team.worker, await on(db(), one.number), '보관할 까닭이 없음'),
    ).toMatchObject({ ok: true });
    expect(await agree(await requestOf(one.id))).toEqual({ ok: true, gone: true });
    expect(await db().$count(cases, eq(cases.id, one.id))).toBe(0);
    const other = await closedCase();
    expect(await askToEraseReport(db(), team.worker, other.report.reference, REASON)).toMatchObject({
      ok: true,
    });
    expect(await agree(await requestOf(other.report.id))).toEqual({ ok: true, gone: true });
    const read = await readCase(db(), team.worker, other.number);
    expect(read?.timeline.map(({ kind }) => kind)).toContain('REPORT_ERASED');
  });

  it('is refused for what goes on, and for what came to be held since it was asked', async () => {
    const open = await openTestCase(db(), team.worker);
    expect(await askToEraseReport(db(), team.worker, open.report.reference, REASON)).toMatchObject({
      reason: 'in-case',
    });
    expect(await askToEraseCase(db(), team.worker, await on(db(), open.number), '까닭')).toMatchObject({
      reason: 'open',
    });
    const made = await closedCase();
    expect(await askToEraseCase(db(), team.worker, await on(db(), made.number), '까닭')).toMatchObject({
      ok: true,
    });
    const held = { held: true, reason: '재판' };
    expect(await setLegalHold(db(), team.lead, await on(db(), made.number), held)).toMatchObject({
      ok: true,
    });
    expect(await agree(await requestOf(made.id))).toMatchObject({ reason: 'overtaken' });
    expect(await db().$count(cases, eq(cases.id, made.id))).toBe(1);
  });

  it('says nothing of an erasing in the case when the report could not go', async () => {
    const made = await closedCase();
    const { reference, id } = made.report;
    expect(await askToEraseReport(db(), team.worker, reference, REASON)).toMatchObject({ ok: true });
    await db().update(reports).set({ legalHold: true }).where(eq(reports.id, id));
    expect(await agree(await requestOf(id))).toMatchObject({ reason: 'overtaken' });
    expect(await db().$count(reports, eq(reports.id, id))).toBe(1);
    const read = await readCase(db(), team.worker, made.number);
    expect(read?.timeline.map(({ kind }) => kind)).not.toContain('REPORT_ERASED');
  });

  it('of a report hides nothing new from who decides on its case meanwhile, however much was to be seen of it', async () => {
    const made = await openTestCase(db(), team.worker);
    const joined = await screenedReport(db(), team.worker);
    await linkReport(db(), team.worker, await on(db(), made.number), joined.reference);
    await closed(made.number);
    expect(await askToEraseCase(db(), team.worker, await on(db(), made.number), '까닭')).toMatchObject({
      ok: true,
    });
    const asked = await requestOf(made.id);
    const news = async () => (await readCase(db(), team.lead, made.number))?.approvals[0]?.news ?? NO_NEWS;
    const decide = ({ mark }: News) =>
      decideApproval(db(), team.lead, asked, { approve: true, answer: '', news: mark });
    setClock(new Date(START.getTime() + DAY));
    const write = (id: string) => sendFromReporter(db(), id, '새로 알게 된 것이 있어요', randomUUID());
    for (const id of [joined.id, joined.id]) await write(id);
    const shown = await news();
    expect(shown).toMatchObject({ messages: 2, all: 2 });
    expect(await askToEraseReport(db(), team.lead, joined.reference, REASON)).toMatchObject({ ok: true });
    expect(await agree(await requestOf(joined.id), team.second)).toEqual({ ok: true, gone: true });
    await write(made.report.id);
    const since = await news();
    expect(since).toMatchObject({ messages: 1, entries: 1, all: shown.all });
    expect(await decide(shown)).toMatchObject({ reason: 'news' });
    expect(await decide(since)).toEqual({ ok: true, gone: true });
  });

  it('is barred by a hold on the report alone, whose reason stays with it', async () => {
    const { reference, id } = await screenedReport(db(), team.worker);
    const hold = (held: boolean, actor = team.lead, reason = '수사 협조 요청') =>
      setReportHold(db(), actor, { reference, held, reason });
    expect(await hold(true, team.worker)).toMatchObject({ reason: 'forbidden' });
    expect(await hold(true, team.lead, '')).toMatchObject({ reason: 'empty' });
    expect(await hold(true)).toMatchObject({ ok: true });
    expect(await askToEraseReport(db(), team.worker, reference, REASON)).toMatchObject({ reason: 'held' });
    expect(await hold(false)).toMatchObject({ ok: true });
    expect(await askToEraseReport(db(), team.worker, reference, REASON)).toMatchObject({ ok: true });
    const acts = await db().select().from(auditEntries).where(eq(auditEntries.objectId, id));
    expect(acts.filter(({ act }) => act === 'report.legal-hold').map(({ detail }) => detail.held)).toEqual([
      true,
      false,
    ]);
  });
});

describe('the holder of an erased report’s code', () => {
  it('is told the day for a while, and then finds what anybody finds', async () => {
    const { receipt } = await fileReport(db(), 'WITNESS', LEAST.WITNESS);
    const { id, reference } = await reportRow(db(), receipt.reference);
    expect(await erasedAtByReceipt(db(), receipt.code)).toBeNull();
    await changeState(db(), team.worker, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' });
    await askToEraseReport(db(), team.worker, reference, REASON);
    await agree(await requestOf(id));
    expect(await findByReceipt(db(), receipt.code)).toBeNull();
    expect(await readMailbox(db(), id)).toBeNull();
    expect(await erasedAtByReceipt(db(), receipt.code)).toEqual(START);
    setClock(new Date(START.getTime() + (USUAL_DAYS.TOLD + 1) * DAY));
    await eraseDue(db());
    expect(await erasedAtByReceipt(db(), receipt.code)).toBeNull();
  });
});

describe('the proof', () => {
  it('holds, is shown to auditors and supervisors alone, and finds a key, a row, a token and a line put back', async () => {
    await shipLedger(db());
    expect(await verifyErasures(db())).toMatchObject({ faults: [], disk: 'same' });
    const shown = await listErasures(db(), team.auditor, null);
    expect(shown.rows[0]?.seq).toBe(shown.rows.length);
    expect(shown.totals.report).toBeGreaterThan(2);
    expect((await listErasures(db(), team.worker, null)).rows).toEqual([]);
    const [line] = await db().select().from(erasures).where(eq(erasures.ownerKind, 'report'));
    const id = line?.ownerId ?? '';
    const put = async (back: () => Promise<unknown>, fault: RegExp) => {
      await back();
      expect((await verifyErasures(db())).faults.join('\n')).toMatch(fault);
    };
    await put(
      () =>
        db()
          .update(dataKeys)
          .set({ wrapped: Buffer.alloc(61) })
          .where(eq(dataKeys.ownerId, id)),
      /a key of an erased report still opens/,
    );
    await put(
      () =>
        db()
          .insert(searchDocuments)
          .values({
            ownerKind: 'report',
            ownerId: id,
            at: START,
            tokens: [1],
            identifiers: [],
            indexedAt: START,
          }),
      /1 rows of search_documents are of an erased report/,
    );
    await put(
      () => db().update(erasures).set({ why: 'DESK' }).where(eq(erasures.seq, 1)),
      /line 1 of the ledger is not as/,
    );
    await put(() => db().delete(erasures).where(eq(erasures.seq, 1)), /line 1 of the ledger is missing/);
    const orphan = {
      id: randomUUID(),
      ownerKind: 'evidence',
      ownerId: randomUUID(),
      keyId: 'test',
      createdAt: START,
    };
    await put(
      () =>
        db()
          .insert(dataKeys)
          .values({ ...orphan, wrapped: Buffer.alloc(61) }),
      /a key without its evidence still opens/,
    );
    expect((await verifyErasures(db())).disk).toBe('broken');
  });
});
