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

/** What was shipped, by object: where its chain stood each time. */
export type Shipped = {
  /** The MACs of all lines, in order: line 1 first. */
  macs: readonly string[];
  last: CheckpointLine | null;
  heads: Map<string, [number, string][]>;
  /** When the database was last put back from a backup; null when it never was. */
  restoredAt: string | null;
};

/**
 * Reads lines as they stand in a file. Throws where one was changed, taken out or made up: then the file, not the database, is what was
 * tampered with. Lines taken off the end cannot be seen here; the log has said how many there were. `upTo` leaves out what was shipped in later
 * lines, which are read all the same.
 */
export function readLines(secret: Buffer, text: string, upTo = Number.POSITIVE_INFINITY): Shipped {
  let last: CheckpointLine | null = null;
  let restoredAt: string | null = null;
  const macs: string[] = [];
  let standing: CheckpointLine[] = [];
  for (const row of text.split('\n').slice(0, -1)) {
    const line = JSON.parse(row) as CheckpointLine;
    const next: number = (last?.seq ?? 0) + 1;
    if (line.seq !== next || line.mac !== lineMac(secret, last?.mac ?? FIRST_MAC, line))
      throw new Error(`The checkpoints themselves are not as they were written, from line ${next} on.`);
    last = line;
    macs.push(line.mac);
    if (line.seq > upTo) continue;
    const { restored } = line;
    if (restored) {
      standing = standing.filter(({ seq }) => seq <= restored.to);
      restoredAt = line.at;
    }
    standing.push(line);
  }
  const heads: Shipped['heads'] = new Map();
  for (const line of standing)
    for (const [kind, id, count, head] of line.heads) {
      const name = `${kind}/${id}`;
      heads.set(name, [...(heads.get(name) ?? []), [count, head]]);
    }
  return { macs, last, heads, restoredAt };
}
