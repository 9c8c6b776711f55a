import 'server-only';
import { and, asc, count, eq, gt, inArray, max, min, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { auditChains, auditEntries } from '@/db/schema/audit';
import { vaultSecret } from '@/lib/vault/secrets';
import { HEAD_BYTES, type Shipped } from './checkpoints/line';
import { type AuditDetail, type AuditObject, CHAIN_START, chainMac, nextHead } from './entry';

export type AuditBreak = {
  objectKind: string;
  objectId: string;
  seq: number;
  /** `taken-back`: a checkpoint outside the database knows more of the chain, or other things. */
  what: 'missing' | 'changed' | 'head' | 'no-head' | 'taken-back';
};
export type AuditVerdict = { chains: number; entries: number; breaks: AuditBreak[] };

/**
 * Follows every chain from its first entry to its head and says where one does not fit; after a missing entry nothing of that chain can be
 * vouched for. Finds rows that were changed, removed, reordered or cut off. Only with what was shipped (lib/audit/checkpoints) does it see a
 * chain that was removed whole, or taken back to a state of which someone had kept the head, and only up to there. Looks at one moment of the
 * database, so that it can run while the server writes.
 */
export async function verifyAudit(db: Db, shipped: Shipped | null = null): Promise<AuditVerdict> {
  const secret = await vaultSecret(db, 'audit');
  return db.transaction((tx) => verifyChains(tx, secret, shipped), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

type Head = typeof auditChains.$inferSelect;
type EntryRow = typeof auditEntries.$inferSelect;

async function verifyChains(tx: Tx, secret: Buffer, shipped: Shipped | null): Promise<AuditVerdict> {
  const known = new Map(shipped?.heads);
  const verdict: AuditVerdict = { chains: 0, entries: 0, breaks: [] };
  for await (const chains of chainsInOrder(tx)) {
    const heads = await headsOf(tx, chains);
    for (const rows of chains) {
      const { objectKind = '', objectId = '' } = rows[0] ?? {};
      const name = `${objectKind}/${objectId}`;
      verdict.chains += 1;
      verdict.entries += rows.length;
      for (const found of breaksOf(secret, rows, heads.get(name), known.get(name)))
        verdict.breaks.push({ objectKind, objectId, ...found });
      known.delete(name);
    }
  }
  for (const { objectKind, objectId } of await headsAlone(tx))
    verdict.breaks.push({ objectKind, objectId, seq: 1, what: 'missing' });
  for (const name of known.keys()) {
    const [objectKind = '', objectId = ''] = name.split('/');
    verdict.breaks.push({ objectKind, objectId, seq: 1, what: 'taken-back' });
  }
  return verdict;
}

/** Entries read at once: a chain a query would take a thousand times as many of them. */
const ENTRIES_AT_ONCE = 5_000;

/** Chains whole, their entries in order, some at a time; read along the index of chains, so that the whole audit is never in memory. */
async function* chainsInOrder(tx: Tx): AsyncGenerator<EntryRow[][]> {
  let chain: EntryRow[] = [];
  for (let last: EntryRow | undefined; ; ) {
    const rows: EntryRow[] = await tx
      .select()
      .from(auditEntries)
      .where(
        last &&
          sql`(${auditEntries.objectKind}, ${auditEntries.objectId}, ${auditEntries.seq}) > (${last.objectKind}, ${last.objectId}::uuid, ${last.seq})`,
      )
      .orderBy(asc(auditEntries.objectKind), asc(auditEntries.objectId), asc(auditEntries.seq))
      .limit(ENTRIES_AT_ONCE);
    const whole: EntryRow[][] = [];
    for (const row of rows) {
      if (last && (row.objectKind !== last.objectKind || row.objectId !== last.objectId)) {
        whole.push(chain);
        chain = [];
      }
      chain.push(row);
      last = row;
    }
    const isLast = rows.length < ENTRIES_AT_ONCE;
    if (isLast && chain.length > 0) whole.push(chain);
    if (whole.length > 0) yield whole;
    if (isLast) return;
  }
}

/** The heads of chains that follow each other in the index. */
async function headsOf(tx: Tx, chains: readonly EntryRow[][]): Promise<Map<string, Head>> {
  const [first, last] = [chains[0]?.[0], chains.at(-1)?.[0]];
  if (!first || !last) return new Map();
  const place = sql`(${auditChains.objectKind}, ${auditChains.objectId})`;
  const heads = await tx
    .select()
    .from(auditChains)
    .where(
      sql`${place} >= (${first.objectKind}, ${first.objectId}::uuid) and ${place} <= (${last.objectKind}, ${last.objectId}::uuid)`,
    );
  return new Map(heads.map((head) => [`${head.objectKind}/${head.objectId}`, head]));
}

/** Heads of which there is no entry at all. */
const headsAlone = (tx: Tx) =>
  tx
    .select({ objectKind: auditChains.objectKind, objectId: auditChains.objectId })
    .from(auditChains)
    .where(
      sql`not exists (select 1 from ${auditEntries} where ${auditEntries.objectKind} = ${auditChains.objectKind} and ${auditEntries.objectId} = ${auditChains.objectId})`,
    );

function breaksOf(
  secret: Buffer,
  rows: readonly EntryRow[],
  kept: Head | undefined,
  shipped: readonly [count: number, head: string] | undefined,
): Pick<AuditBreak, 'seq' | 'what'>[] {
  const breaks: Pick<AuditBreak, 'seq' | 'what'>[] = [];
  let head: Buffer = CHAIN_START;
  const stood = new Map<number, string>();
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) return [...breaks, { seq: index + 1, what: 'missing' }];
    if (!chainMac(secret, head, row).equals(row.mac)) breaks.push({ seq: row.seq, what: 'changed' });
    head = nextHead(secret, head, row.mac);
    stood.set(row.seq, head.toString('hex', 0, HEAD_BYTES));
  }
  if (!kept) return [...breaks, { seq: rows.length, what: 'no-head' }];
  if (shipped && stood.get(shipped[0]) !== shipped[1]) breaks.push({ seq: shipped[0], what: 'taken-back' });
  if (kept.count !== rows.length || !kept.head.equals(head)) breaks.push({ seq: kept.count, what: 'head' });
  return breaks;
}

/** Whether something of this kind, with this detail, has been recorded of an object. The caller holds the object's lock where it decides by it. */
export async function wasRecorded(
  db: Db | Tx,
  object: AuditObject,
  act: string,
  detail: AuditDetail,
): Promise<boolean> {
  const found = await db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.objectKind, object.kind),
        eq(auditEntries.objectId, object.id),
        eq(auditEntries.act, act),
        sql`${auditEntries.detail} @> ${JSON.stringify(detail)}::jsonb`,
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** Which staff have done any of these acts to an object since another act was last done to it. Reads one chain, by its index. */
export async function staffSince(
  db: Db | Tx,
  object: AuditObject,
  acts: readonly string[],
  last: string,
): Promise<string[]> {
  const chain = and(eq(auditEntries.objectKind, object.kind), eq(auditEntries.objectId, object.id));
  const [done] = await db
    .select({ seq: max(auditEntries.seq) })
    .from(auditEntries)
    .where(and(chain, eq(auditEntries.act, last)));
  const rows = await db
    .selectDistinct({ staffId: auditEntries.actorId })
    .from(auditEntries)
    .where(
      and(
        chain,
        eq(auditEntries.actorKind, 'staff'),
        inArray(auditEntries.act, [...acts]),
        gt(auditEntries.seq, done?.seq ?? 0),
      ),
    );
  return rows.flatMap(({ staffId }) => staffId ?? []);
}

export type StaffTrace = { staffId: string; firstAt: Date; lastAt: Date; times: number };

/** Which staff did any of these acts to an object, the first of them first. Reads one chain, by its index. */
export async function staffWhoDid(
  db: Db | Tx,
  object: AuditObject,
  acts: readonly string[],
): Promise<StaffTrace[]> {
  const rows = await db
    .select({
      staffId: auditEntries.actorId,
      firstAt: min(auditEntries.at),
      lastAt: max(auditEntries.at),
      times: count(),
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.objectKind, object.kind),
        eq(auditEntries.objectId, object.id),
        eq(auditEntries.actorKind, 'staff'),
        inArray(auditEntries.act, [...acts]),
      ),
    )
    .groupBy(auditEntries.actorId)
    .orderBy(min(auditEntries.at), min(auditEntries.seq));
  return rows.flatMap(({ staffId, firstAt, lastAt, times }) =>
    staffId && firstAt && lastAt ? [{ staffId, firstAt, lastAt, times }] : [],
  );
}
