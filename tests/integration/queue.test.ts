import { randomUUID } from 'node:crypto';
import { eq, type SQL, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseReports, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { searchDocuments } from '@/db/schema/search';
import { departureToday } from '@/lib/cases/departure-day';
import { SAME_PRESS, takeNext } from '@/lib/cases/queue/commands';
import {
  countStatement,
  countViews,
  listWork,
  type WorkFilters,
  workStatement,
} from '@/lib/cases/queue/queries';
import {
  readWorkCursor,
  shownCount,
  WORK_VIEWS,
  type WorkView,
  writeWorkCursor,
} from '@/lib/cases/queue/views';
import { assignCase, assignReport, recuse } from '@/lib/cases/team/commands';
import { DAY, HOUR, MINUTE, setClock } from '@/lib/clock';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { makeTeam, on, openTestCase, screenedReport, type Team } from '../support/desk-team';
import { storeTestReport } from '../support/stored-report';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const ALL: WorkFilters = { view: 'all', level: null, kind: null, province: null, after: null };
const CONFINED = { S1: { situation: ['CONFINED'] } };
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

let database: TestDatabase;
let team: Team;
const db = () => database.db;
const refs = async (filters: Partial<WorkFilters> = {}, actor = team.worker) =>
  (await listWork(db(), actor, { ...ALL, ...filters })).items.map((item) => item.ref);

afterEach(() => setClock(undefined));

describe('the queue', () => {
  beforeAll(async () => {
    database = await openTestDatabase();
    team = await makeTeam(db());
  });
  beforeEach(async () => {
    setClock(START);
    await db().execute(sql`update reports set state = 'INTEL_ONLY'`);
    await db().execute(
      sql`update cases set state = 'CLOSED', disposition = 'RETURNED_SAFE', closed_at = now()`,
    );
  });
  afterAll(() => database.close());

  it('holds reports and cases together: by level, then what is due first', async () => {
    const slow = await storeTestReport(db(), DETAINED);
    later(HOUR);
    const urgent = await storeTestReport(db(), CONFINED);
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    later(2 * HOUR);
    const page = await listWork(db(), team.worker, ALL);
    expect(page.items.map(({ ref, level, overdue }) => [ref, level, overdue])).toEqual([
      [urgent.reference, 'U2', true],
      [number, 'U2', true],
      [slow.reference, 'U3', true],
    ]);
    expect(page.items.map((item) => item.dueAt?.getTime())).toEqual([
      START.getTime() + HOUR + 30 * MINUTE,
      START.getTime() + 2 * HOUR,
      START.getTime() + 2 * HOUR,
    ]);
    expect(await refs({ kind: 'CASE' })).toEqual([number]);
    expect(await refs({ level: 'U3' })).toEqual([slow.reference]);
    expect(await refs({ view: 'agency-silent', kind: 'REPORT' })).toEqual([]);
  });

  it('is cut by key, without gaps and without doubles', async () => {
    for (let index = 0; index < 55; index += 1) await storeTestReport(db(), index % 2 ? CONFINED : DETAINED);
    const first = await listWork(db(), team.worker, ALL);
    const after = readWorkCursor(first.next ? writeWorkCursor(first.next) : undefined);
    const second = await listWork(db(), team.worker, { ...ALL, after });
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 5, null]);
    expect(new Set([...first.items, ...second.items].map((item) => item.ref)).size).toBe(55);
    expect(['', 'U9.1.1.x', `U1.1.1.${randomUUID()}'`].map(readWorkCursor)).toEqual([null, null, null]);
  });

  it('every view holds what it says, and counts it', async () => {
    const mine = await screenedReport(db(), team.intake, DETAINED);
    await assignReport(db(), team.worker, mine.reference, { staffId: team.worker.id, seen: null });
    const barred = await screenedReport(db(), team.intake, { ...DETAINED, S0: { contact_risk: ['RISKY'] } });
    const { number, id, report } = await openTestCase(db(), team.intake, CONFINED);
    const expected: Record<WorkView, string[]> = {
      all: [number, mine.reference, barred.reference],
      mine: [mine.reference],
      'urgent-unassigned': [number],
      'due-soon': [],
      news: [],
      'agency-silent': [number],
      'safety-unconfirmed': [number],
      'recontact-due': [number],
      'do-not-contact': [barred.reference],
      'leaving-today': [number],
    };
    await db().update(cases).set({ agencyDueAt: START, recontactAt: START }).where(eq(cases.id, id));
    const departureDay = await departureToday(db(), START);
    await db().insert(searchDocuments).values({
      ownerKind: 'report',
      ownerId: report.id,
      at: START,
      tokens: [],
      identifiers: [],
      departureDay,
      indexedAt: START,
    });
    const counts = await countViews(db(), team.worker);
    for (const view of WORK_VIEWS) {
      expect([view, (await refs({ view })).toSorted()]).toEqual([view, expected[view].toSorted()]);
      expect([view, counts[view]]).toEqual([view, expected[view].length]);
    }
    later(35 * MINUTE);
    expect(await refs({ view: 'due-soon' })).toEqual([number]);
    later(DAY);
    expect(await refs({ view: 'leaving-today' })).toEqual([]);
    for (const actor of [team.admin, team.auditor]) {
      expect(await refs({}, actor)).toEqual([]);
      expect(Object.values(await countViews(db(), actor)).every((count) => count === 0)).toBe(true);
    }
  });

  it('hides a case from who has stepped back from it', async () => {
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    await recuse(db(), team.worker, await on(db(), number), { staffId: team.worker.id, reason: '아는 사람' });
    expect(await refs()).toEqual([]);
    expect(await refs({}, team.other)).toEqual([number]);
    expect((await countViews(db(), team.worker)).all).toBe(0);
    expect(await takeNext(db(), team.worker, randomUUID())).toMatchObject({ reason: 'nothing-left' });
  });

  it('gives what is next to one person each, however many ask at once', async () => {
    for (let index = 0; index < 3; index += 1) await storeTestReport(db(), DETAINED);
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    const taken = await Promise.all([
      takeNext(db(), team.worker, randomUUID()),
      takeNext(db(), team.other, randomUUID()),
      takeNext(db(), team.lead, randomUUID()),
      takeNext(db(), team.second, randomUUID()),
    ]);
    const got = taken.map((one) => (one.ok ? one.ref : ''));
    expect(new Set(got).size).toBe(4);
    expect(got).toContain(number);
    expect(await takeNext(db(), team.worker, randomUUID())).toMatchObject({ reason: 'nothing-left' });
    expect(await takeNext(db(), team.admin, randomUUID())).toMatchObject({ reason: 'forbidden' });
  });

  it('takes one thing by one form, pressed twice or in two tabs, and the next by another', async () => {
    const { number } = await openTestCase(db(), team.intake, CONFINED);
    for (let index = 0; index < 3; index += 1) await storeTestReport(db(), DETAINED);
    const form = randomUUID();
    const press = () => takeNext(db(), team.worker, form);
    const [one, two, third] = await Promise.all([press(), press(), press()]);
    const first = one.ok ? one.ref : '';
    expect(first).toBe(number);
    expect([two, third, await press()].map((taken) => taken.ok && taken.ref)).toEqual([first, first, first]);
    const mine = async () => (await refs({ view: 'mine' })).length;
    expect(await mine()).toBe(1);
    // Another person's form is another form, even with the same key.
    const others = await takeNext(db(), team.other, form);
    expect(others.ok && others.ref).not.toBe(first);
    // Given back it is the next again. A page left open takes anew.
    await assignCase(db(), team.worker, await on(db(), first), null);
    expect(await press()).toEqual({ ok: true, kind: 'CASE', ref: first });
    later(SAME_PRESS);
    const next = await press();
    expect(next.ok && next.ref).not.toBe(first);
    expect(await mine()).toBe(2);
  });

  it('takes one thing by a form pressed twice at once, after what it took before was given back', async () => {
    const { number, id } = await openTestCase(db(), team.intake, CONFINED);
    for (let index = 0; index < 2; index += 1) await storeTestReport(db(), DETAINED);
    const form = randomUUID();
    const press = () => takeNext(db(), team.worker, form);
    expect(await press()).toMatchObject({ ref: number });
    await assignCase(db(), team.worker, await on(db(), number), null);
    later(MINUTE);
    // Both have read what the form took before, and wait for it, before either takes it.
    const both = await db().transaction(async (tx) => {
      await tx.select().from(cases).where(eq(cases.id, id)).for('update');
      const pressed = [press(), press()];
      await new Promise((done) => setTimeout(done, 500));
      return { pressed };
    });
    const got = await Promise.all(both.pressed);
    expect(got.map((taken) => taken.ok && taken.ref)).toEqual([number, number]);
    expect(await refs({ view: 'mine' })).toEqual([number]);
  });
});

