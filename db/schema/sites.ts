import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { cases, persons } from './cases';
import { bytes, moment, rowId } from './columns';
import { staffAccounts } from './staff';

/** A compound, a building, a hotel. Only its province stands in the clear; names, coordinates and notes are under the site's own key. */
export const sites = pgTable('sites', {
  id: rowId(),
  province: text('province'),
  /** Null: it came with the reference data. */
  addedBy: uuid('added_by').references(() => staffAccounts.id),
  addedAt: moment('added_at').notNull(),
  sealed: bytes('sealed').notNull(),
  version: integer('version').notNull().default(1),
});

/** What a site is found by: keyed digests of its names, of their beginnings and sounds, and of the squares of the map around it. */
export const siteKeys = pgTable(
  'site_keys',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    digest: bytes('digest').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.digest] }),
    index('site_keys_digest').on(table.digest),
  ],
);

/** A site that a case, or one of its people, is tied to: where in it, when and from whom that is known, under the case's key. */
export const caseSites = pgTable(
  'case_sites',
  {
    id: rowId(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    personId: uuid('person_id').references(() => persons.id),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staffAccounts.id),
    recordedAt: moment('recorded_at').notNull(),
    removedAt: moment('removed_at'),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [index('case_sites_of_case').on(table.caseId), index('case_sites_of_site').on(table.siteId)],
);
