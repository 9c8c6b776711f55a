import 'server-only';
import { createHmac } from 'node:crypto';
import { deriveKey } from '@/lib/vault/secrets';

/** What can be erased. A report goes with its compartment, its files and the drafts that add to it. */
export const ERASABLE_KINDS = ['report', 'case', 'person', 'return'] as const;
export type ErasableKind = (typeof ERASABLE_KINDS)[number];
/** PERIOD: its time was over. REQUEST: asked for by receipt code. DESK: two people decided it. */
export const WHYS = ['PERIOD', 'REQUEST', 'DESK'] as const;
export type Why = (typeof WHYS)[number];

/** One line of the ledger: ids, a code and a time, nothing of a person. Each MAC covers the one before it. */
export type LedgerLine = {
  seq: number;
  id: string;
  kind: ErasableKind;
  owner: string;
  at: string;
  why: Why;
  mac: string;
};

export const FIRST_MAC = '';

export function ledgerMac(secret: Buffer, before: string, line: Omit<LedgerLine, 'mac'>): string {
  const said = JSON.stringify([before, line.seq, line.id, line.kind, line.owner, line.at, line.why]);
  return createHmac('sha256', deriveKey(secret, 'erasure-ledger')).update(said).digest('hex');
}

/** Whose ledger a file holds: a name made of the secret, which tells nothing of it. */
export function ledgerFileName(secret: Buffer): string {
  const name = createHmac('sha256', deriveKey(secret, 'erasure-ledger')).update('file').digest('hex');
  return `erasure-ledger-${name.slice(0, 12)}.jsonl`;
}

/** Reads lines as they stand in a file. Throws where one was changed, left out or made up: then the file is not to be trusted at all. */
export function readLedgerText(secret: Buffer, text: string): LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (const row of text.split('\n').filter((one) => one !== '')) {
    const line = parsed(row);
    const before = lines.at(-1)?.mac ?? FIRST_MAC;
    const next = lines.length + 1;
    if (line?.seq !== next || line.mac !== ledgerMac(secret, before, line))
      throw new Error(`The erasure ledger is not as it was written, from line ${next} on.`);
    lines.push(line);
  }
  return lines;
}

function parsed(row: string): LedgerLine | null {
  try {
    return JSON.parse(row) as LedgerLine;
  } catch {
    return null;
  }
}
