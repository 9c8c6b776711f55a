import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';
import { periods } from './periods';
import { staffAccounts } from './staff';

/**
 * What stands here in the clear is what security.md lists and nothing else: kind, province, level and points, states, times, period,
 * locale, contact risk, reference, counts, who is assigned.
 */
export const reports = pgTable(
  'reports',
  {
    id: rowId(),
    reference: text('reference').notNull().unique('reports_reference'),
    kind: text('kind').notNull(),
    viaSos: boolean('via_sos').notNull().default(false),
    state: text('state').notNull(),
    level: text('level').notNull(),
    points: integer('points').notNull(),
    province: text('province'),
    contactRisk: text('contact_risk'),
    locale: text('locale').notNull(),
    periodId: uuid('period_id').references(() => periods.id),
    receivedAt: moment('received_at').notNull(),
    stateChangedAt: moment('state_changed_at').notNull(),
    openedAt: moment('opened_at'),
    assignedTo: uuid('assigned_to').references(() => staffAccounts.id),
    /** Keyed digest of the receipt code; the code itself is nowhere but in the draft until the person has confirmed it. */
    receiptDigest: bytes('receipt_digest').notNull().unique('reports_receipt_digest'),
    /** The draft's id, or the digest of a sos form's nonce: the same report sent again meets itself here. */
    submissionKey: text('submission_key').notNull().unique('reports_submission_key'),
    /** Whether published numbers may count it: only when that was agreed to (K6). */
    inStatistics: boolean('in_statistics').notNull().default(false),
    /** Since when contact is released although contact_risk says RISKY; null while it is barred (contact_releases says by whom). */
    contactReleasedAt: moment('contact_released_at'),
    /** A person has set the level: computations no longer replace it by themselves (lib/urgency/standing.ts). */
    levelManual: boolean('level_manual').notNull().default(false),
    /** When its urgency is to be worked out again, because a date in its answers comes close or another report of its case has changed; null: never. Who stores a report without it (the version before, while it still runs) leaves it to the next round. */
    lookAgainAt: moment('look_again_at').defaultNow(),
    /** Nothing erases it while this stands, whether or not it is in a case. */
    legalHold: boolean('legal_hold').notNull().default(false),
  },
  (table) => [
    index('reports_queue').on(table.level, table.receivedAt, table.id),
    index('reports_state_queue').on(table.state, table.level, table.receivedAt, table.id),
    /** The desk's queue: of a million reports about one in a hundred is open. */
    index('reports_open')
      .on(table.level, table.receivedAt, table.id)
      .where(sql`${table.state} in ('RECEIVED','SCREENING')`),
    /** Nobody has looked at them yet: they wait for something else than those that were opened. */
    index('reports_unopened')
      .on(table.level, table.receivedAt, table.id)
      .where(sql`${table.state} in ('RECEIVED','SCREENING') and ${table.openedAt} is null`),
    index('reports_barred')
      .on(table.level, table.receivedAt, table.id)
      .where(
        sql`${table.state} in ('RECEIVED','SCREENING') and ${table.contactRisk} = 'RISKY' and ${table.contactReleasedAt} is null`,
      ),
    /** What retention looks at: those that are done, in no case, oldest first. */
    index('reports_ended')
      .on(table.stateChangedAt)
      .where(sql`${table.state} in ('INTEL_ONLY','OUT_OF_SCOPE','ABUSE','WITHDRAWN')`),
    /** Whose urgency is to be worked out again; those that ended are left alone until somebody takes them up. */
    index('reports_look_again')
      .on(table.lookAgainAt)
      .where(
        sql`${table.lookAgainAt} is not null and ${table.state} in ('RECEIVED','SCREENING','PROMOTED','LINKED')`,
      ),
    index('reports_mine').on(table.assignedTo).where(sql`${table.state} in ('RECEIVED','SCREENING')`),
    check(
      'reports_kind_known',
      sql`${table.kind} in ('SELF_DANGER','FAMILY','WITNESS','OFFER','RETURNEE','PRO')`,
    ),
    check(
      'reports_state_known',
      sql`${table.state} in ('RECEIVED','SCREENING','PROMOTED','LINKED','INTEL_ONLY','OUT_OF_SCOPE','ABUSE','WITHDRAWN')`,
    ),
    check('reports_level_known', sql`${table.level} in ('U1','U2','U3','U4','U5')`),
    check('reports_locale_known', sql`${table.locale} in ('ko','en')`),
    check('reports_contact_risk_known', sql`${table.contactRisk} in ('SAFE','RISKY','UNKNOWN')`),
    check('reports_reference_shape', sql`${table.reference} ~ '^NR-[2-9A-Z]{4}-[2-9A-Z]{4}$'`),
  ],
);

/**
 * The answers of one section, sealed as they were posted. Part 0 is the report as it was sent, each later part what was added by receipt code, or
 * what staff found out. S6 is sealed under a key of its own.
 */
