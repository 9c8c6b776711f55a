import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';

/** Append-only: a trigger refuses every update and delete. `detail` holds codes and ids, never an answer. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: rowId(),
    objectKind: text('object_kind').notNull(),
    objectId: uuid('object_id').notNull(),
    seq: integer('seq').notNull(),
    at: moment('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    act: text('act').notNull(),
    detail: jsonb('detail').$type<Record<string, string | number | boolean>>().notNull(),
    mac: bytes('mac').notNull(),
  },
  (table) => [unique('audit_entries_chain').on(table.objectKind, table.objectId, table.seq)],
);

/** The head of each object's chain: how many entries, and the MAC of the last one. */
export const auditChains = pgTable(
  'audit_chains',
  {
    objectKind: text('object_kind').notNull(),
    objectId: uuid('object_id').notNull(),
    count: integer('count').notNull(),
    head: bytes('head').notNull(),
  },
  (table) => [primaryKey({ columns: [table.objectKind, table.objectId] })],
);
