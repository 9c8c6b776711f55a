import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns';

/**
 * What can be searched for, without its text: keyed tokens of bigrams, cut to 16 bits, so that unrelated words share them, and keyed
 * digests of identifiers, cut to the 32 bits of an integer. A hit is opened and looked at before it is shown.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    ownerKind: text('owner_kind').notNull(),
    ownerId: uuid('owner_id').notNull(),
    /** When the report was received or the case opened: the newest is looked at first. */
    at: moment('at').notNull(),
    /** Also the week of `at`, so that words are looked up week by week (lib/search/tokens.ts). */
    tokens: integer('tokens').array().notNull(),
    identifiers: integer('identifiers').array().notNull(),
    /** Keyed digest of the Seoul day on which somebody is to leave. */
    departureDay: bytes('departure_day'),
    indexedAt: moment('indexed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerKind, table.ownerId] }),
    /** Written by a job that nobody waits for, and read week by week: nothing may wait unsorted in it. */
    index('search_documents_tokens').using('gin', table.tokens).with({ fastupdate: false }),
    index('search_documents_identifiers').using('gin', table.identifiers),
    index('search_documents_newest').on(table.at),
    index('search_documents_departure').on(table.departureDay),
  ],
);

/** What has changed and is not yet indexed; filled by triggers, so that whoever writes cannot forget it. */
export const searchDue = pgTable(
  'search_due',
  {
    ownerKind: text('owner_kind').notNull(),
    ownerId: uuid('owner_id').notNull(),
    since: moment('since').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerKind, table.ownerId] }),
    /** Each turn of the job takes the oldest, of however many wait. */
    index('search_due_oldest').on(table.since),
  ],
);
