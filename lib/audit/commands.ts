import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
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
export type RecordAudit = (
  object: AuditObject,
  actor: AuditActor,
  act: string,
  detail?: AuditDetail,
) => Promise<void>;

/**
 * One transaction with an audit to write to: what is done and the record of it are stored together or not at all. The MAC secret is read
 * before the transaction opens, so that no transaction ever waits for a second connection.
 */
export async function withAudit<Result>(
  db: Db,
  work: (tx: Tx, record: RecordAudit) => Promise<Result>,
): Promise<Result> {
  const secret = await vaultSecret(db, 'audit');
  return withTransaction(db, (tx) =>
    work(tx, (object, actor, act, detail = {}) => append(tx, secret, object, actor, act, detail)),
  );
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
  const head = { count: entry.seq, head: nextHead(secret, before, mac) };
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