export const reportSections = pgTable(
  'report_sections',
  {
    id: rowId(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    section: text('section').notNull(),
    part: integer('part').notNull().default(0),
    addedAt: moment('added_at').notNull().defaultNow(),
    /** Staff recorded it: their reporter is told nothing of it, and it is no news to the desk. Who did, and how they knew, is sealed. */
    byStaff: boolean('by_staff').notNull().default(false),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    unique('report_sections_once').on(table.reportId, table.section, table.part),
    /** What was added: little, and the queue asks for those that nobody has read. */
    index('report_sections_added').on(table.reportId).where(sql`${table.part} > 0`),
    /** The rounds of the clocks ask for what was added lately. */
    index('report_sections_added_lately').on(table.addedAt).where(sql`${table.part} > 0`),
  ],
);

/** Every computation of a report's urgency; the newest one is what `reports.level` shows. */
export const reportUrgency = pgTable(
  'report_urgency',
  {
    id: rowId(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    computedAt: moment('computed_at').notNull(),
    level: text('level').notNull(),
    points: integer('points').notNull(),
    /** The explanation names answers, so it is sealed like them. */
    sealed: bytes('sealed').notNull(),
  },
  (table) => [index('report_urgency_history').on(table.reportId, table.computedAt)],
);

export const messages = pgTable(
  'messages',
  {
    id: rowId(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    direction: text('direction').notNull(),
    authorId: uuid('author_id').references(() => staffAccounts.id),
    sealed: bytes('sealed').notNull(),
    sentAt: moment('sent_at').notNull(),
    readAt: moment('read_at'),
    /** Made with the form, so that the same message sent twice is stored once. */
    submissionKey: uuid('submission_key').notNull().unique('messages_submission_key'),
  },
  (table) => [
    index('messages_of_report').on(table.reportId, table.sentAt),
    /** What nobody at the desk has read: the queue asks for each of its reports. */
    index('messages_unread')
      .on(table.reportId)
      .where(sql`${table.direction} = 'FROM_REPORTER' and ${table.readAt} is null`),
    check('messages_direction_known', sql`${table.direction} in ('TO_REPORTER','FROM_REPORTER')`),
  ],
);

/** A message from the reporter that could not be taken, kept so that it can be mended without JavaScript. One a report. */
export const keptMessages = pgTable('kept_messages', {
  reportId: uuid('report_id')
    .primaryKey()
    .references(() => reports.id),
  sealed: bytes('sealed').notNull(),
  keptAt: moment('kept_at').notNull(),
});

export const notes = pgTable(
  'notes',
  {
    id: rowId(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => staffAccounts.id),
    sealed: bytes('sealed').notNull(),
    writtenAt: moment('written_at').notNull(),
    submissionKey: uuid('submission_key').notNull().unique('notes_submission_key'),
  },
  (table) => [index('notes_of_report').on(table.reportId, table.writtenAt)],
);

/** Who has stepped back from a report: it is no more theirs, nor a case it comes into. The reason is among its notes. */
export const reportRecusals = pgTable(
  'report_recusals',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    at: moment('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => staffAccounts.id),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.staffId] })],
);

/** Each change of a report's state; the reason is sealed. */
export const reportTransitions = pgTable(
  'report_transitions',
  {
    id: rowId(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    fromState: text('from_state').notNull(),
    toState: text('to_state').notNull(),
    /** Who took the step. Of one that no person took (sealed as such, by the system in the audit): whose decision it sets aside. */
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    sealed: bytes('sealed'),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [index('report_transitions_of_report').on(table.reportId, table.changedAt)],
);

/** Who has opened a report: what the queue may show that person of it, and "who has read this". */
export const reportReaders = pgTable(
  'report_readers',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    firstReadAt: moment('first_read_at').notNull(),
    lastReadAt: moment('last_read_at').notNull(),
    times: integer('times').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.staffId] })],
);

/**
 * What a reporter asked for by receipt code: to withdraw, or to change a consent. A request and nothing more, because somebody else may hold
 * the code: staff decide. While a withdrawal is open nobody is contacted.
 */
export const reportRequests = pgTable(
  'report_requests',
  {
    id: rowId(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text('kind').notNull(),
    /** What was asked, in the reporter's words and choices; for a consent, the version of the text they saw. */
    sealed: bytes('sealed').notNull(),
    askedAt: moment('asked_at').notNull(),
    decision: text('decision'),
    /** Why it was decided so, for the reporter to read. */
    sealedAnswer: bytes('sealed_answer'),
    decidedBy: uuid('decided_by').references(() => staffAccounts.id),
    decidedAt: moment('decided_at'),
    submissionKey: uuid('submission_key').notNull().unique('report_requests_submission_key'),
  },
  (table) => [
    index('report_requests_of_report').on(table.reportId, table.askedAt),
    index('report_requests_open').on(table.reportId).where(sql`${table.decision} is null`),
    // ERASE is made by nothing: the wish to have everything erased is part of a withdrawal (decision 0039).
    check('report_requests_kind_known', sql`${table.kind} in ('WITHDRAW','CONSENT','ERASE')`),
    check('report_requests_decision_known', sql`${table.decision} in ('GRANTED','DECLINED')`),
    check(
      'report_requests_decided_whole',
      sql`(${table.decision} is null) = (${table.decidedAt} is null) and (${table.decision} is null) = (${table.decidedBy} is null)`,
    ),
  ],
);
