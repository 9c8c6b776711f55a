import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowId } from './columns';
import { staffAccounts } from './staff';

/**
 * What somebody at the desk is to be told, stored in the transaction of what it tells of. Ids and codes only. The desk shows it at once;
 * mail, where there is any, says no more than that something waits.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: rowId(),
    kind: text('kind').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, string | number>>().notNull(),
    createdAt: moment('created_at').notNull(),
    /** The same thing is told to a person once. */
    dedupe: text('dedupe').notNull().unique('outbox_dedupe'),
    seenAt: moment('seen_at'),
    /** Mail: when it may be tried next, how often it was, and when it was handed over. */
    nextTryAt: moment('next_try_at'),
    tries: integer('tries').notNull().default(0),
    mailedAt: moment('mailed_at'),
  },
  (table) => [
    index('outbox_unseen').on(table.staffId, table.createdAt).where(sql`${table.seenAt} is null`),
    index('outbox_of_staff').on(table.staffId, table.createdAt),
    index('outbox_to_mail')
      .on(table.nextTryAt)
      .where(sql`${table.mailedAt} is null and ${table.nextTryAt} is not null`),
    /** What is kept no longer, and what goes with a report or a case that is erased. */
    index('outbox_by_age').on(table.createdAt),
    index('outbox_of_subject').on(table.subjectId, table.kind, table.createdAt),
  ],
);

/** Texts that staff start a message from, in both languages. They name nobody. */
export const messageTemplates = pgTable('message_templates', {
  id: rowId(),
  slug: text('slug').notNull().unique('message_templates_slug'),
  titleKo: text('title_ko').notNull(),
  titleEn: text('title_en').notNull(),
  textKo: text('text_ko').notNull(),
  textEn: text('text_en').notNull(),
  /** No longer offered. */
  retiredAt: moment('retired_at'),
  version: integer('version').notNull().default(1),
});
