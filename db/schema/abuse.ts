import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns';

/** How often something was tried in a window. The key is a keyed, day-salted digest: no address is kept. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    keyDigest: bytes('key_digest').notNull(),
    windowStart: moment('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.keyDigest, table.windowStart] }),
    index('rate_limits_age').on(table.windowStart),
  ],
);
