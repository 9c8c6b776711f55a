import 'server-only';
import { type Keyring, keyring, unwrap } from '@/lib/vault/keyring';
import type { Entry } from './archive';
import { type End, type Head, notOurs, readEnd, readHead, readName } from './contents';
import { Origin } from './origin';
import { BackupRefused } from './refused';

export type Step =
  | { kind: 'head'; head: Head }
  | { kind: 'rows'; table: string; lines: string[] }
  | { kind: 'object'; id: string; bytes: Buffer }
  | { kind: 'end'; end: End };

/** The table whose rows open the rest; it comes first. */
const SECRETS = 'vault_secrets';

/**
 * Reads an archive step by step and holds each against what it has to be: made by Naru, in a format known here, openable with NARU_KEYS, and,
 * before `end` is handed out, whole, with as many rows as were read, and made by who has those keys (origin.ts). Throws `BackupRefused`.
 */
export async function* readSteps(entries: AsyncIterable<Entry>): AsyncGenerator<Step> {
  const origin = new Origin();
  const rows: Record<string, number> = {};
  let head: Head | undefined;
  let secret: Buffer | undefined;
  let objects = 0;
  let ended: End | undefined;
  for await (const entry of entries) {
    const what = readName(entry.name);
    if (ended || (what === 'head') !== (head === undefined)) throw notOurs();
    if (what === 'end') {
      ended = readEnd(entry.bytes);
      continue;
    }
    origin.add(entry);
    if (what === 'head') {
      head = readHead(entry.bytes);
      refuseStrangeKeys(keyring(), head);
      for (const table of head.tables) rows[table] = 0;
      yield { kind: 'head', head };
    } else if ('table' in what) {
      const { table } = what;
      const lines = entry.bytes.toString('utf8').split('\n').slice(0, -1);
      const before = rows[table];
      if (before === undefined) throw notOurs();
      rows[table] = before + lines.length;
      if (table === SECRETS) secret = auditSecret(lines) ?? secret;
      yield { kind: 'rows', table, lines };
    } else {
      objects += 1;
      yield { kind: 'object', id: what.object, bytes: entry.bytes };
    }
  }
  // Only now is the archive known to be whole to its last byte.
  const counted = Object.entries(rows).every(([table, count]) => ended?.rows[table] === count);
  if (!ended || !secret || !counted || ended.objects !== objects) throw notOurs();
  if (!origin.holds(secret, ended.mac))
    throw new BackupRefused(
      'This backup was not made by a Naru that has these NARU_KEYS, or it was put together from several. Nothing was restored.',
    );
  yield { kind: 'end', end: ended };
}

function refuseStrangeKeys(ring: Keyring, { keyIds }: Head): void {
  const missing = keyIds.filter((id) => !ring.keys.has(id));
  if (missing.length > 0)
    throw new BackupRefused(
      `What is in this backup is sealed with ${missing.join(', ')}, and NARU_KEYS has ${[...ring.keys.keys()].join(', ')}. ` +
        'Put the NARU_KEYS of that time into the environment (`npm start` keeps them in secrets.env); several can stand there, with commas between.',
    );
}

function auditSecret(lines: readonly string[]): Buffer | null {
  const rows = lines.map((line) => JSON.parse(line) as { name: string; wrapped: string; key_id: string });
  const row = rows.find(({ name }) => name === 'audit');
  if (!row) return null;
  const wrapped = Buffer.from(row.wrapped.slice(2), 'hex');
  try {
    return unwrap(keyring(), 'secret/audit', { wrapped, keyId: row.key_id });
  } catch (error) {
    throw new BackupRefused(
      `NARU_KEYS has a key called ${row.key_id}, but it is another one than this backup was made with: it does not open it.`,
      { cause: error },
    );
  }
}
