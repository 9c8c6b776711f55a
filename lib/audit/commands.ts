import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, or, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { insertWhole, type NewRows, newRows } from '@/db/insert-whole';
import { auditChains, auditEntries } from '@/db/schema/audit';
import { now } from '@/lib/clock';
import { isDeadlock } from '@/lib/errors';
import { vaultSecret } from '@/lib/vault/secrets';
import {
  type AuditActor,
  type AuditDetail,
  type AuditObject,
  CHAIN_START,
  chainMac,
  nextHead,
} from './entry';

/** Writes one audit entry in the transaction at hand. */
export type RecordEntry = (
  object: AuditObject,
  actor: AuditActor,
  act: string,
  detail?: AuditDetail,
) => Promise<void>;

export type RecordAudit = BeginAudit & RecordEach & RecordEntry;

type RecordEach = {
  /** Writes the same about several different objects, in three statements however many they are. Locks them by kind, then by id. */
  each: (objects: readonly AuditObject[], actor: AuditActor, act: string) => Promise<void>;
};

export type BeginAudit = {
  /**
   * Makes an object and writes the first entry about it, in one statement: PostgreSQL does it whole or not at all. `made` are the rows that
   * make it, with the values of their placeholders (`insertWhole`). Nobody else can know its new id, so there is no chain to read and to lock.
   */
  begin: (
    made: { rows: readonly NewRows[]; others?: Record<string, unknown> },
    object: AuditObject,
    actor: AuditActor,
    act: string,
    detail?: AuditDetail,
  ) => Promise<void>;
};

/** How often a transaction that waited for another, which waited for it, is begun anew. */
const ANEW = 2;

/**
 * One transaction with an audit to write to: what is done and the record of it are stored together or not at all. The MAC secret is read
 * before the transaction opens, so that no transaction ever waits for a second connection. Two that lock things which lead to each other in
 * either order wait for each other, and PostgreSQL gives one of the two up: that one starts from scratch, so `work` keeps nothing of its own
 * between two runs.
 */
export async function withAudit<Result>(
  db: Db,
  work: (tx: Tx, record: RecordAudit) => Promise<Result>,
  left = ANEW,
): Promise<Result> {
  try {
    return await auditOnce(db, work);
  } catch (error) {
    if (left === 0 || !isDeadlock(error)) throw error;
    return withAudit(db, work, left - 1);
  }
}

async function auditOnce<Result>(
  db: Db,
  work: (tx: Tx, record: RecordAudit) => Promise<Result>,
): Promise<Result> {
  const secret = await vaultSecret(db, 'audit');
  return withTransaction(db, (tx) => {
    const record = (object: AuditObject, actor: AuditActor, act: string, detail: AuditDetail = {}) =>
      append(tx, secret, object, actor, act, detail);
    const each: RecordEach['each'] = (objects, actor, act) => appendEach(tx, secret, objects, actor, act);
    return work(tx, Object.assign(record, { each }, beginning(tx, secret)));
  });
}

/** An audit for one statement that needs no transaction around it. */
export async function auditOfOne(db: Db): Promise<BeginAudit> {
  return beginning(db, await vaultSecret(db, 'audit'));
}

function beginning(db: Db | Tx, secret: Buffer): BeginAudit {
  return {
    begin: ({ rows, others }, object, actor, act, detail = {}) => {
      const { entry, mac, head } = link(secret, undefined, object, actor, act, detail);
      const chain = newRows(auditChains, [{ objectKind: object.kind, objectId: object.id, ...head }]);
      return insertWhole(db, [...rows, chain, newRows(auditEntries, [{ ...entry, mac }])], others);
    },
  };
}

/**
 * The chain's head is locked first: entries of one object queue behind each other, those of different objects do not. Few statements, because
 * whatever is done here waits for them; of two that begin a chain at once, the later finds it begun and queues.
 */
async function append(
  tx: Tx,
  secret: Buffer,
  object: AuditObject,
  actor: AuditActor,
  act: string,
  detail: AuditDetail,
): Promise<void> {
  const chain = and(eq(auditChains.objectKind, object.kind), eq(auditChains.objectId, object.id));
  const [kept] = await tx.select().from(auditChains).where(chain).for('update');
  const { entry, mac, head } = link(secret, kept, object, actor, act, detail);
  if (!kept) {
    const begun = await tx
      .insert(auditChains)
      .values({ objectKind: object.kind, objectId: object.id, ...head })
      .onConflictDoNothing()
      .returning({ count: auditChains.count });
    if (begun.length === 0) return append(tx, secret, object, actor, act, detail);
    await tx.insert(auditEntries).values({ ...entry, mac });
    return;
  }
  const entered = tx.$with('entered').as(
    tx
      .insert(auditEntries)
      .values({ ...entry, mac })
      .returning({ id: auditEntries.id }),
  );
  await tx.with(entered).update(auditChains).set(head).where(chain);
}

async function appendEach(
  tx: Tx,
  secret: Buffer,
  objects: readonly AuditObject[],
  actor: AuditActor,
  act: string,
): Promise<void> {
  if (objects.length === 0) return;
  const wanted = objects.map(({ kind, id }) =>
    and(eq(auditChains.objectKind, kind), eq(auditChains.objectId, id)),
  );
  const kept = await tx
    .select()
    .from(auditChains)
    .where(or(...wanted))
    .orderBy(auditChains.objectKind, auditChains.objectId)
    .for('update');
  const links = kept.map((chain) => {
    const object = { kind: chain.objectKind, id: chain.objectId } as AuditObject;
    return { object, ...link(secret, chain, object, actor, act, {}) };
  });
  if (links.length > 0) {
    await tx.insert(auditEntries).values(links.map(({ entry, mac }) => ({ ...entry, mac })));
    await tx
      .insert(auditChains)
      .values(links.map(({ object, head }) => ({ objectKind: object.kind, objectId: object.id, ...head })))
      .onConflictDoUpdate({
        target: [auditChains.objectKind, auditChains.objectId],
        set: { count: sql`excluded.count`, head: sql`excluded.head` },
      });
  }
  const begun = new Set(links.map(({ object }) => `${object.kind}/${object.id}`));
  for (const object of objects)
    if (!begun.has(`${object.kind}/${object.id}`)) await append(tx, secret, object, actor, act, {});
}

/** An entry as it is chained to the head before it, and the head after it. */
function link(
  secret: Buffer,
  kept: { count: number; head: Buffer } | undefined,
  object: AuditObject,
  actor: AuditActor,
  act: string,
  detail: AuditDetail,
) {
  const before = kept?.head ?? CHAIN_START;
  const entry = {
    id: randomUUID(),
    objectKind: object.kind,
    objectId: object.id,
    seq: (kept?.count ?? 0) + 1,
    at: now(),
    actorKind: actor.kind,
    actorId: actor.id,
    act,
    detail,
  };
  const mac = chainMac(secret, before, entry);
  return { entry, mac, head: { count: entry.seq, head: nextHead(secret, before, mac) } };
}
