import 'server-only';
import { createHmac } from 'node:crypto';
import { deriveKey } from '@/lib/vault/secrets';

/** What can be erased. A report goes with its compartment, its files and the drafts that add to it. */
export const ERASABLE_KINDS = ['report', 'case', 'person', 'return'] as const;
export type ErasableKind = (typeof ERASABLE_KINDS)[number];
/** PERIOD: its time was over. REQUEST: the reporter, or whom it is about, asked for it. DESK: two people decided it. */
export const WHYS = ['PERIOD', 'REQUEST', 'DESK'] as const;
export type Why = (typeof WHYS)[number];

/** One line of the ledger: ids, a code and a time, nothing of who it was about. Each MAC covers the one before it. */
export type LedgerLine = {
  seq: number;
  id: string;
  kind: ErasableKind;
  owner: string;
  at: string;
  why: Why;
  /** The two people who decided it, by their accounts; lines of a period have none. */
  askedBy?: string;
  agreedBy?: string;
  mac: string;
};

export const FIRST_MAC = '';

export function ledgerMac(secret: Buffer, before: string, line: Omit<LedgerLine, 'mac'>): string {
  const { seq, id, kind, owner, at, why, askedBy, agreedBy } = line;
  const two = askedBy && agreedBy ? [askedBy, agreedBy] : [];
  const said = JSON.stringify([before, seq, id, kind, owner, at, why, ...two]);
  return createHmac('sha256', deriveKey(secret, 'erasure-ledger')).update(said).digest('hex');
}

/**
 * A line as far as its MAC vouches for it; null where it was changed. Lines from before the two people were part of it vouch for all but them, and are
 * answered without.
 */
export function vouchedLine(secret: Buffer, before: string, line: LedgerLine): LedgerLine | null {
  if (line.mac === ledgerMac(secret, before, line)) return line;
  const { askedBy: _asked, agreedBy: _agreed, ...rest } = line;
  return line.why !== 'PERIOD' && line.mac === ledgerMac(secret, before, rest) ? rest : null;
}

/** Whose ledger a file holds: a name made of the secret, which tells nothing of it. */
export function ledgerFileName(secret: Buffer): string {
  const name = createHmac('sha256', deriveKey(secret, 'erasure-ledger')).update('file').digest('hex');
  return `erasure-ledger-${name.slice(0, 12)}.jsonl`;
}

/** Reads lines as they stand in a file. Throws where one was changed, left out or made up: then the file is not to be trusted at all. */
export async function readLedger(
  secret: Buffer,
  rows: AsyncIterable<string> | Iterable<string>,
): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for await (const row of rows) {
    const read = parsed(row);
    const before = lines.at(-1)?.mac ?? FIRST_MAC;
    const next = lines.length + 1;
    const line = read && vouchedLine(secret, before, read);
    if (line?.seq !== next)
      throw new Error(`The erasure ledger is not as it was written, from line ${next} on.`);
    lines.push(line);
  }
  return lines;
}

/**
 * The lines of a ledger that a log kept elsewhere holds among others (`event: erasure`), or a ledger's own file, in the order that they were written
 * in. What keeps a log may put its own words before a line, and may say one twice.
 */
export async function ledgerRowsIn(rows: AsyncIterable<string> | Iterable<string>): Promise<string[]> {
  const found = new Map<number, string>();
  for await (const row of rows) {
    const from = row.indexOf('{');
    const said = from < 0 ? null : (parsed(row.slice(from)) as (LedgerLine & { line?: unknown }) | null);
    const line = said?.line === undefined ? said : parsed(String(said.line));
    if (line?.seq && line.mac) found.set(line.seq, JSON.stringify(line));
  }
  return [...found].sort(([one], [other]) => one - other).map(([, row]) => row);
}

function parsed(row: string): LedgerLine | null {
  try {
    return JSON.parse(row) as LedgerLine;
  } catch {
    return null;
  }
}
