import 'server-only';
import { and, asc, count, desc, eq, lt, lte, type SQLWrapper, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '@/db/client';
import { keptCounts } from '@/db/schema/erasures';
import { periods } from '@/db/schema/periods';
import { reports, reportTransitions } from '@/db/schema/reports';
import { statisticsSnapshots } from '@/db/schema/statistics';
import { type Day, endOf } from './calendar';
import {
  type Counts,
  fixedCells,
  NOT_GIVEN,
  type Outcome,
  type Partition,
  type Publication,
  stageOf,
} from './tables';

/**
 * What has been recorded of cases up to a moment. Lives with the cases, which stand below this floor; whoever runs the job hands it in.
 */
export type CountOutcomes = (tx: Tx, before: Date) => Promise<Record<Outcome, number>>;

/** The newest publication, or null before the first. One row by its index, however many reports there are. */
export async function newestPublication(db: Db): Promise<Publication | null> {
  const [row] = await db
    .select({ tables: statisticsSnapshots.tables })
    .from(statisticsSnapshots)
    .orderBy(desc(statisticsSnapshots.through))
    .limit(1);
  return (row?.tables as { publication: Publication | null } | undefined)?.publication ?? null;
}

/** Whether the week that ends on this day has been dealt with, whatever came of it. */
export async function isDealtWith(db: Db, through: Day): Promise<boolean> {
  const found = await db
    .select({ id: statisticsSnapshots.id })
    .from(statisticsSnapshots)
    .where(eq(statisticsSnapshots.through, through))
    .limit(1);
  return found.length > 0;
}

/**
 * Where a report stood at a moment. Only those that have moved since are looked up in their history, so that what staff do today shows no
 * sooner than what arrives today.
 */
const stateAt = (
  moment: Date,
) => sql<string>`case when ${reports.stateChangedAt} < ${moment.toISOString()}::timestamptz
  then ${reports.state} else coalesce((
    select ${reportTransitions.toState} from ${reportTransitions}
    where ${reportTransitions.reportId} = ${reports.id} and ${reportTransitions.changedAt} < ${moment.toISOString()}::timestamptz
    order by ${reportTransitions.changedAt} desc limit 1), 'RECEIVED') end`;

const dayInSeoul = sql<Day>`to_char(${reports.receivedAt} at time zone 'Asia/Seoul', 'YYYY-MM-DD')`;

/** Nothing may be null in a column that is counted by: null says that a row of the grouping is not about it. */
const orNone = (column: SQLWrapper) => sql<string>`coalesce(${column}, ${NOT_GIVEN})`;

/** What is still counted of reports that were erased (lib/retention). */
const erasedReports = (tx: Tx, through: Day) =>
  tx
    .select({
      included: keptCounts.included,
      period: orNone(sql`${keptCounts.periodId}::text`).as('period'),
      kind: orNone(keptCounts.kind).as('kind'),
      level: orNone(keptCounts.level).as('level'),
      province: orNone(keptCounts.province).as('province'),
      state: orNone(keptCounts.state).as('state_then'),
      day: sql<Day>`${keptCounts.day}::text`.as('day'),
    })
    .from(keptCounts)
    .where(and(eq(keptCounts.what, 'REPORT'), lte(keptCounts.day, through)));

/** Counts every report that had arrived by the end of a day, erased since or not, by each of the tables, in one pass over them. */
export async function countReports(
  tx: Tx,
  through: Day,
  countOutcomes: CountOutcomes | null,
): Promise<Counts> {
  const end = endOf(through);
  const here = tx
    .select({
      included: reports.inStatistics,
      period: orNone(sql`${reports.periodId}::text`).as('period'),
      kind: orNone(reports.kind).as('kind'),
      level: orNone(reports.level).as('level'),
      province: orNone(reports.province).as('province'),
      state: stateAt(end).as('state_then'),
      day: dayInSeoul.as('day'),
    })
    .from(reports)
    .where(lt(reports.receivedAt, end));
  const counted = unionAll(here, erasedReports(tx, through)).as('counted');
  const { included, period, kind, level, province, state, day } = counted;
  const rows = await tx
    .select({ included, period, kind, level, province, state, day, count: count() })
    .from(counted)
    .groupBy(
      sql`grouping sets ((${included}), (${included}, ${period}), (${included}, ${kind}), (${included}, ${level}), (${included}, ${province}), (${included}, ${state}), (${included}, ${day}))`,
    );
  const begun = await tx
    .select()
    .from(periods)
    .where(lte(periods.opensAt, end))
    .orderBy(asc(periods.opensAt));
  return {
    ...addUp(rows, begun),
    through,
    periods: begun.map(({ slug, nameKo, nameEn }) => ({ code: slug, ko: nameKo, en: nameEn })),
    outcomes: countOutcomes && (await countOutcomes(tx, end)),
  };
}

type Row = { included: boolean; count: number } & Partial<
  Record<'period' | 'kind' | 'level' | 'province' | 'state' | 'day', string | null>
>;

/** Each row belongs to the one column that is not null, or to the whole. */
function addUp(rows: readonly Row[], begun: readonly { id: string; slug: string }[]) {
  const slugs = new Map(begun.map(({ id, slug }) => [id, slug]));
  const none = (codes: readonly string[]): Record<string, number> =>
    Object.fromEntries(codes.map((code) => [code, 0]));
  const cells: Record<Partition, Record<string, number>> = {
    period: none([...slugs.values(), NOT_GIVEN]),
    kind: none(fixedCells.kind),
    level: none(fixedCells.level),
    province: none(fixedCells.province),
    stage: none(fixedCells.stage),
  };
  const days: Record<Day, number> = {};
  const whole = { received: 0, leftOut: 0 };
  const add = (table: Partition, code: string, more: number) => {
    cells[table][code] = (cells[table][code] ?? 0) + more;
  };
  for (const row of rows) {
    const { period, kind, level, province, state, day } = row;
    const part = period ?? kind ?? level ?? province ?? state ?? day ?? null;
    if (part === null) whole[row.included ? 'received' : 'leftOut'] += row.count;
    if (!row.included) continue;
    if (period) add('period', slugs.get(period) ?? NOT_GIVEN, row.count);
    if (kind) add('kind', kind, row.count);
    if (level) add('level', level, row.count);
    if (province) add('province', province in cells.province ? province : NOT_GIVEN, row.count);
    if (state) add('stage', stageOf(state), row.count);
    if (day) days[day] = row.count;
  }
  return { ...whole, cells, days };
}
