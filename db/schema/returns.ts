import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cases, persons } from './cases';
import { bytes, moment, rowId } from './columns';
import { staffAccounts } from './staff';

/** People brought home together. State and times stand in the clear; flight, route and escort are under the operation's own key. */
export const returns = pgTable(
  'returns',
  {
    id: rowId(),
    state: text('state').notNull(),
    stateChangedAt: moment('state_changed_at').notNull(),
    /** Its 30 days count from here. */
    decidedAt: moment('decided_at').notNull(),
    plannedAt: moment('planned_at'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => staffAccounts.id),
    createdAt: moment('created_at').notNull(),
    sealed: bytes('sealed').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('returns_open').on(table.decidedAt).where(sql`${table.state} in ('PLANNED','UNDERWAY')`),
    check('returns_state_known', sql`${table.state} in ('PLANNED','UNDERWAY','DONE','CANCELLED')`),
  ],
);

/** Who is to come along, through which case, and what they said to it. */
export const returnPersons = pgTable(
  'return_persons',
  {
    id: rowId(),
    returnId: uuid('return_id')
      .notNull()
      .references(() => returns.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    addedAt: moment('added_at').notNull(),
    removedAt: moment('removed_at'),
    answeredBy: uuid('answered_by').references(() => staffAccounts.id),
    answeredAt: moment('answered_at'),
    /** The answer and a note on it, under the operation's key. */
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    uniqueIndex('return_persons_once')
      .on(table.returnId, table.personId)
      .where(sql`${table.removedAt} is null`),
    index('return_persons_of_person').on(table.personId),
    index('return_persons_of_case').on(table.caseId),
  ],
);
