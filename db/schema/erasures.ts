import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';

/**
 * What was erased, when and why: the ledger, a row for each report, case, person or return operation that is gone. Its lines are chained by MAC and
 * shipped outside the database (lib/retention/ledger), so that a database restored from before can be made to forget again.
 */
export const erasures = pgTable(
  'erasures',
  {
    id: rowId(),
    /** The place in the ledger, without a gap from 1. */
    seq: integer('seq').notNull().unique('erasures_seq'),
    ownerKind: text('owner_kind').notNull(),
    ownerId: uuid('owner_id').notNull(),
    erasedAt: moment('erased_at').notNull(),
    /** PERIOD: its time was over. REQUEST: the reporter, or whom it is about, asked for it. DESK: two people decided it. */
    why: text('why').notNull(),
    mac: text('mac').notNull(),
    /** Who asked and who agreed; null for the job. */
    askedBy: uuid('asked_by'),
    agreedBy: uuid('agreed_by'),
    /** Written to the log, and to the file where there is a disk. */
    shippedAt: moment('shipped_at'),
    /** Keyed digest of an erased report's receipt code, so that its holder is told; forgotten after a while. */
    receiptDigest: bytes('receipt_digest').unique('erasures_receipt_digest'),
  },
  (table) => [
    index('erasures_of_owner').on(table.ownerKind, table.ownerId),
    index('erasures_unshipped').on(table.seq).where(sql`${table.shippedAt} is null`),
    index('erasures_told').on(table.erasedAt).where(sql`${table.receiptDigest} is not null`),
    check('erasures_owner_known', sql`${table.ownerKind} in ('report','case','person','return')`),
    check('erasures_why_known', sql`${table.why} in ('PERIOD','REQUEST','DESK')`),
    check(
      'erasures_two_people',
      sql`(${table.askedBy} is null) = (${table.agreedBy} is null) and (${table.agreedBy} is null or ${table.agreedBy} <> ${table.askedBy})`,
    ),
  ],
);

/**
 * What published numbers still count of what was erased: codes of one report or case without its id, its reference or the time of day. A report that
 * was not to be counted leaves its day alone.
 */
export const keptCounts = pgTable(
  'kept_counts',
  {
    id: rowId(),
    /** REPORT, or an outcome of a case (CLOSED, SAFETY_UNCONFIRMED). */
    what: text('what').notNull(),
    /** In Seoul: when the report arrived, or the case was closed. */
    day: date('day', { mode: 'string' }).notNull(),
    included: boolean('included').notNull(),
    periodId: uuid('period_id'),
    kind: text('kind'),
    level: text('level'),
    province: text('province'),
    state: text('state'),
  },
  (table) => [
    check('kept_counts_what_known', sql`${table.what} in ('REPORT','CLOSED','SAFETY_UNCONFIRMED')`),
    check(
      'kept_counts_only_included',
      sql`${table.included} or (${table.periodId} is null and ${table.kind} is null and ${table.level} is null and ${table.province} is null and ${table.state} is null)`,
    ),
  ],
);
