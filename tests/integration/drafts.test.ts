import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withTransaction } from '@/db/client';
import { draftSections, drafts } from '@/db/schema/drafts';
import { evidenceChunks, evidenceFiles } from '@/db/schema/evidence';
import { countCodeTry } from '@/lib/abuse/code-tries';
import { hit } from '@/lib/abuse/commands';
import { DAY, MINUTE, setClock } from '@/lib/clock';
import { runDueJobs } from '@/lib/jobs/run';
import { submitReport } from '@/lib/reports/commands';
import { createDraft, destroyDraft, destroyExpiredDrafts, saveSections } from '@/lib/reports/draft/commands';
import { loadDraft } from '@/lib/reports/draft/queries';
import { saveQuietly } from '@/lib/reports/draft/quiet-save/commands';
import { showResumeCode } from '@/lib/reports/draft/resume/commands';
import { findByResumeCode } from '@/lib/reports/draft/resume/queries';
import { parseReceiptCode } from '@/lib/reports/receipt-code';
import { createDataKey, findDataKey } from '@/lib/vault/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { fileReport, LEAST, typeReport } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));

let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => setClock(START));
afterEach(() => setClock(undefined));

describe('a resume code', () => {
  it('opens its draft and no other, however it is typed, and is the same whenever it is shown', async () => {
    const [one, other] = [await createDraft(db(), 'FAMILY'), await createDraft(db(), 'FAMILY')];
    const code = await showResumeCode(db(), one);
    expect(await showResumeCode(db(), one)).toBe(code);
    expect(await showResumeCode(db(), other)).not.toBe(code);
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.slice(2)])
      expect(await findByResumeCode(db(), typed)).toEqual({ id: one, sent: false });
  });

  it('that nobody was shown opens nothing', async () => {
    const [seen, unseen] = [await createDraft(db(), 'FAMILY'), await createDraft(db(), 'FAMILY')];
    await showResumeCode(db(), seen);
    const [row] = await db().select().from(drafts).where(eq(drafts.id, unseen));
    expect(row?.resumeDigest).toBeNull();
    expect(await findByResumeCode(db(), '')).toBeNull();
  });

  it('that is wrong, a receipt code or no code at all opens nothing', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const code = await showResumeCode(db(), draft);
    const receipt = (await loadDraft(db(), draft))?.receipt.code ?? '';
    expect(parseReceiptCode(receipt)).toBe(receipt);
    const another = code.endsWith('2') ? `${code.slice(0, -1)}3` : `${code.slice(0, -1)}2`;
    for (const typed of [another, receipt, `W-${receipt}`, 'W', '', '한글로 적은 코드', code + code])
      expect(await findByResumeCode(db(), typed)).toBeNull();
  });

  it('opens nothing once 24 hours are over, or the draft is destroyed', async () => {
    const [old, gone] = [await createDraft(db(), 'OFFER'), await createDraft(db(), 'OFFER')];
    const codes = [await showResumeCode(db(), old), await showResumeCode(db(), gone)];
    await destroyDraft(db(), gone);
    expect(await findByResumeCode(db(), codes[1] ?? '')).toBeNull();
    later(DAY - 1);
    expect(await findByResumeCode(db(), codes[0] ?? '')).not.toBeNull();
    later(DAY);
    expect(await findByResumeCode(db(), codes[0] ?? '')).toBeNull();
  });

  it('of a draft that was sent is known for that, so that its receipt is not shown', async () => {
    const draft = await typeReport(db(), 'PRO', LEAST.PRO);
    const code = await showResumeCode(db(), draft);
    await submitReport(db(), draft, 'ko');
    expect(await findByResumeCode(db(), code)).toEqual({ id: draft, sent: true });
  });

  it('stands nowhere in the database', async () => {
    const code = await showResumeCode(db(), await createDraft(db(), 'FAMILY'));
    const dump = await dumpDatabase(database.url);
    expect(findIn(dump, [code, code.replaceAll('-', ''), code.slice(2).replaceAll('-', '')])).toEqual([]);
  });
});

