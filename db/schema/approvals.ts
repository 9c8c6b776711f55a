import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';
import { staffAccounts } from './staff';

/** Something that takes a second person, waiting for one. What is asked and why are sealed under the key of what it is about. */
export const approvals = pgTable(
  'approvals',
  {
    id: rowId(),
    act: text('act').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** What of it is asked about where there can be several, a hand-over of a case; empty where it is the whole. */
    refId: uuid('ref_id'),
    state: text('state').notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => staffAccounts.id),
    requestedAt: moment('requested_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    decidedBy: uuid('decided_by').references(() => staffAccounts.id),
    decidedAt: moment('decided_at'),
    sealed: bytes('sealed').notNull(),
    /** Why it was declined. */
    sealedAnswer: bytes('sealed_answer'),
  },
  (table) => [
    /** One open request for an act and what it is done to: two would be decided against each other. */
    uniqueIndex('approvals_one_open')
      .on(table.act, table.subjectId, sql`coalesce(${table.refId}, ${table.subjectId})`)
      .where(sql`${table.state} = 'PENDING'`),
    index('approvals_pending').on(table.expiresAt).where(sql`${table.state} = 'PENDING'`),
    index('approvals_of_subject').on(table.subjectId, table.requestedAt),
    check(
      'approvals_state_known',
      sql`${table.state} in ('PENDING','APPROVED','DECLINED','EXPIRED','CANCELLED')`,
    ),
    check(
      'approvals_two_people',
      sql`${table.decidedBy} is null or ${table.decidedBy} <> ${table.requestedBy}`,
    ),
    check(
      'approvals_decided_whole',
      sql`(${table.state} in ('APPROVED','DECLINED')) = (${table.decidedBy} is not null)`,
    ),
  ],
);

/** Who is on duty: whoever is told when a clock has run out. */
export const staffDuty = pgTable('staff_duty', {
  staffId: uuid('staff_id')
    .primaryKey()
    .references(() => staffAccounts.id),
  since: moment('since').notNull(),
  /** Who marked them: themselves or a supervisor. */
  markedBy: uuid('marked_by')
    .notNull()
    .references(() => staffAccounts.id),
});
