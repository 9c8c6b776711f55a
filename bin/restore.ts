import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openDatabase } from '@/db/client';
import { readArchive } from '@/lib/backup/archive';
import { type Restored, restore } from '@/lib/backup/commands';
import { identitiesIn, ownIdentity } from '@/lib/backup/keys';
import { readSteps } from '@/lib/backup/reading';
import { BackupRefused } from '@/lib/backup/refused';
import { env, requireSecret } from '@/lib/env';

/**
 * `npm run restore -- FILE [--key FILE]`: fills an empty database with a backup, wholly or not at all. `--check` reads the backup to its end, says
 * whether it could be restored, and touches no database. Where checkpoints of an installation lie, `--replaces` or `--drill` says which this is. FILE `-` is standard input.
 * `--erasure-log FILE`: a log of the server, or several in one, whose lines `erasure` are followed where no ledger was kept on a disk.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string' },
    check: { type: 'boolean', default: false },
    replaces: { type: 'boolean', default: false },
    drill: { type: 'boolean', default: false },
    'erasure-log': { type: 'string' },
  },
});
const USAGE =
  'usage: npm run restore -- FILE [--key FILE] [--erasure-log FILE] [--replaces | --drill | --check]';
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);

async function entries(file: string) {
  if (!env().NARU_KEYS)
    throw new BackupRefused(
      'NARU_KEYS is not set. What is in a backup is sealed with the NARU_KEYS of that time: put them into the environment, or their secrets.env into ' +
        'NARU_DATA_DIR.',
    );
  const identities = values.key
    ? identitiesIn(
        await readFile(fromHere(values.key), 'utf8').catch((error: { code?: string }) => {
          throw new BackupRefused(`The key file cannot be read (${error.code}).`);
        }),
      )
    : ownIdentity();
  return readArchive(identities, file === '-' ? process.stdin : createReadStream(fromHere(file)));
}

async function check(file: string): Promise<void> {
  let at = '';
  let rows = 0;
  for await (const step of readSteps(await entries(file))) {
    if (step.kind === 'head') at = step.head.at;
    if (step.kind === 'rows') rows += step.lines.length;
  }
  console.log(`This backup is whole, and the keys here open it: ${rows} rows, as of ${at}.`);
}

function tell({ head, end, audit, checkpoints, erased, moved, untold }: Restored, seconds: number): void {
  const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  console.log(
    `Restored ${rows} rows of ${head.tables.length} tables, as of ${head.at}, in ${seconds.toFixed(1)} s.`,
  );
  if (moved > 0)
    console.log(
      `${moved} pieces of files lay in an object store; no S3_ value is set here, so they are in the database now.`,
    );
  console.log(
    audit.breaks.length === 0
      ? `The audit holds: ${audit.entries} entries in ${audit.chains} chains.`
      : `!! The audit is broken in ${audit.breaks.length} places, and was when the backup was made: npm run audit:verify names them.`,
  );
  console.log(
    {
      none: 'There are no checkpoints on this machine to hold it against.',
      held: 'It also holds against the checkpoints that were shipped to this machine before the backup.',
      'cut-off':
        '!! The checkpoints on this machine are not those that the backup knew: the file was cut off, or is another one.',
    }[checkpoints],
  );
  if (untold)
    console.log(
      '!! The restore stands, and could not be written behind the checkpoints on this machine, which will now call it tampering. Before npm start, move ' +
        'audit-checkpoints-….jsonl out of NARU_DATA_DIR, keep it, and see whether that directory can be written.',
    );
  console.log(
    erased
      ? `The ledger of erasures was followed: ${erased.added + erased.again} of its ${erased.lines} lines were erased again.`
      : 'No ledger of erasures lies in NARU_DATA_DIR. If anything was erased since the backup, it is here again: restore once more, into another empty ' +
          'database, with erasure-ledger-….jsonl of the old NARU_DATA_DIR in it, or with --erasure-log and the log of the server.',
  );
  console.log(`
What to do now, before people come back:
- Nothing since ${head.at} is here. Receipt codes of later reports open nothing; say so where people ask.
- Accounts, roles, passwords and recovery codes are as they were then: disable again who was disabled since, then npm start.
- Legal holds, reopenings and longer periods set since then are gone: set them again within seven days. Until then nothing is erased for its period.
- Everybody signs in anew. Invitations that were open have ended; send new ones.
- npm run backup, once it runs.`);
}

function erasureLog() {
  const file = values['erasure-log'];
  return file === undefined ? undefined : createInterface({ input: createReadStream(fromHere(file)) });
}

async function restoreFrom(file: string): Promise<void> {
  const started = Date.now();
  const meant = values.replaces ? 'replaces' : values.drill ? 'drill' : null;
  const read = await entries(file);
  // As whoever migrates: tables are made here. However long one statement takes, giving it up would undo all of it.
  const url = env().POSTGRES_URL_NON_POOLING ?? requireSecret('POSTGRES_URL');
  const { db, close } = openDatabase(url, undefined, 'none');
  try {
    tell(await restore(db, read, meant, erasureLog()), (Date.now() - started) / 1000);
  } finally {
    await close();
  }
}

const [file] = positionals;
if (!file || positionals.length > 1 || (values.replaces && values.drill)) throw new BackupRefused(USAGE);
await (values.check ? check(file) : restoreFrom(file));