describe('tries at a code', () => {
  it('past ten wrong ones wait three seconds each, and right ones use none up', async () => {
    const started = Date.now();
    for (let tries = 0; tries < 15; tries += 1) {
      const { pace, right } = await countCodeTry(db(), 'code-test', '203.0.113.9');
      expect(pace).toBe('quick');
      await right();
    }
    for (let tries = 0; tries < 10; tries += 1) await countCodeTry(db(), 'code-test', '203.0.113.9');
    expect(Date.now() - started).toBeLessThan(3_000);
    const slowed = Date.now();
    expect(await countCodeTry(db(), 'code-test', '203.0.113.9')).toMatchObject({ pace: 'slowed' });
    expect(Date.now() - slowed).toBeGreaterThanOrEqual(2_990);
    expect((await countCodeTry(db(), 'code-test', '203.0.113.10')).pace).toBe('quick');
  });

  it('past two hundred are not looked up any more', async () => {
    const slow = { name: 'code-flood-slow', key: '203.0.113.9', limit: 200, windowMs: 15 * MINUTE };
    for (let tries = 0; tries < 200; tries += 1) await hit(db(), slow);
    expect(await countCodeTry(db(), 'code-flood', '203.0.113.9')).toMatchObject({ pace: 'refused' });
  });
});

describe('a quiet save', () => {
  const first = () => ({ page: randomUUID(), after: '' });
  const answers = async (draft: string) => (await loadDraft(db(), draft))?.sections.S1;
  const say = (text: string) => ({ S1: { narrative: [text] } });

  it('keeps what stands on the page without moving its version, again and again', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const showing = first();
    for (const text of ['반쯤', '반쯤 적은', '반쯤 적은 말'])
      expect(await saveQuietly(db(), draft, say(text), 0, showing)).toEqual({ ok: true });
    expect(await answers(draft)).toMatchObject({ version: 0, answers: { narrative: ['반쯤 적은 말'] } });
    expect(await saveSections(db(), draft, say('다 적은 말'), 0, 'ko', showing)).toEqual({
      ok: true,
      replaced: false,
    });
    expect(await answers(draft)).toMatchObject({ version: 1, answers: { narrative: ['다 적은 말'] } });
    expect((await answers(draft))?.by).toBeUndefined();
  });

  it('never overwrites what another tab has sent since', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    await saveSections(db(), draft, say('다른 창에서 보낸 말'), 0);
    const refused = { ok: false, reason: 'replaced' };
    expect(await saveQuietly(db(), draft, say('먼저 열어 둔 창'), 0, first())).toEqual(refused);
    expect(await answers(draft)).toMatchObject({
      version: 1,
      answers: { narrative: ['다른 창에서 보낸 말'] },
    });
  });

  it('never overwrites what another tab is writing, and sending then tells of it', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const [one, other] = [first(), first()];
    await saveQuietly(db(), draft, say('한 창'), 0, one);
    expect(await saveQuietly(db(), draft, say('다른 창'), 0, other)).toMatchObject({ reason: 'replaced' });
    expect(await answers(draft)).toMatchObject({ answers: { narrative: ['한 창'] } });
    expect(await saveSections(db(), draft, say('다른 창'), 0, 'ko', other)).toEqual({
      ok: true,
      replaced: true,
    });
    expect(await saveQuietly(db(), draft, say('한 창, 더'), 0, one)).toMatchObject({ reason: 'replaced' });
  });

  it('and a sending that were overtaken on the way leave what was typed since, and tell of no other window', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const { page } = first();
    const nth = (at: number) => ({ page, after: '', nth: at });
    expect(await saveSections(db(), draft, say('둘째'), 0, 'ko', nth(2))).toEqual({
      ok: true,
      replaced: false,
    });
    expect(await saveSections(db(), draft, say('첫째'), 0, 'ko', nth(1))).toMatchObject({ overtaken: true });
    expect(await saveQuietly(db(), draft, say('첫째'), 0, nth(1))).toEqual({ ok: true });
    expect(await answers(draft)).toMatchObject({ version: 1, answers: { narrative: ['둘째'] } });
    expect(await saveQuietly(db(), draft, say('셋째'), 0, nth(3))).toEqual({ ok: true });
    expect(await saveQuietly(db(), draft, say('둘째'), 0, nth(2))).toEqual({ ok: true });
    expect(await answers(draft)).toMatchObject({ answers: { narrative: ['셋째'] } });
    expect(await saveSections(db(), draft, say('넷째'), 0, 'ko', nth(4))).toEqual({
      ok: true,
      replaced: false,
    });
    // Another page's numbers are nothing to this one's.
    const other = { ...first(), nth: 1 };
    expect(await saveSections(db(), draft, say('다른 창'), 2, 'ko', other)).toMatchObject({
      replaced: false,
    });
    expect(await answers(draft)).toMatchObject({ answers: { narrative: ['다른 창'] } });
  });

  it('goes on from a page that was opened again, and from the same words twice', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const [before, reopened] = [first(), randomUUID()];
    await saveQuietly(db(), draft, say('적던 말'), 0, before);
    expect(await saveQuietly(db(), draft, say('적던 말'), 0, first())).toEqual({ ok: true });
    const next = { page: reopened, after: (await answers(draft))?.by ?? '' };
    expect(await saveQuietly(db(), draft, say('적던 말과 더'), 0, next)).toEqual({ ok: true });
    expect(await answers(draft)).toMatchObject({ answers: { narrative: ['적던 말과 더'] } });
  });

  it('keeps all sections of a page or none, and makes nothing of what was left blank', async () => {
    const draft = await createDraft(db(), 'SELF_DANGER');
    await saveQuietly(db(), draft, { ...say('말'), S0: {} }, 0, first());
    expect(Object.keys((await loadDraft(db(), draft))?.sections ?? {})).toEqual(['S1']);
    await saveSections(db(), draft, { S0: { device_safe: ['SAFE'] } }, 0);
    const both = { ...say('새 말'), S0: { device_safe: ['MONITORED'] } };
    expect(
      await saveQuietly(db(), draft, both, 0, { page: 'x', after: (await answers(draft))?.by ?? '' }),
    ).toMatchObject({
      reason: 'replaced',
    });
    expect(await answers(draft)).toMatchObject({ answers: { narrative: ['말'] } });
  });

  it('is not taken by a draft that is over, destroyed or sent', async () => {
    const [over, gone] = [await createDraft(db(), 'FAMILY'), await createDraft(db(), 'FAMILY')];
    const sent = await typeReport(db(), 'PRO', LEAST.PRO);
    await submitReport(db(), sent, 'ko');
    await destroyDraft(db(), gone);
    expect(await saveQuietly(db(), sent, say('늦은 말'), 9, first())).toEqual({ ok: false, reason: 'sent' });
    expect(await saveQuietly(db(), gone, say('늦은 말'), 9, first())).toEqual({ ok: false, reason: 'gone' });
    later(DAY);
    expect(await saveQuietly(db(), over, say('늦은 말'), 9, first())).toEqual({ ok: false, reason: 'gone' });
  });
});

