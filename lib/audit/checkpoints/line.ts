import 'server-only';
import { createHmac } from 'node:crypto';
import { deriveKey } from '@/lib/vault/secrets';

/** Where a chain stood: its object, how many entries, and the first half of its head. */
export type ShippedHead = readonly [objectKind: string, objectId: string, count: number, head: string];

/**
 * One line that leaves the database. `since`: the oldest transaction that was still running when it was written; whatever is older has been
 * shipped. Lines are chained like entries are, so that none can be taken out of the middle or written by who has no key.
 */
export type CheckpointLine = {
  seq: number;
  at: string;
  since: string;
  heads: ShippedHead[];
  /** The database was put back from a backup for which line `to` was the last: what was shipped between the two no longer stands there. */
  restored?: { to: number };
  mac: string;
};

/** Bytes of a head that are shipped. */
export const HEAD_BYTES = 16;
export const FIRST_MAC = '';

export function lineMac(secret: Buffer, before: string, line: Omit<CheckpointLine, 'mac'>): string {
  const { seq, at, since, heads, restored } = line;
  const said = JSON.stringify([before, seq, at, since, heads, ...(restored ? [restored] : [])]);
  return createHmac('sha256', deriveKey(secret, 'audit-checkpoint')).update(said).digest('hex');
}

/** How every file of checkpoints begins, whoever's it is. */
export const FILE_STEM = 'audit-checkpoints-';

/** Whose checkpoints a file holds: a name made of the secret, which tells nothing of it. */
export function fileNameOf(secret: Buffer): string {
  const name = createHmac('sha256', deriveKey(secret, 'audit-checkpoint')).update('file').digest('hex');
  return `${FILE_STEM}${name.slice(0, 12)}.jsonl`;
}

/** What was shipped, by object: where its chain stood the last time. The chain up to there vouches for every time before. */
export type Shipped = {
  /** The MACs of all lines, in order: line 1 first. */
  macs: readonly string[];
  last: CheckpointLine | null;
  heads: Map<string, readonly [count: number, head: string]>;
  /** When the database was last put back from a backup; null when it never was. */
  restoredAt: string | null;
};

/** Rows of a file, from its first one on each time it is asked. */
type Rows = () => Promise<AsyncIterable<string> | null>;

/**
 * Reads lines as they stand in a file, twice, so that neither the file nor every place a chain ever stood at is in memory. Null where nothing was ever
 * shipped to. Throws where a line was changed, taken out or made up: then the file, not the database, is what was tampered with. Lines taken
 * off the end cannot be seen here; the log has said how many there were. `upTo` leaves out what was shipped in later lines, which are read all
 * the same.
 */
export async function readLines(
  secret: Buffer,
  rows: Rows,
  upTo = Number.POSITIVE_INFINITY,
): Promise<Shipped | null> {
  const all = await rows();
  if (!all) return null;
  const shipped: Shipped & { macs: string[] } = { macs: [], last: null, heads: new Map(), restoredAt: null };
  const putBack: { from: number; to: number }[] = [];
  for await (const line of vouched(secret, all)) {
    shipped.last = line;
    shipped.macs.push(line.mac);
    if (!line.restored || line.seq > upTo) continue;
    putBack.push({ from: line.restored.to, to: line.seq });
    shipped.restoredAt = line.at;
  }
  const end = Math.min(shipped.macs.length, upTo);
  for await (const { seq, heads } of vouched(secret, (await rows()) ?? [])) {
    if (seq > end) break;
    if (putBack.some(({ from, to }) => seq > from && seq < to)) continue;
    for (const [kind, id, count, head] of heads) shipped.heads.set(`${kind}/${id}`, [count, head]);
  }
  return shipped;
}

async function* vouched(
  secret: Buffer,
  rows: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<CheckpointLine> {
  let before = FIRST_MAC;
  let seq = 0;
  for await (const row of rows) {
    seq += 1;
    const line = JSON.parse(row) as CheckpointLine;
    if (line.seq !== seq || line.mac !== lineMac(secret, before, line))
      throw new Error(`The checkpoints themselves are not as they were written, from line ${seq} on.`);
    before = line.mac;
    yield line;
  }
}
