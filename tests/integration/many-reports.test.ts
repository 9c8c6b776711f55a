import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readWhole } from '@/bin/support/bench/desk-plans';
import { loadFast } from '@/bin/support/bench/fast-loader';
import { withTransaction } from '@/db/client';
import { caseEvents, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { searchDocuments, searchDue } from '@/db/schema/search';
import { verifyAudit } from '@/lib/audit/queries';
import { lockCase } from '@/lib/cases/case-work/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import {
  countStatement,
  countViews,
  listWork,
  type WorkFilters,
  type WorkItem,
  workStatement,
} from '@/lib/cases/queue/queries';
import { WORK_VIEWS } from '@/lib/cases/queue/views';
import { readCase } from '@/lib/cases/reading/commands';
import { refreshCase } from '@/lib/cases/refreshing/commands';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { searchReports } from '@/lib/search/commands';
import { indexDue } from '@/lib/search/indexing/commands';
import { reporterKinds } from '@/lib/urgency/answers';
import { levels } from '@/lib/urgency/levels';
import { makeCrew } from '@/seeds/demo/many/crew';
import { loadMany } from '@/seeds/demo/many/load';
import { loadReference } from '@/seeds/reference/load';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { makeTeam, type Team } from '../support/desk-team';
import { foreignKeys, rowsWithoutTheirs } from '../support/foreign-keys';

const REPORTS = 900;
let database: TestDatabase;
let team: Team;
const db = () => database.db;

/** Made-up reports in numbers: as good as real ones to everything that reads them, and read through indexes. */
/** Through one driver: half a minute through the other would say nothing else. */
describe.runIf(inject('driver') === 'pg')('many made-up reports', () => {
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadReference(db());
    team = await makeTeam(db());
    const crew = await makeCrew(db(), 1);
    // In three goes, as a database that grows; the last by the fast loader, which is held to the same.
    await loadMany(db(), { reports: 200, open: 0.08, seed: 7, crew });
    await loadMany(db(), { reports: 100, open: 0.08, seed: 7, crew, from: 200 });
    const adminUrl = Object.assign(new URL(inject('adminUrl')), { pathname: new URL(database.url).pathname });
    const fast = { reports: REPORTS - 300, open: 0.08, seed: 7, crew, from: 300 };
    await loadFast({ url: database.url, adminUrl: adminUrl.href }, fast);
  });
  afterAll(() => database.close());

  it('are of every kind and level, open and decided, in cases and alone', async () => {
    const rows = await db().select().from(reports);
    expect(rows.length).toBe(REPORTS);
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(reporterKinds));
    expect(new Set(rows.map((row) => row.level))).toEqual(new Set(levels));
    const open = rows.filter((row) => row.state === 'RECEIVED' || row.state === 'SCREENING').length;
    expect(open / REPORTS).toBeGreaterThan(0.05);
    expect(open / REPORTS).toBeLessThan(0.11);
    expect(new Set(rows.map((row) => row.locale))).toEqual(new Set(['ko', 'en']));
  });

  it('leave an audit that verifies, an index that is whole, and clocks that nothing is due of', async () => {
    expect((await verifyAudit(db())).breaks).toEqual([]);
    expect(await db().select().from(searchDue)).toEqual([]);
    const kept = await db().select().from(searchDocuments).orderBy(asc(searchDocuments.ownerId)).limit(40);
    for (const { ownerKind, ownerId } of kept) await db().insert(searchDue).values({ ownerKind, ownerId });
    expect(await indexDue(db())).toBe(40);
    const again = await db().select().from(searchDocuments).orderBy(asc(searchDocuments.ownerId)).limit(40);
    const told = (rows: typeof kept) => rows.map(({ indexedAt: _, ...row }) => row);
    expect(told(again)).toEqual(told(kept));
    expect(await runClocks(db())).toMatchObject({ started: 0, met: 0, followed: 0 });
  });

  it('name nothing that is not there', async () => {
    const keys = await foreignKeys(db());
    expect(keys.length).toBeGreaterThan(40);
    for (const key of keys)
      expect({ key, rows: await rowsWithoutTheirs(db(), key) }).toEqual({ key, rows: 0 });
  });

  it('stand in the queue as the work itself would have left them', async () => {
    const open = await db().select().from(cases).where(sql`${cases.state} <> 'CLOSED'`);
    expect(open.length).toBeGreaterThan(10);
    for (const row of open)
      await withTransaction(db(), async (tx) => {
        const locked = await lockCase(tx, row.id);
        if (!locked) throw new Error('a case vanished');
        expect({ ...(await refreshCase(tx, locked)), version: 0 }).toEqual({ ...row, version: 0 });
      });
    const counts = await countViews(db(), team.worker);
    expect(counts.all).toBeGreaterThan(80);
    expect((await listWork(db(), team.worker, filtersOf('all'))).items).toHaveLength(50);
  });

  it('are paged through in one order, without gaps and without doubles', async () => {
    const seen: WorkItem[] = [];
    for (let after: WorkFilters['after'] = null, more = true; more; ) {
      const page = await listWork(db(), team.worker, { ...filtersOf('all'), after });
      seen.push(...page.items);
      after = page.next;
      more = after !== null;
    }
    const key = ({ level, dueAt, points, id }: WorkItem) =>
      `${level} ${dueAt?.toISOString() ?? '9999'} ${1_000 - points} ${id}`;
    expect(seen.map(key)).toEqual(seen.map(key).toSorted());
    expect(new Set(seen.map((item) => item.id)).size).toBe(seen.length);
    const [open] = await db()
      .select({
        count: sql<number>`count(*)::integer + (select count(*)::integer from ${cases} where state <> 'CLOSED')`,
      })
      .from(reports)
      .where(sql`${reports.state} in ('RECEIVED','SCREENING')`);
    expect(seen.length).toBe(open?.count);
  });

  it('open, with their cases, and are found by their words', async () => {
    for (const { reference } of await db().select().from(reports).orderBy(asc(reports.reference)).limit(8)) {
      const opened = await readReport(db(), team.worker, reference);
      expect(Object.keys(opened?.answers ?? {}).length).toBeGreaterThan(0);
      expect(opened?.assessment?.level).toBe(opened?.level);
    }
    const longest = db()
      .select({ id: caseEvents.caseId })
      .from(caseEvents)
      .groupBy(caseEvents.caseId)
      .orderBy(sql`count(*) desc`)
      .limit(1);
    const [row] = await db().select().from(cases).where(eq(cases.id, longest));
    const opened = await readCase(db(), team.worker, row?.number ?? '');
    expect(opened?.timeline.length).toBeGreaterThan(8);
    expect((await searchReports(db(), team.worker, '감금')).hits.length).toBeGreaterThan(5);
  });

  /** Asked not to, the planner reads a table whole only where no index serves; a table of few pages it may rightly read whole otherwise. */
  const withoutIndex = (statement: SQL) =>
    db().transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return readWhole(tx, statement);
    });

  it.each(WORK_VIEWS)('"%s" reads no growing table whole', async (view) => {
    expect(await withoutIndex(await workStatement(db(), team.worker, filtersOf(view)))).toEqual([]);
  });

  it('neither do the counts', async () => {
    expect(await withoutIndex(await countStatement(db(), team.worker))).toEqual([]);
  });
});

const filtersOf = (view: (typeof WORK_VIEWS)[number]) => ({
  view,
  level: null,
  kind: null,
  province: null,
  after: null,
});
