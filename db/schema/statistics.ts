import { date, jsonb, pgTable, unique } from 'drizzle-orm/pg-core';
import { moment, rowId } from './columns';

/**
 * What was published of the numbers, frozen: counts that were rounded and suppressed before they were stored, so that publishing them
 * again can say nothing new. One a day covered.
 */
export const statisticsSnapshots = pgTable(
  'statistics_snapshots',
  {
    id: rowId(),
    /** The last day that is counted, in Seoul. */
    through: date('through', { mode: 'string' }).notNull(),
    tables: jsonb('tables').notNull(),
    madeAt: moment('made_at').notNull(),
    publishedAt: moment('published_at').notNull(),
  },
  (table) => [unique('statistics_snapshots_through').on(table.through)],
);