describe('destroying a draft', () => {
  /** A file of this draft as it stands after it arrived. */
  async function addFile(draftId: string): Promise<string> {
    const id = randomUUID();
    await withTransaction(db(), async (tx) => {
      await createDataKey(tx, { kind: 'evidence', id });
      await tx.insert(evidenceFiles).values({
        ...{ id, draftId, state: 'STORED', size: 3, received: 3, store: 'postgres' },
        ...{ sealed: Buffer.from('x'), copyState: 'NOT_CLEANED', scanState: 'NOT_CONFIGURED' },
        ...{ createdAt: START, touchedAt: START },
      });
      await tx
        .insert(evidenceChunks)
        .values({ fileId: id, variant: 'ORIGINAL', seq: 0, sealed: Buffer.from('x') });
    });
    return id;
  }

  it.each([
    ['at once', (draft: string) => destroyDraft(db(), draft)],
    [
      'when its 24 hours are over',
      async () => {
        later(DAY + 1);
        await destroyExpiredDrafts(db());
      },
    ],
  ])('%s takes its answers, files and every key along', async (_when, destroy) => {
    const draft = await typeReport(db(), 'FAMILY', LEAST.FAMILY);
    const file = await addFile(draft);
    await destroy(draft);
    expect(await loadDraft(db(), draft)).toBeNull();
    expect(await db().$count(drafts, eq(drafts.id, draft))).toBe(0);
    expect(await db().$count(evidenceFiles, eq(evidenceFiles.id, file))).toBe(0);
    expect(await db().$count(evidenceChunks, eq(evidenceChunks.fileId, file))).toBe(0);
    expect(await findDataKey(db(), { kind: 'evidence', id: file })).toBeNull();
    expect(await findDataKey(db(), { kind: 'draft', id: draft })).toBeNull();
  });

  it('that is over does not wait for another job that breaks', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    later(DAY + 1);
    await db().execute(sql`alter table rate_limits rename to rate_limits_away`);
    const done = await runDueJobs(db());
    await db().execute(sql`alter table rate_limits_away rename to rate_limits`);
    expect(done).toMatchObject({ failed: ['limits'], numbers: expect.any(String) });
    expect(await findDataKey(db(), { kind: 'draft', id: draft })).toBeNull();
    expect(await runDueJobs(db())).toMatchObject({ failed: [] });
  });

  it('that is being sent as its 24 hours end is left alone: its receipt has a day more', async () => {
    const draft = await typeReport(db(), 'FAMILY', LEAST.FAMILY);
    later(DAY + 1);
    const destroying = await withTransaction(db(), async (tx) => {
      const expiresAt = new Date(START.getTime() + 2 * DAY);
      await tx.update(drafts).set({ expiresAt }).where(eq(drafts.id, draft));
      const round = destroyExpiredDrafts(db());
      await wait(300);
      return { round };
    });
    await destroying.round;
    expect((await loadDraft(db(), draft))?.receipt.code).toBeTruthy();
  });
});

