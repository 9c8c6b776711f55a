import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drafts } from '@/db/schema/drafts';
import { reports } from '@/db/schema/reports';
import { dataKeys } from '@/db/schema/vault';
import { DAY, setClock } from '@/lib/clock';
import { runDueJobs } from '@/lib/jobs/run';
import { findPeriod } from '@/lib/periods/queries';
import { submitReport } from '@/lib/reports/commands';
import { destroyDraft, saveSections } from '@/lib/reports/draft/commands';
import { draftReceiptPlace, loadDraft } from '@/lib/reports/draft/queries';
import { findByReceipt, readMailbox } from '@/lib/reports/mailbox/queries';
import { type FieldName, needs, type SectionId, sections } from '@/lib/reports/questionnaire';
import { type ReporterKind, reporterKinds } from '@/lib/urgency/answers';
import { findDataKey, openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { fileScenario } from '@/seeds/demo/file-report';
import { scenarios } from '@/seeds/demo/scenarios';
import { loadReference } from '@/seeds/reference/load';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { fileReport, LEAST, reportRow, storedAnswers, typeReport } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));

let database: TestDatabase;
const db = () => database.db;

beforeAll(async () => {
  database = await openTestDatabase();
  await loadReference(db());
});
afterAll(() => database.close());
beforeEach(() => setClock(START));
afterEach(() => setClock(undefined));

const count = () => db().$count(reports);
const isDate = (name: FieldName) =>
  Object.values(sections).some(({ fields }) =>
    fields.some((field) => field.name === name && /^(partial-date|date-time)$/.test(field.type)),
  );

