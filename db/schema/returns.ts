import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { cases, persons } from './cases';
import { bytes, moment, rowId } from './columns';
import { staffAccounts } from './staff';

/** A compound, building or hotel. Its name and place are sealed; cases point at it. */
export const sites = pgTable('sites', {
  id: rowId(),
  province: text('province'),
  sealed: bytes('sealed').notNull(),
  addedBy: uuid('added_by')
    .notNull()
    .references(() => staffAccounts.id),
  addedAt: moment('added_at').notNull(),
  version: integer('version').notNull().default(1),
});

export const caseSites = pgTable(
  'case_sites',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    addedAt: moment('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.siteId] }),
    index('case_sites_of_site').on(table.siteId),
  ],
);

/** A group brought home together. Due thirty days after it was decided. */
export const returnOperations = pgTable(
  'return_operations',
  {
    id: rowId(),
    state: text('state').notNull(),
    decidedAt: moment('decided_at').notNull(),
    dueAt: moment('due_at').notNull(),
    finishedAt: moment('finished_at'),
    /** Day, flight, from where, escort. */
    sealed: bytes('sealed').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => staffAccounts.id),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('return_operations_due').on(table.dueAt).where(sql`${table.finishedAt} is null`),
    check(
      'return_operations_state_known',
      sql`${table.state} in ('PLANNED','UNDER_WAY','DONE','CALLED_OFF')`,
    ),
  ],
);

/** Who is to come, through which case; whether they agreed is sealed under the person's key. */
export const returnPeople = pgTable(
  'return_people',
  {
    id: rowId(),
    operationId: uuid('operation_id')
      .notNull()
      .references(() => returnOperations.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    sealed: bytes('sealed').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('return_people_of_operation').on(table.operationId),
    index('return_people_of_person').on(table.personId),
  ],
);
