import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';

/** One data key an owner (a report, a draft, a staff account …), wrapped by a key from the environment. */
export const dataKeys = pgTable(
  'data_keys',
  {
    id: rowId(),
    ownerKind: text('owner_kind').notNull(),
    ownerId: uuid('owner_id').notNull(),
    /** Null once destroyed: what it sealed can then never be opened again. */
    wrapped: bytes('wrapped'),
    keyId: text('key_id').notNull(),
    createdAt: moment('created_at').notNull(),
    destroyedAt: moment('destroyed_at'),
  },
  (table) => [unique('data_keys_owner').on(table.ownerKind, table.ownerId)],
);

/** Random secrets of the installation (digests, audit MACs, cookies), wrapped likewise; rotation leaves their value alone. */
export const vaultSecrets = pgTable('vault_secrets', {
  name: text('name').primaryKey(),
  id: uuid('id').notNull(),
  wrapped: bytes('wrapped').notNull(),
  keyId: text('key_id').notNull(),
  createdAt: moment('created_at').notNull(),
});
