import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { newRows } from '@/db/insert-whole';
import { dataKeys, vaultSecrets } from '@/db/schema/vault';
import { now } from '@/lib/clock';
import { keyring, unwrap, wrap } from './keyring';
import type { DataKey } from './seal';

/** Whose data a key seals. `compartment` is a report's S6, under the report's id. */
export type Owner = {
  kind:
    | 'report'
    | 'compartment'
    | 'draft'
    | 'evidence'
    | 'staff'
    | 'invitation'
    | 'case'
    | 'person'
    | 'site'
    | 'return';
  id: string;
};

const ownerName = (owner: Owner) => `${owner.kind}/${owner.id}`;

/** A data key that is not kept yet, and the row that keeps it. */
export type NewDataKey = { key: DataKey; row: typeof dataKeys.$inferInsert };

/** Makes a data key for an owner that is stored in one statement with it. */
export function makeDataKey(owner: Owner): NewDataKey {
  const key = { id: randomUUID(), bytes: randomBytes(32) };
  const row = {
    id: key.id,
    ownerKind: owner.kind,
    ownerId: owner.id,
    ...wrap(keyring(), ownerName(owner), key.bytes),
    createdAt: now(),
  };
  return { key, row };
}

/** The rows that keep new data keys, to be stored in one statement with what they seal. */
export const newDataKeyRows = (made: readonly NewDataKey[]) =>
  newRows(
    dataKeys,
    made.map(({ row }) => row),
  );

/** Makes an owner's data key, in the transaction that makes the owner. */
export async function createDataKey(tx: Tx, owner: Owner): Promise<DataKey> {
  const made = makeDataKey(owner);
  await tx.insert(dataKeys).values(made.row);
  return made.key;
}

/** An owner's data key, or null when it was destroyed or never made. */
export async function findDataKey(db: Db | Tx, owner: Owner): Promise<DataKey | null> {
  const [row] = await db
    .select()
    .from(dataKeys)
    .where(and(eq(dataKeys.ownerKind, owner.kind), eq(dataKeys.ownerId, owner.id)));
  return row ? unwrapDataKey(owner, row) : null;
}

/** The data key that a row keeps, for a query that reads it along with what it seals; null when it was destroyed. */
export function unwrapDataKey(
  owner: Owner,
  { id, wrapped, keyId }: Pick<typeof dataKeys.$inferSelect, 'id' | 'wrapped' | 'keyId'>,
): DataKey | null {
  return wrapped && { id, bytes: unwrap(keyring(), ownerName(owner), { wrapped, keyId }) };
}

/** An owner's data key. Throws when there is none: the caller holds a row that must have one. */
export async function openDataKey(db: Db | Tx, owner: Owner): Promise<DataKey> {
  const key = await findDataKey(db, owner);
  if (!key) throw new Error(`no data key for this ${owner.kind}`);
  return key;
}

/**
 * Whose key may be destroyed here. Never a report's, what somebody was made to do, a case's or a person's: a legal hold may lie on those
 * (`cases.legalHold`), and the vault knows no domain. What erases them looks first (lib/retention).
 */
export type Disposable = Owner & { kind: Extract<Owner['kind'], 'draft' | 'evidence' | 'invitation'> };

/** Destroys an owner's data key: what it sealed can never be opened again here. Backups made before still hold it until they expire. */
export async function destroyDataKey(tx: Tx, owner: Disposable): Promise<void> {
  await tx
    .update(dataKeys)
    .set({ wrapped: null, destroyedAt: now() })
    .where(and(eq(dataKeys.ownerKind, owner.kind), eq(dataKeys.ownerId, owner.id)));
}

/**
 * Destroys the keys of what a legal hold may lie on. For lib/retention alone, which looks for holds under a lock first: a test holds who calls it.
 */
export async function destroyHeldDataKeys(tx: Tx, owners: readonly Owner[]): Promise<void> {
  for (const { kind, id } of owners)
    await tx
      .update(dataKeys)
      .set({ wrapped: null, destroyedAt: now() })
      .where(and(eq(dataKeys.ownerKind, kind), eq(dataKeys.ownerId, id), isNull(dataKeys.destroyedAt)));
}

/** Rewraps every key that an older wrapping key still holds. Answers how many; can run while the server does. */
export async function rotateKeys(db: Db): Promise<number> {
  const ring = keyring();
  let rewrapped = 0;
  for (;;) {
    const moved = await db.transaction(async (tx) => {
      const rows = await tx
        .select()
        .from(dataKeys)
        .where(and(ne(dataKeys.keyId, ring.writer), sql`${dataKeys.wrapped} is not null`))
        .orderBy(dataKeys.id)
        .limit(200)
        // Waits for a row that someone else holds: one that was skipped would still need the old key when this says that it is done.
        .for('update');
      for (const row of rows) {
        if (!row.wrapped) continue;
        const owner = `${row.ownerKind}/${row.ownerId}`;
        const bytes = unwrap(ring, owner, { wrapped: row.wrapped, keyId: row.keyId });
        await tx
          .update(dataKeys)
          .set(wrap(ring, owner, bytes))
          .where(eq(dataKeys.id, row.id));
      }
      return rows.length;
    });
    rewrapped += moved;
    if (moved === 0) break;
  }
  return rewrapped + (await rotateSecrets(db));
}

async function rotateSecrets(db: Db): Promise<number> {
  const ring = keyring();
  return db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(vaultSecrets)
      .where(ne(vaultSecrets.keyId, ring.writer))
      .for('update');
    for (const row of rows) {
      const bytes = unwrap(ring, `secret/${row.name}`, row);
      await tx
        .update(vaultSecrets)
        .set(wrap(ring, `secret/${row.name}`, bytes))
        .where(eq(vaultSecrets.name, row.name));
    }
    return rows.length;
  });
}