describe('a page that is saved in the moment in which', () => {
  const page = (...situation: string[]) => ({ S1: { situation } });
  /** Does `work` while the draft's row is held, so that whatever saves has read it and waits. */
  const whileHeld = <Begun>(draft: string, work: () => Promise<Begun>) =>
    withTransaction(db(), async (tx) => {
      await tx.select().from(drafts).where(eq(drafts.id, draft)).for('update');
      return { begun: await work() };
    });
  const waiting = async (many: number) => {
    const locked = sql`datname = current_database() and wait_event_type = 'Lock'`;
    const count = () => db().$count(sql`pg_stat_activity`, locked);
    await expect.poll(count, { timeout: 10_000 }).toBe(many);
  };

  it.each([
    ['nobody has saved it', 0],
    ['it was saved before', 1],
  ])('other tabs save it (%s) comes after them, and all but the first are told', async (_name, before) => {
    const draft = await createDraft(db(), 'FAMILY');
    if (before > 0) await saveSections(db(), draft, page('SILENT'), 0);
    const { begun } = await whileHeld(draft, async () => {
      const saves = ['CONFINED', 'TRAVELLING', 'MISSING'].map((code) =>
        saveSections(db(), draft, page(code), before),
      );
      await waiting(saves.length);
      return { saves };
    });
    const said = await Promise.all(begun.saves);
    expect(said.filter((one) => one.ok && !one.replaced)).toHaveLength(1);
    expect(said.filter((one) => one.ok && one.replaced)).toHaveLength(2);
    expect((await loadDraft(db(), draft))?.sections.S1?.version).toBe(before + 3);
  });

  it('its draft is sent is refused, and not stored beside the report', async () => {
    const draft = await typeReport(db(), 'WITNESS', LEAST.WITNESS);
    const { begun } = await whileHeld(draft, async () => {
      const sent = submitReport(db(), draft, 'ko');
      await waiting(1);
      const saved = saveSections(db(), draft, { S1: { narrative: ['늦게 적은 말'] } }, 1);
      await waiting(2);
      return { sent, saved };
    });
    expect(await begun.sent).toMatchObject({ ok: true });
    expect(await begun.saved).toEqual({ ok: false, reason: 'sent' });
    expect(await db().$count(draftSections, eq(draftSections.draftId, draft))).toBe(0);
  });

  it('its draft is destroyed is refused', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const { begun } = await whileHeld(draft, async () => {
      const gone = destroyDraft(db(), draft);
      await waiting(1);
      const saved = saveSections(db(), draft, page('SILENT'), 0);
      await waiting(2);
      return { gone, saved };
    });
    await begun.gone;
    expect(await begun.saved).toEqual({ ok: false, reason: 'gone' });
  });

  it('its draft ends is refused', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const saved = await withTransaction(db(), async (tx) => {
      await tx.update(drafts).set({ expiresAt: START }).where(eq(drafts.id, draft));
      const late = saveSections(db(), draft, page('SILENT'), 0);
      await waiting(1);
      return { late };
    });
    expect(await saved.late).toEqual({ ok: false, reason: 'gone' });
    expect(await db().$count(draftSections, eq(draftSections.draftId, draft))).toBe(0);
  });

  it('another tab saves it quietly, which moves no version, comes after that and is told', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    await saveSections(db(), draft, page('SILENT'), 0);
    const { begun } = await whileHeld(draft, async () => {
      const quiet = saveQuietly(db(), draft, page('CONFINED'), 1, { page: 'other', after: '' });
      await waiting(1);
      const saved = saveSections(db(), draft, page('MISSING'), 1, 'ko', { page: 'this', after: '' });
      await waiting(2);
      return { quiet, saved };
    });
    expect(await begun.quiet).toEqual({ ok: true });
    expect(await begun.saved).toEqual({ ok: true, replaced: true });
    expect((await loadDraft(db(), draft))?.sections.S1?.answers).toEqual({ situation: ['MISSING'] });
  });
});

describe('a draft that was sent', () => {
  it('is its receipt alone: what was not to be kept, and what is kept apart, does not lie there for a day', async () => {
    const answers = { ...LEAST.RETURNEE, passport_number: ['M12345678'], forced_tasks: ['VOICE_PHISHING'] };
    const { draft, receipt } = await fileReport(db(), 'RETURNEE', answers);
    expect(await db().$count(draftSections, eq(draftSections.draftId, draft))).toBe(0);
    expect(await loadDraft(db(), draft)).toMatchObject({ receipt, sections: {} });
  });
});
