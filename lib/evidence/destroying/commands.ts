import 'server-only';
import { and, eq, inArray, lt, or } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { drafts } from '@/db/schema/drafts';
import { evidenceFiles } from '@/db/schema/evidence';
import { DAY, MINUTE, now } from '@/lib/clock';
import { destroyDataKey } from '@/lib/vault/commands';

/** The keys first: what is still there when the rest fails can no longer be opened. Chunks go with their file's row. */
export async function destroyFiles(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const id of ids) await destroyDataKey(tx, { kind: 'evidence', id });
  await tx.delete(evidenceFiles).where(inArray(evidenceFiles.id, ids));
}

/** How long a file without a byte keeps its place among the twenty. On a line on which a first piece takes longer, it is begun anew by itself. */
export const EMPTY_LIFE = 10 * MINUTE;

/**
 * Gives up the oldest file of a full draft of which no byte has come for a while: the answer that named it was lost on the way, so nobody can
 * go on with it, and it must not keep out one that is there. False when there is none.
 */
export async function giveUpEmpty(tx: Tx, draftId: string): Promise<boolean> {
  const [empty] = await tx
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.draftId, draftId),
        eq(evidenceFiles.received, 0),
        lt(evidenceFiles.touchedAt, new Date(now().getTime() - EMPTY_LIFE)),
      ),
    )
    .orderBy(evidenceFiles.touchedAt)
    .limit(1)
    .for('update');
  if (empty) await destroyFiles(tx, [empty.id]);
  return empty !== undefined;
}

/** Destroys all files of a draft that are still its own. */
export async function destroyDraftEvidence(tx: Tx, draftId: string): Promise<void> {
  const rows = await tx
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(eq(evidenceFiles.draftId, draftId))
    .orderBy(evidenceFiles.id)
    .for('update');
  await destroyFiles(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Destroys all files of a report, in the transaction that erases it. Answers how many. What lies in an object store is swept after. */
export async function destroyReportEvidence(tx: Tx, reportId: string): Promise<number> {
  const rows = await tx
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(eq(evidenceFiles.reportId, reportId))
    .orderBy(evidenceFiles.id)
    .for('update');
  await destroyFiles(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/** How long an upload may rest before it is given up; its draft lives no longer either. */
const RECEIVING_LIFE = DAY;
/** Files that one round gives up; the next round goes on. */
const GIVEN_UP_A_ROUND = 500;

/** Gives up uploads that nobody went on with, and the files of drafts that are over. Each goes in a transaction of its own. */
export async function giveUpStale(db: Db): Promise<number> {
  const resting = and(
    eq(evidenceFiles.state, 'RECEIVING'),
    lt(evidenceFiles.touchedAt, new Date(now().getTime() - RECEIVING_LIFE)),
  );
  const over = lt(drafts.expiresAt, now());
  const stale = await db
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .innerJoin(drafts, eq(drafts.id, evidenceFiles.draftId))
    .where(or(resting, over))
    .limit(GIVEN_UP_A_ROUND);
  for (const { id } of stale) {
    await withTransaction(db, async (tx) => {
      const [row] = await tx
        .select({ id: evidenceFiles.id })
        .from(evidenceFiles)
        .innerJoin(drafts, eq(drafts.id, evidenceFiles.draftId))
        .where(and(eq(evidenceFiles.id, id), or(resting, over)))
        .for('update', { of: evidenceFiles });
      // Sent, or gone on with, since it was listed.
      if (row) await destroyFiles(tx, [id]);
    });
  }
  return stale.length;
}
