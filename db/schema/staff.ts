import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';

export const staffAccounts = pgTable(
  'staff_accounts',
  {
    id: rowId(),
    /** Keyed digest of the lower-cased address, to find the account by. */
    emailDigest: bytes('email_digest').notNull().unique('staff_accounts_email'),
    /** Name, e-mail, password hash, TOTP secret: one sealed object under the account's data key. */
    sealed: bytes('sealed').notNull(),
    state: text('state').notNull(),
    /** The last TOTP time step that was accepted: a code is good once. */
    totpLastStep: integer('totp_last_step').notNull().default(0),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [check('staff_accounts_state_known', sql`${table.state} in ('ACTIVE','DISABLED')`)],
);

export const staffRoles = pgTable(
  'staff_roles',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    role: text('role').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.staffId, table.role] }),
    check('staff_roles_known', sql`${table.role} in ('INTAKE','CASEWORKER','SUPERVISOR','AUDITOR','ADMIN')`),
  ],
);

export const staffInvitations = pgTable('staff_invitations', {
  id: rowId(),
  tokenDigest: bytes('token_digest').notNull().unique('staff_invitations_token'),
  /** Name and e-mail, both empty for the first account. */
  sealed: bytes('sealed').notNull(),
  roles: text('roles').array().notNull(),
  /** Null: made by the command line. */
  invitedBy: uuid('invited_by').references(() => staffAccounts.id),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
});

export const staffSessions = pgTable(
  'staff_sessions',
  {
    id: rowId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [index('staff_sessions_of_account').on(table.staffId)],
);

export const staffRecoveryCodes = pgTable(
  'staff_recovery_codes',
  {
    id: rowId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    codeDigest: bytes('code_digest').notNull().unique('staff_recovery_codes_code'),
    usedAt: moment('used_at'),
  },
  (table) => [index('staff_recovery_codes_of_account').on(table.staffId)],
);

/** What someone had typed when their session ran out or the report had changed meanwhile; given back once, to that person only. */
export const staffKeptTexts = pgTable(
  'staff_kept_texts',
  {
    id: rowId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffAccounts.id),
    /** Which form: a path and the form's name, no answer. */
    place: text('place').notNull(),
    sealed: bytes('sealed').notNull(),
    keptAt: moment('kept_at').notNull(),
  },
  (table) => [unique('staff_kept_texts_place').on(table.staffId, table.place)],
);
