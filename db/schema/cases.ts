import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';
import { reports } from './reports';
import { staffAccounts } from './staff';

/** The last case number given in a year. Its row is locked while a case is made, so that no number is given twice or left out. */
export const caseNumbers = pgTable('case_numbers', {
  year: integer('year').primaryKey(),
  last: integer('last').notNull(),
});

/**
 * One matter that staff work on. In the clear stand states, levels, times, province, flags counted from them, and the assignee, so that the
 * queue can be ordered and counted; what it is about is sealed.
 */
export const cases = pgTable(
  'cases',
  {
    id: rowId(),
    number: text('number').notNull().unique('cases_number'),
    state: text('state').notNull(),
    stateChangedAt: moment('state_changed_at').notNull(),
    /** Where it was when it was put on hold. */
    heldFrom: text('held_from'),
    heldUntil: moment('held_until'),
    level: text('level').notNull(),
    /** The most urgent of its reports'. */
    computedLevel: text('computed_level').notNull(),
    levelManual: boolean('level_manual').notNull().default(false),
    points: integer('points').notNull(),
    province: text('province'),
    openedAt: moment('opened_at').notNull(),
    /** When the first of its reports was received: its clocks count from there. */
    receivedAt: moment('received_at').notNull(),
    assignedTo: uuid('assigned_to').references(() => staffAccounts.id),
    disposition: text('disposition'),
    closedAt: moment('closed_at'),
    recontactAt: moment('recontact_at'),
    legalHold: boolean('legal_hold').notNull().default(false),
    /** Worked out from people, reports, clocks and hand-overs whenever one of them changes. */
    safetyUnconfirmed: boolean('safety_unconfirmed').notNull().default(true),
    doNotContact: boolean('do_not_contact').notNull().default(false),
    nextDueAt: moment('next_due_at'),
    agencyDueAt: moment('agency_due_at'),
    /** Rises with every change of the case itself: who saved against an older one is told. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('cases_open').on(table.level, table.nextDueAt, table.id).where(sql`${table.state} <> 'CLOSED'`),
    index('cases_barred')
      .on(table.level, table.nextDueAt, table.id)
      .where(sql`${table.state} <> 'CLOSED' and ${table.doNotContact}`),
    index('cases_mine').on(table.assignedTo).where(sql`${table.state} <> 'CLOSED'`),
    index('cases_recontact')
      .on(table.recontactAt)
      .where(sql`${table.state} <> 'CLOSED' and ${table.recontactAt} is not null`),
    index('cases_agency')
      .on(table.agencyDueAt)
      .where(sql`${table.state} <> 'CLOSED' and ${table.agencyDueAt} is not null`),
    /** What retention looks at. */
    index('cases_closed').on(table.closedAt).where(sql`${table.state} = 'CLOSED'`),
    index('cases_changed').on(table.stateChangedAt, table.id),
    check(
      'cases_state_known',
      sql`${table.state} in ('NEW','TRIAGED','VERIFYING','REFERRED','IN_ACTION','RESOLVING','AFTERCARE','ON_HOLD','CLOSED','REOPENED')`,
    ),
    check('cases_held_whole', sql`(${table.state} = 'ON_HOLD') = (${table.heldFrom} is not null)`),
    check(
      'cases_closed_whole',
      sql`(${table.state} = 'CLOSED') = (${table.disposition} is not null) and (${table.state} = 'CLOSED') = (${table.closedAt} is not null)`,
    ),
    check(
      'cases_levels_known',
      sql`${table.level} in ('U1','U2','U3','U4','U5') and ${table.computedLevel} in ('U1','U2','U3','U4','U5')`,
    ),
    check('cases_number_shape', sql`${table.number} ~ '^CA-[0-9]{4}-[0-9]{6,}$'`),
  ],
);

