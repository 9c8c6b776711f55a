import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns';
import { staffAccounts } from './staff';

/** What an operator sets, a row a matter (lib/settings). Everything in it is meant for everybody to read. */
export const settings = pgTable(
  'settings',
  {
    name: text('name').primaryKey(),
    value: jsonb('value').notNull(),
    version: integer('version').notNull(),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => staffAccounts.id),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [check('settings_known', sql`${table.name} in ('OPERATOR','NUMBERS','RETENTION')`)],
);
