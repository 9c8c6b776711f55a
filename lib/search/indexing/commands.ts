import 'server-only';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { cases, persons } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { searchDocuments, searchDue } from '@/db/schema/search';
import { departureDigest } from '@/lib/cases/departure-day';
import { MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { vaultSecret } from '@/lib/vault/secrets';
import { type OwnerKind, openSearchable, type SearchOwner } from '../searchable/queries';
import { termsOf } from '../terms';
import { indexTokens, searchKeys } from '../tokens';

/** Indexes one report, case or person as it stands now. Gone, or its key destroyed: it leaves the index. */
async function indexOwner(db: Db, tx: Tx, secret: Buffer, owner: SearchOwner): Promise<void> {
  const opened = await openSearchable(tx, owner);
  const which = and(eq(searchDocuments.ownerKind, owner.kind), eq(searchDocuments.ownerId, owner.id));
  if (!opened) {
    await tx.delete(searchDocuments).where(which);
    return;
  }
  const departureDay = opened.departs ? await departureDigest(db, opened.departs) : null;
  const row = {
    at: opened.at,
    ...indexTokens(searchKeys(secret), termsOf(opened.texts), opened.at),
    departureDay,
    indexedAt: now(),
  };
  await tx
    .insert(searchDocuments)
    .values({ ownerKind: owner.kind, ownerId: owner.id, ...row })
    .onConflictDoUpdate({ target: [searchDocuments.ownerKind, searchDocuments.ownerId], set: row });
}

/** Most that one round indexes, and how long it goes on, so that the parts behind it come to their turn and a scheduler need not wait for long. */
const ROUND = 2_000;
const ROUND_MS = 15_000;

/**
 * Indexes what has changed. It runs after the fact, from a job: a fault here can lose no report. Each has a transaction of its own; one that
 * fails waits a while and holds nobody up. Answers how many were indexed.
 */
export async function indexDue(db: Db): Promise<number> {
  const secret = await vaultSecret(db, 'index');
  // The digests' secret is read before a transaction holds a connection.
  await vaultSecret(db, 'digest');
  let indexed = 0;
  const until = performance.now() + ROUND_MS;
  for (let turn = 0; turn < ROUND && performance.now() < until; turn += 1) {
    const outcome = await indexNext(db, secret);
    if (outcome === 'none') break;
    if (outcome === 'indexed') indexed += 1;
  }
  return indexed;
}

async function indexNext(db: Db, secret: Buffer): Promise<'none' | 'indexed' | 'failed'> {
  let owner: SearchOwner | null = null;
  try {
    return await withTransaction(db, async (tx) => {
      const [due] = await tx
        .select()
        .from(searchDue)
        .where(lte(searchDue.since, sql`now()`))
        .orderBy(asc(searchDue.since))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!due) return 'none' as const;
      owner = { kind: due.ownerKind as OwnerKind, id: due.ownerId };
      // Taken out first: what changes while this reads waits for it, and then notes itself anew.
      await tx
        .delete(searchDue)
        .where(and(eq(searchDue.ownerKind, owner.kind), eq(searchDue.ownerId, owner.id)));
      await indexOwner(db, tx, secret, owner);
      return 'indexed' as const;
    });
  } catch (error) {
    log.warn('search.not-indexed', describeError(error));
    if (!owner) return 'none';
    const { kind, id } = owner as SearchOwner;
    await db
      .update(searchDue)
      .set({ since: sql`now() + ${10 * MINUTE} * interval '1 millisecond'` })
      .where(and(eq(searchDue.ownerKind, kind), eq(searchDue.ownerId, id)));
    return 'failed';
  }
}

/** How many are marked in one statement: whoever changes one of them waits for its end. */
const SLICE = 1_000;

/** Marks everything to be indexed anew, after the rules or the keys of the index have changed. A slice at a time, beside people who work. */
export async function reindexAll(db: Db, slice = SLICE): Promise<void> {
  for (const [kind, table] of [
    ['report', reports],
    ['case', cases],
    ['person', persons],
  ] as const) {
    let last: string | null = '00000000-0000-0000-0000-000000000000';
    while (last) {
      const marked =
        (await db.execute(sql`with slice as (select id from ${table} where id > ${last} order by id limit ${slice}),
        marked as (insert into search_due (owner_kind, owner_id) select ${kind}::text, id from slice on conflict do nothing)
        select max(id::text) as last from slice`)) as unknown as { rows: { last: string | null }[] };
      last = marked.rows[0]?.last ?? null;
    }
  }
}