describe.each(reporterKinds)('%s', (kind) => {
  const least = LEAST[kind];

  it('a report with the least that is needed is stored, and its receipt code opens its mailbox', async () => {
    const { receipt } = await fileReport(db(), kind, least);
    expect(receipt.reference).toMatch(/^NR-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const reportId = await findByReceipt(db(), receipt.code);
    expect(await readMailbox(db(), reportId ?? '')).toMatchObject({
      reference: receipt.reference,
      state: 'RECEIVED',
      receivedAt: START,
      history: [{ state: 'RECEIVED', at: START }],
      messages: [],
    });
    expect(await reportRow(db(), receipt.reference)).toMatchObject({ kind, locale: 'ko', viaSos: false });
    expect(await storedAnswers(db(), receipt.reference)).toEqual(least);
  });

  it.each(needs[kind].map((group) => ({ group })))(
    'without $group it is refused and nothing is stored',
    async ({ group }) => {
      const before = await count();
      const left = Object.entries(least).filter(
        ([name]) => !group.some((field) => name === field || name.startsWith(`${field}_`)),
      );
      const draft = await typeReport(db(), kind, Object.fromEntries(left));
      const sent = await submitReport(db(), draft, 'ko');
      expect(sent).toMatchObject({ ok: false, reason: 'incomplete', problems: [{ code: 'needed' }] });
      const [problem, ...others] = !sent.ok && 'problems' in sent ? sent.problems : [];
      expect(group).toContain(problem?.field);
      expect(others).toEqual([]);
      expect(await count()).toBe(before);
      expect((await loadDraft(db(), draft))?.reportId).toBeNull();
    },
  );

  it('“do not know” satisfies every demand', async () => {
    const unknown = needs[kind].map(([name = 'narrative']) => [
      isDate(name) ? `${name}_unknown` : name,
      ['UNKNOWN'],
    ]);
    // What was given to whom knows no "do not know": it offers NONE instead.
    await fileReport(db(), kind, Object.fromEntries(unknown));
  });

  it('an empty draft lists every demand once, in the order of the pages', async () => {
    const expected: Record<ReporterKind, FieldName[]> = {
      SELF_DANGER: ['situation'],
      FAMILY: ['contact_risk', 'name_ko', 'birth', 'sex', 'prior_reports', 'last_contact_at'],
      WITNESS: ['narrative', 'country'],
      OFFER: ['first_contact_channel', 'ad_urls', 'gave', 'decided'],
      RETURNEE: ['recruiter_handles'],
      PRO: ['narrative'],
    };
    const sent = await submitReport(db(), await typeReport(db(), kind, {}), 'ko');
    expect(!sent.ok && 'problems' in sent && sent.problems.map(({ field }) => field)).toEqual(expected[kind]);
  });
});

describe('the agreed scenarios', () => {
  it.each(scenarios)('$number: $kind, $about → $expected', async (scenario) => {
    const receipt = await fileScenario(db(), scenario, START);
    expect(await reportRow(db(), receipt.reference)).toMatchObject({
      level: scenario.expected,
      kind: scenario.kind,
    });
  });
});

describe('the same report sent again', () => {
  it('five times at once is stored once, with one receipt', async () => {
    const before = await count();
    const draft = await typeReport(db(), 'FAMILY', LEAST.FAMILY);
    const sent = await Promise.all(Array.from({ length: 5 }, () => submitReport(db(), draft, 'ko')));
    expect(new Set(sent.map((one) => one.ok && JSON.stringify(one.receipt))).size).toBe(1);
    expect(sent.filter((one) => one.ok && !one.again)).toHaveLength(1);
    expect(await count()).toBe(before + 1);
  });

  it('after an answer that was lost shows the same receipt', async () => {
    const { draft, receipt } = await fileReport(db(), 'OFFER', LEAST.OFFER);
    expect(await submitReport(db(), draft, 'en')).toEqual({ ok: true, receipt, again: true });
    expect(await reportRow(db(), receipt.reference)).toMatchObject({ locale: 'ko' });
  });

  it('no longer takes changes, and says so', async () => {
    const { draft, receipt } = await fileReport(db(), 'PRO', LEAST.PRO);
    expect(await saveSections(db(), draft, { S1: { narrative: ['다른 말'] } }, 9)).toMatchObject({
      reason: 'sent',
    });
    expect(await storedAnswers(db(), receipt.reference)).toEqual(LEAST.PRO);
  });

  it('is still there after the draft is destroyed, and opens by its code', async () => {
    const { draft, receipt } = await fileReport(db(), 'PRO', LEAST.PRO);
    await destroyDraft(db(), draft);
    expect(await submitReport(db(), draft, 'ko')).toEqual({ ok: false, reason: 'gone' });
    expect(await findByReceipt(db(), receipt.code)).not.toBeNull();
  });
});

describe('a reference that was drawn before', () => {
  /** Gives a draft the reference of a report that is stored already. */
  async function colliding(): Promise<{ draft: string; taken: string }> {
    const { receipt } = await fileReport(db(), 'PRO', LEAST.PRO);
    const draft = await typeReport(db(), 'PRO', LEAST.PRO);
    const key = await openDataKey(db(), { kind: 'draft', id: draft });
    const own = (await loadDraft(db(), draft))?.receipt;
    const sealedReceipt = seal(key, draftReceiptPlace(draft), { ...own, reference: receipt.reference });
    await db().update(drafts).set({ sealedReceipt }).where(eq(drafts.id, draft));
    return { draft, taken: receipt.reference };
  }

  it('is drawn again, and the code stays', async () => {
    const { draft, taken } = await colliding();
    const code = (await loadDraft(db(), draft))?.receipt.code;
    const sent = await submitReport(db(), draft, 'ko');
    expect(sent).toMatchObject({ ok: true, receipt: { code } });
    expect(sent.ok && sent.receipt.reference).not.toBe(taken);
  });

  it('is drawn again once, also when the report is sent five times at once', async () => {
    const before = await count();
    const { draft } = await colliding();
    const sent = await Promise.all(Array.from({ length: 5 }, () => submitReport(db(), draft, 'ko')));
    const shown = (await loadDraft(db(), draft))?.receipt;
    for (const one of sent) expect(one.ok && one.receipt).toEqual(shown);
    const [row] = await db()
      .select()
      .from(reports)
      .where(eq(reports.submissionKey, `draft:${draft}`));
    expect(row?.reference).toBe(shown?.reference);
    expect(await count()).toBe(before + 2);
  });
});

describe('a draft', () => {
  it('is over after 24 hours: not shown, not saved, not sent, and the job destroys its key', async () => {
    const draft = await typeReport(db(), 'FAMILY', LEAST.FAMILY);
    later(DAY - 1);
    expect(await loadDraft(db(), draft)).not.toBeNull();
    later(DAY);
    expect(await loadDraft(db(), draft)).toBeNull();
    expect(await saveSections(db(), draft, { S1: {} }, 0)).toEqual({ ok: false, reason: 'gone' });
    expect(await submitReport(db(), draft, 'ko')).toEqual({ ok: false, reason: 'gone' });
    later(DAY + 1);
    expect((await runDueJobs(db())).draftsDestroyed).toBeGreaterThan(0);
    expect(await db().$count(drafts, eq(drafts.id, draft))).toBe(0);
    expect(await findDataKey(db(), { kind: 'draft', id: draft })).toBeNull();
    const [key] = await db().select().from(dataKeys).where(eq(dataKeys.ownerId, draft));
    expect(key).toMatchObject({ wrapped: null, destroyedAt: new Date(START.getTime() + DAY + 1) });
  });

  it('in two tabs: the later save wins and is told, and other pages are left alone', async () => {
    const draft = await typeReport(db(), 'SELF_DANGER', { device_safe: ['SAFE'] });
    const seen = (await loadDraft(db(), draft))?.sections.S1?.version ?? 0;
    const tab = (text: string) => saveSections(db(), draft, { S1: { narrative: [text] } }, seen);
    expect(await tab('첫 번째 탭')).toEqual({ ok: true, replaced: false });
    expect(await tab('두 번째 탭')).toEqual({ ok: true, replaced: true });
    expect((await loadDraft(db(), draft))?.sections).toMatchObject({
      S0: { answers: { device_safe: ['SAFE'] } },
      S1: { version: seen + 2, answers: { narrative: ['두 번째 탭'] } },
    });
  });

  it('loses no page when all are saved at the same moment', async () => {
    const draft = await typeReport(db(), 'FAMILY', {});
    const ids = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S8'] as const satisfies SectionId[];
    await Promise.all(ids.map((id) => saveSections(db(), draft, { [id]: { mark: [id] } }, 1)));
    const saved = (await loadDraft(db(), draft))?.sections;
    for (const id of ids) expect(saved?.[id]).toMatchObject({ version: 2, answers: { mark: [id] } });
  });

  it('that never was is gone', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await submitReport(db(), nobody, 'ko')).toEqual({ ok: false, reason: 'gone' });
  });
});

describe('periods', () => {
  it.each([
    ['2025-09-30T23:59:59.999+09:00', 'standing'],
    ['2025-10-01T00:00:00+09:00', '2025-10'],
    ['2025-10-31T23:59:59+09:00', '2025-10'],
    ['2025-10-31T23:59:59.999+09:00', '2025-10'],
    ['2025-11-01T00:00:00+09:00', 'standing'],
  ])('a report that arrives at %s counts towards %s', async (at, slug) => {
    setClock(new Date(at));
    const { receipt } = await fileReport(db(), 'SELF_DANGER', LEAST.SELF_DANGER);
    const { periodId } = await reportRow(db(), receipt.reference);
    expect((await findPeriod(db(), periodId ?? ''))?.slug).toBe(slug);
  });

  it('a report is taken before every period too', async () => {
    setClock(new Date('2024-12-31T00:00:00+09:00'));
    const { receipt } = await fileReport(db(), 'SELF_DANGER', LEAST.SELF_DANGER);
    expect((await reportRow(db(), receipt.reference)).periodId).toBeNull();
  });
});