/** Which reports a case is made of, and was: a report is in one case at a time, and every grouping can be undone. */
export const caseReports = pgTable(
  'case_reports',
  {
    id: rowId(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    linkedBy: uuid('linked_by')
      .notNull()
      .references(() => staffAccounts.id),
    linkedAt: moment('linked_at').notNull(),
    unlinkedAt: moment('unlinked_at'),
  },
  (table) => [
    uniqueIndex('case_reports_one_case').on(table.reportId).where(sql`${table.unlinkedAt} is null`),
    index('case_reports_of_case').on(table.caseId),
  ],
);

/** Somebody a case is about. Only the safety status and its time stand in the clear: the queue and the numbers count them. */
export const persons = pgTable('persons', {
  id: rowId(),
  safety: text('safety').notNull(),
  safetyAt: moment('safety_at').notNull(),
  /** Names, birth, and whatever else identifies: under the person's own key. */
  sealed: bytes('sealed').notNull(),
  addedAt: moment('added_at').notNull(),
  version: integer('version').notNull().default(1),
});

export const casePersons = pgTable(
  'case_persons',
  {
    id: rowId(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    addedAt: moment('added_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    uniqueIndex('case_persons_once').on(table.caseId, table.personId).where(sql`${table.removedAt} is null`),
    index('case_persons_of_person').on(table.personId),
    /** Whoever was ever in a case: the unique index holds those alone who are in it now. */
    index('case_persons_of_case').on(table.caseId),
  ],
);

/**
 * Each thing established about a person: safety, identity, willingness, position, a question agreed for proof of life. The newest of an axis
 * counts. The value itself is sealed under the person's key.
 */
export const personFacts = pgTable(
  'person_facts',
  {
    id: rowId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    axis: text('axis').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staffAccounts.id),
    recordedAt: moment('recorded_at').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    index('person_facts_of_person').on(table.personId, table.axis, table.recordedAt),
    check(
      'person_facts_axis_known',
      sql`${table.axis} in ('SAFETY','IDENTITY','WILLINGNESS','POSITION','PROOF_QUESTION')`,
    ),
  ],
);

/** The timeline of a case: one row for each thing that was done, words sealed. */
export const caseEvents = pgTable(
  'case_events',
  {
    id: rowId(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    /** The order of what happened in the same moment. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    staffId: uuid('staff_id').references(() => staffAccounts.id),
    at: moment('at').notNull(),
    /** The report, person, fact, task, approval or hand-over that it is about. */
    refId: uuid('ref_id'),
    /** States and levels, as they stand in the clear elsewhere. */
    fromCode: text('from_code'),
    toCode: text('to_code'),
    sealed: bytes('sealed'),
    /** Made of the form's own key and what was typed, so that the same form sent twice is done once. */
    submissionKey: uuid('submission_key').unique('case_events_submission_key'),
  },
  (table) => [index('case_events_of_case').on(table.caseId, table.at)],
);

export const caseTasks = pgTable(
  'case_tasks',
  {
    id: rowId(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    ownerId: uuid('owner_id').references(() => staffAccounts.id),
    dueAt: moment('due_at'),
    sealed: bytes('sealed').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => staffAccounts.id),
    createdAt: moment('created_at').notNull(),
    doneBy: uuid('done_by').references(() => staffAccounts.id),
    doneAt: moment('done_at'),
  },
  (table) => [
    index('case_tasks_of_case').on(table.caseId),
    index('case_tasks_open').on(table.ownerId, table.dueAt).where(sql`${table.doneAt} is null`),
    index('case_tasks_due').on(table.dueAt).where(sql`${table.doneAt} is null`),
  ],
);

/** Who has stepped back from a case (a relative, someone they know): it is no longer theirs to read or to work on. */
export const caseRecusals = pgTable(
  'case_recusals',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    at: moment('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => staffAccounts.id),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.staffId] })],
);

/** What "take next" gave, by a digest of its form's key, so that a form pressed twice takes one thing. Gone after a day. */
export const takenItems = pgTable('taken_items', {
  id: rowId(),
  /** The report or case; nothing points at it, so that either can go. */
  itemId: uuid('item_id').notNull(),
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staffAccounts.id),
  at: moment('at').notNull(),
});

/** Who has opened a case. */
export const caseReaders = pgTable(
  'case_readers',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    firstReadAt: moment('first_read_at').notNull(),
    lastReadAt: moment('last_read_at').notNull(),
    times: integer('times').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.staffId] })],
);

