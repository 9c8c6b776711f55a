import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';
import { reports } from './reports';

/** A report being written. Its data key is destroyed with it, 24 hours after it began or when the receipt is confirmed. */
export const drafts = pgTable(
  'drafts',
  {
    id: rowId(),
    kind: text('kind').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** Reference and receipt code, made before sending, so that a retry or a reload shows the same receipt. */
    sealedReceipt: bytes('sealed_receipt').notNull(),
    reportId: uuid('report_id').references(() => reports.id),
    /** The report that this draft adds to, opened by its receipt code; null for a report of its own. */
    addsTo: uuid('adds_to').references(() => reports.id),
    /** Keyed digest of the code that opens the draft in another browser. */
    resumeDigest: bytes('resume_digest').unique('drafts_resume_digest'),
  },
  (table) => [index('drafts_expiry').on(table.expiresAt)],
);

/** One section of a draft, as it was last posted; `version` tells a second tab that it is late. */
export const draftSections = pgTable(
  'draft_sections',
  {
    id: rowId(),
    draftId: uuid('draft_id')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    section: text('section').notNull(),
    version: integer('version').notNull(),
    sealed: bytes('sealed').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (table) => [unique('draft_sections_once').on(table.draftId, table.section)],
);
