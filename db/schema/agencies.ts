import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { cases } from './cases';
import { bytes, moment, rowId } from './columns';
import { staffAccounts } from './staff';

/** Who a case can be handed to. Staff edit it; what a number's operator has not confirmed has no "verified on". */
export const agencies = pgTable(
  'agencies',
  {
    id: rowId(),
    slug: text('slug').notNull().unique('agencies_slug'),
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
    takesKo: text('takes_ko').notNull(),
    takesEn: text('takes_en').notNull(),
    contact: text('contact'),
    verifiedOn: date('verified_on', { mode: 'string' }),
    /** Nothing is handed to it unless a supervisor releases it, each time, with a reason. */
    blocked: boolean('blocked').notNull().default(false),
    /** Outside Korea: two people agree before anything goes. */
    abroad: boolean('abroad').notNull().default(false),
    /** Which fields it may be given (lib/referrals/masks.ts). */
    mask: text('mask').notNull(),
    /** Its consent in K4, where the form asks for one. */
    consent: text('consent'),
    /** Who last gave it another name or contact, or took a limit away, and the other person who has looked at that. Who did so before them is in the audit. */
    openedBy: uuid('opened_by').references(() => staffAccounts.id),
    confirmedBy: uuid('confirmed_by').references(() => staffAccounts.id),
    /** Hours in which it has to say that it has a hand-over, where that is sooner than the level asks; null: as the level asks. */
    ackHours: integer('ack_hours'),
    inUse: boolean('in_use').notNull().default(true),
    position: integer('position').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    check(
      'agencies_two_people',
      sql`${table.confirmedBy} is null or (${table.openedBy} is not null and ${table.confirmedBy} <> ${table.openedBy})`,
    ),
    check('agencies_ack_hours', sql`${table.ackHours} between 1 and 720`),
    check('agencies_mask_known', sql`${table.mask} in ('FULL','NO_REPORTER','NO_PERSONS','MONEY_ONLY')`),
  ],
);

/** One hand-over of a case to one agency: numbered inside the case, and what it holds no longer changes once it was sent. */
export const referrals = pgTable(
  'referrals',
  {
    id: rowId(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agencies.id),
    serial: integer('serial').notNull(),
    state: text('state').notNull(),
    stateChangedAt: moment('state_changed_at').notNull(),
    /** The legal basis or consent it rests on. */
    basis: text('basis').notNull(),
    mask: text('mask').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => staffAccounts.id),
    /** The supervisor who released a blocked agency for this hand-over. */
    releasedBy: uuid('released_by').references(() => staffAccounts.id),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
    acknowledgedAt: moment('acknowledged_at'),
    /** Which reports and people it names, what was said to the agency. */
    sealed: bytes('sealed').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('referrals_of_case').on(table.caseId, table.serial),
    index('referrals_waiting').on(table.sentAt).where(sql`${table.state} in ('SENT','DELIVERED')`),
    check(
      'referrals_state_known',
      sql`${table.state} in ('DRAFT','SENT','DELIVERED','ACKNOWLEDGED','ACCEPTED','REJECTED','IN_ACTION','DONE','RECALLED')`,
    ),
    check('referrals_basis_known', sql`${table.basis} in ('CONSENT','LIFE_IN_DANGER','LAW','REQUEST')`),
  ],
);