/** Every level that was set or came out of a computation, for a case or, by hand, for a report (its computations are in report_urgency). */
export const levelChanges = pgTable(
  'level_changes',
  {
    id: rowId(),
    caseId: uuid('case_id').references(() => cases.id),
    reportId: uuid('report_id').references(() => reports.id),
    source: text('source').notNull(),
    fromLevel: text('from_level').notNull(),
    toLevel: text('to_level').notNull(),
    staffId: uuid('staff_id').references(() => staffAccounts.id),
    secondId: uuid('second_id').references(() => staffAccounts.id),
    at: moment('at').notNull(),
    sealed: bytes('sealed'),
  },
  (table) => [
    index('level_changes_of_case').on(table.caseId, table.at),
    index('level_changes_of_report').on(table.reportId, table.at),
    check('level_changes_of_one', sql`(${table.caseId} is null) <> (${table.reportId} is null)`),
    check('level_changes_source_known', sql`${table.source} in ('COMPUTED','MANUAL')`),
    check(
      'level_changes_two_people',
      sql`${table.secondId} is null or ${table.secondId} <> ${table.staffId}`,
    ),
  ],
);

/** A report whose contact was barred and is released: by two people, or by one who broke the glass and is reviewed. */
export const contactReleases = pgTable(
  'contact_releases',
  {
    id: rowId(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => reports.id),
    how: text('how').notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => staffAccounts.id),
    agreedBy: uuid('agreed_by').references(() => staffAccounts.id),
    releasedAt: moment('released_at').notNull(),
    reviewDueAt: moment('review_due_at'),
    reviewedBy: uuid('reviewed_by').references(() => staffAccounts.id),
    reviewedAt: moment('reviewed_at'),
    endedAt: moment('ended_at'),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    uniqueIndex('contact_releases_running').on(table.reportId).where(sql`${table.endedAt} is null`),
    index('contact_releases_unreviewed')
      .on(table.reviewDueAt)
      .where(sql`${table.reviewDueAt} is not null and ${table.reviewedAt} is null`),
    check('contact_releases_how_known', sql`${table.how} in ('TWO_PEOPLE','BROKEN_GLASS')`),
    check(
      'contact_releases_two_people',
      sql`${table.how} <> 'TWO_PEOPLE' or (${table.agreedBy} is not null and ${table.agreedBy} <> ${table.askedBy})`,
    ),
    check(
      'contact_releases_review_by_another',
      sql`${table.reviewedBy} is null or ${table.reviewedBy} <> ${table.askedBy}`,
    ),
  ],
);

/** What has to happen by when (lib/clocks). A clock belongs to a report, or to a case, and there perhaps to one hand-over. */
export const clocks = pgTable(
  'clocks',
  {
    id: rowId(),
    reportId: uuid('report_id').references(() => reports.id),
    caseId: uuid('case_id').references(() => cases.id),
    referralId: uuid('referral_id'),
    returnId: uuid('return_id'),
    kind: text('kind').notNull(),
    level: text('level').notNull(),
    startedAt: moment('started_at').notNull(),
    pausedAt: moment('paused_at'),
    pausedMs: bigint('paused_ms', { mode: 'number' }).notNull().default(0),
    /** The time, in milliseconds, of whom it waits for, where they have one of their own. */
    ownMs: bigint('own_ms', { mode: 'number' }),
    metAt: moment('met_at'),
    dueAt: moment('due_at'),
    /** The last stage that was told: 0, 50, 80, 100. */
    stage: integer('stage').notNull().default(0),
    nextStageAt: moment('next_stage_at'),
  },
  (table) => [
    index('clocks_of_case').on(table.caseId).where(sql`${table.caseId} is not null`),
    unique('clocks_of_report').on(table.reportId, table.kind),
    index('clocks_escalating')
      .on(table.nextStageAt)
      .where(sql`${table.metAt} is null and ${table.nextStageAt} is not null`),
    index('clocks_running_of_reports')
      .on(table.reportId)
      .where(sql`${table.metAt} is null and ${table.reportId} is not null`),
    check('clocks_of_one', sql`(${table.caseId} is null) <> (${table.reportId} is null)`),
    check('clocks_level_known', sql`${table.level} in ('U1','U2','U3','U4','U5')`),
  ],
);
