import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { auditChains, auditEntries } from '@/db/schema/audit';
import { vaultSecret } from '@/lib/vault/secrets';
import { CHAIN_START, chainMac } from './entry';

export type AuditBreak = {
  objectKind: string;
  objectId: string;
  seq: number;
  what: 'missing' | 'changed' | 'head' | 'no-head';
};
export type AuditVerdict = { chains: number; entries: number; breaks: AuditBreak[] };

/**
 * Follows every chain from its first entry to its head and says where one does not fit. Finds rows that were changed, removed, reordered or
 * cut off; it cannot see a chain that was taken back whole, head included, to an earlier state.
 */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const secret = await vaultSecret(db, 'audit');
  const heads = new Map(
    (await db.select().from(auditChains)).map((head) => [`${head.objectKind}/${head.objectId}`, head]),
  );
  const objects = await db
    .selectDistinct({ objectKind: auditEntries.objectKind, objectId: auditEntries.objectId })
    .from(auditEntries);
  const breaks: AuditBreak[] = [];
  let entries = 0;
  for (const { objectKind, objectId } of objects) {
    const rows = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectKind, objectKind), eq(auditEntries.objectId, objectId)))
      .orderBy(asc(auditEntries.seq));
    let previous: Buffer = CHAIN_START;
    let expected = 1;
    for (const row of rows) {
      entries += 1;
      if (row.seq !== expected) breaks.push({ objectKind, objectId, seq: expected, what: 'missing' });
      else if (!chainMac(secret, previous, row).equals(row.mac))
        breaks.push({ objectKind, objectId, seq: row.seq, what: 'changed' });
      previous = row.mac;
      expected = row.seq + 1;
    }
    const name = `${objectKind}/${objectId}`;
    const head = heads.get(name);
    heads.delete(name);
    if (!head) breaks.push({ objectKind, objectId, seq: expected - 1, what: 'no-head' });
    else if (head.count !== expected - 1 || !head.head.equals(previous))
      breaks.push({ objectKind, objectId, seq: head.count, what: 'head' });
  }
  for (const head of heads.values())
    breaks.push({ objectKind: head.objectKind, objectId: head.objectId, seq: 1, what: 'missing' });
  return { chains: objects.length, entries, breaks };
}
