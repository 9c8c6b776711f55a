import 'server-only';
import { createHmac } from 'node:crypto';
import { deriveKey } from '@/lib/vault/secrets';

/** Where a chain stood: its object, how many entries, and the first half of its head. */
export type ShippedHead = readonly [objectKind: string, objectId: string, count: number, head: string];

/**
 * One line that leaves the database. `since`: the oldest transaction that was still running when it was written; whatever is older has been
 * shipped. Lines are chained like entries are, so that none can be taken out of the middle or written by who has no key.
 */
export type CheckpointLine = { seq: number; at: string; since: string; heads: ShippedHead[]; mac: string };

/** Bytes of a head that are shipped. */
export const HEAD_BYTES = 16;
export const FIRST_MAC = '';

export function lineMac(secret: Buffer, before: string, line: Omit<CheckpointLine, 'mac'>): string {
  const said = JSON.stringify([before, line.seq, line.at, line.since, line.heads]);
  return createHmac('sha256', deriveKey(secret, 'audit-checkpoint')).update(said).digest('hex');
}

/** Whose checkpoints a file holds: a name made of the secret, which tells nothing of it. */
export function fileNameOf(secret: Buffer): string {
  const name = createHmac('sha256', deriveKey(secret, 'audit-checkpoint')).update('file').digest('hex');
  return `audit-checkpoints-${name.slice(0, 12)}.jsonl`;
}

/** What was shipped, by object: where its chain stood each time. */
export type Shipped = { lines: number; last: CheckpointLine | null; heads: Map<string, [number, string][]> };

/**
 * Reads lines as they stand in a file. Throws where one was changed, taken out or made up: then the file, not the database, is what was
 * tampered with. Lines taken off the end cannot be seen here; the log has said how many there were.
 */
export function readLines(secret: Buffer, text: string): Shipped {
  const shipped: Shipped = { lines: 0, last: null, heads: new Map() };
  for (const row of text.split('\n').slice(0, -1)) {
    const line = JSON.parse(row) as CheckpointLine;
    const before = shipped.last?.mac ?? FIRST_MAC;
    const next = (shipped.last?.seq ?? 0) + 1;
    if (line.seq !== next || line.mac !== lineMac(secret, before, line))
      throw new Error(`The checkpoints themselves are not as they were written, from line ${next} on.`);
    for (const [kind, id, count, head] of line.heads) {
      const name = `${kind}/${id}`;
      shipped.heads.set(name, [...(shipped.heads.get(name) ?? []), [count, head]]);
    }
    shipped.lines += 1;
    shipped.last = line;
  }
  return shipped;
}
