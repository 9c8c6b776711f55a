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

/** The chain's head is locked first: entries of one object queue behind each other, those of different objects do not. */
async function append(
  tx: Tx,
  secret: Buffer,
  object: AuditObject,
  actor: AuditActor,
  act: string,
  detail: AuditDetail,
): Promise<void> {
  const chain = and(eq(auditChains.objectKind, object.kind), eq(auditChains.objectId, object.id));
  await tx
    .insert(auditChains)
    .values({ objectKind: object.kind, objectId: object.id, count: 0, head: CHAIN_START })
    .onConflictDoNothing();
  const [head] = await tx.select().from(auditChains).where(chain).for('update');
  if (!head) throw new Error('an audit chain vanished');
  const entry = {
    id: randomUUID(),
    objectKind: object.kind,
    objectId: object.id,
    seq: head.count + 1,
    at: now(),
    actorKind: actor.kind,
    actorId: actor.id,
    act,
    detail,
  };
  const mac = chainMac(secret, head.head, entry);
  await tx.insert(auditEntries).values({ ...entry, mac });
  await tx
    .update(auditChains)
    .set({ count: entry.seq, head: nextHead(secret, head.head, mac) })
    .where(chain);
}
