import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, type WithSubquery } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { auditChains, auditEntries } from '@/db/schema/audit';
import { now } from '@/lib/clock';
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
export type RecordAudit = BeginAudit &
  ((object: AuditObject, actor: AuditActor, act: string, detail?: AuditDetail) => Promise<void>);

export type BeginAudit = {
  /**
   * Makes an object and writes the first entry about it, in one statement: PostgreSQL does it whole or not at all. `made` are the inserts that
   * make it. Nobody else can know its new id, so there is no chain to read and to lock.
   */
  begin: (
    made: readonly WithSubquery[],
    object: AuditObject,
    actor: AuditActor,
    act: string,
    detail?: AuditDetail,
  ) => Promise<void>;
};

/**
 * One transaction with an audit to write to: what is done and the record of it are stored together or not at all. The MAC secret is read
 * before the transaction opens, so that no transaction ever waits for a second connection.
 */
export async function withAudit<Result>(
  db: Db,
  work: (tx: Tx, record: RecordAudit) => Promise<Result>,
): Promise<Result> {
  const secret = await vaultSecret(db, 'audit');
  return withTransaction(db, (tx) => {
    const record = (object: AuditObject, actor: AuditActor, act: string, detail: AuditDetail = {}) =>
      append(tx, secret, object, actor, act, detail);
    return work(tx, Object.assign(record, beginning(tx, secret)));
  });
}

/** An audit for one statement that needs no transaction around it. */
export async function auditOfOne(db: Db): Promise<BeginAudit> {
  return beginning(db, await vaultSecret(db, 'audit'));
}

function beginning(db: Db | Tx, secret: Buffer): BeginAudit {
  return {
    begin: async (made, object, actor, act, detail = {}) => {
      const { entry, mac, head } = link(secret, undefined, object, actor, act, detail);
      const chain = db
        .$with('audit_chain')
        .as(db.insert(auditChains).values({ objectKind: object.kind, objectId: object.id, ...head }));
      await db
        .with(...made, chain)
        .insert(auditEntries)
        .values({ ...entry, mac });
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