/** A hundred thousand of each, one in a hundred open: what the planner does here it does at a million. */
describe('with 100,000 reports and cases', () => {
  const ROWS = 100_000;
  beforeAll(async () => {
    setClock(START);
    database = await openTestDatabase();
    team = await makeTeam(db());
    await db().execute(sql`insert into reports (id, reference, kind, state, level, points, locale, received_at, state_changed_at, receipt_digest, submission_key, contact_risk)
      select gen_random_uuid(), 'NR-' || upper(translate(lpad(to_hex(n / 65536), 4, '0'), '01', 'XY') || '-' || translate(lpad(to_hex(n % 65536), 4, '0'), '01', 'XY')),
        'FAMILY', case when n % 100 = 0 then 'RECEIVED' else 'INTEL_ONLY' end, 'U' || (1 + n % 5), n % 100, 'ko',
        ${START.toISOString()}::timestamptz - n * interval '1 minute', ${START.toISOString()}::timestamptz, sha256(n::text::bytea), 'bulk-' || n,
        case when n % 7 = 0 then 'RISKY' end
      from generate_series(1, ${ROWS}) n`);
    await db().execute(sql`insert into cases (id, number, state, state_changed_at, level, computed_level, points, opened_at, received_at, disposition, closed_at, next_due_at)
      select gen_random_uuid(), 'CA-2025-' || lpad(n::text, 6, '0'), case when n % 100 = 0 then 'TRIAGED' else 'CLOSED' end, ${START.toISOString()}::timestamptz,
        'U' || (1 + n % 5), 'U3', n % 100, ${START.toISOString()}::timestamptz, ${START.toISOString()}::timestamptz,
        case when n % 100 <> 0 then 'RETURNED_SAFE' end, case when n % 100 <> 0 then ${START.toISOString()}::timestamptz end,
        case when n % 100 = 0 then ${START.toISOString()}::timestamptz + n * interval '1 minute' end
      from generate_series(1, ${ROWS}) n`);
    await db().execute(sql`analyze reports, cases, case_reports, search_documents`);
  }, 300_000);
  afterAll(() => database.close());

  const plan = async (statement: SQL) => {
    const { rows } = (await db().execute(sql`explain (analyze, format json) ${statement}`)) as unknown as {
      rows: { 'QUERY PLAN': unknown }[];
    };
    return JSON.stringify(rows);
  };
  const scansAll = (text: string) =>
    [...text.matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(reports|cases)"/g)].map(
      (found) => found[1],
    );

  it('there are that many', async () => {
    const [{ held }] = (await db().select({ held: sql<number>`count(*)::integer` }).from(reports)) as [
      { held: number },
    ];
    expect(held).toBe(ROWS);
    expect(await db().select().from(caseReports)).toEqual([]);
  });

  it.each(WORK_VIEWS)('no page of "%s" reads closed rows', async (view) => {
    setClock(START);
    const text = await plan(await workStatement(db(), team.worker, { ...ALL, view }));
    expect(scansAll(text)).toEqual([]);
  });

  it('no count reads closed rows, and stops at 99+', async () => {
    setClock(START);
    const text = await plan(await countStatement(db(), team.worker));
    expect(scansAll(text)).toEqual([]);
    const counts = await countViews(db(), team.worker);
    expect([counts.all, shownCount(counts.all), shownCount(99)]).toEqual([100, '99+', '99']);
  });

  it('a page far down costs what the first one costs', async () => {
    setClock(START);
    let after: WorkFilters['after'] = null;
    const seen = new Set<string>();
    for (let page = 0; page < 10; page += 1) {
      const found = await listWork(db(), team.worker, { ...ALL, after });
      for (const item of found.items) seen.add(item.ref);
      after = found.next;
    }
    expect(seen.size).toBe(500);
  });
});
