import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { openDatabase } from '@/db/client';
import { writeArchive } from '@/lib/backup/archive';
import { backUp } from '@/lib/backup/commands';
import { deleteExpired, newBackupPath, writeWhole } from '@/lib/backup/file';
import { recipients } from '@/lib/backup/keys';
import { BackupRefused } from '@/lib/backup/refused';
import { env, requireSecret } from '@/lib/env';

/**
 * `npm run backup [-- --to FILE]`: everything in the database and its files, sealed, at one moment, while the server runs. `--to -` writes to
 * standard output (with `npm run -s`). `--lacking`: although the object store has lost pieces of files. `--new-key` prints a pair of keys and does nothing else. What it says goes to standard error.
 */
const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    lacking: { type: 'boolean', default: false },
    'new-key': { type: 'boolean', default: false },
  },
});
const say = (line: string) => console.error(line);

async function printNewKey(): Promise<void> {
  const identity = await generateX25519Identity();
  console.log(
    `# Opens the backups. Keep it where the server is not, and where it will be found in an emergency.`,
  );
  console.log(`NARU_BACKUP_KEY=${identity}`);
  console.log(`# For the server, so that it can seal backups and open none.`);
  console.log(`NARU_BACKUP_TO=${await identityToRecipient(identity)}`);
}

/** As whoever migrates: that role may read every table, its address goes through no pooler, and no time limit of ours ends it. */
const open = () =>
  openDatabase(env().POSTGRES_URL_NON_POOLING ?? requireSecret('POSTGRES_URL'), undefined, 'none');

async function writeTo(to: readonly string[], out: Writable) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => out.destroy(new BackupRefused('Interrupted: no backup was made.')));
  const archive = writeArchive(to, out);
  const { db, close } = open();
  try {
    const backed = await backUp(db, archive.put, values.lacking);
    await archive.end();
    return backed;
  } finally {
    await close();
  }
}

async function makeBackup(): Promise<void> {
  const to = await recipients();
  const started = Date.now();
  if (values.to === '-') {
    tell(await writeTo(to, process.stdout), 'standard output', started);
    return;
  }
  // npm runs this where package.json is; a name is meant from where the person is.
  const path = values.to ? resolve(process.env.INIT_CWD ?? '.', values.to) : newBackupPath();
  const { result, size } = await writeWhole(path, (out) => writeTo(to, out));
  tell(result, `${path} (${(size / 1e6).toFixed(1)} MB)`, started);
  const deleted = values.to ? [] : await deleteExpired();
  if (deleted.length > 0) say(`Deleted as older than ${env().NARU_BACKUP_DAYS} days: ${deleted.join(', ')}.`);
}

function tell({ head, end }: Awaited<ReturnType<typeof backUp>>, where: string, started: number): void {
  const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  const pieces = end.objects > 0 ? ` and ${end.objects} pieces of files` : '';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(
    `Backed up ${rows} rows of ${head.tables.length} tables${pieces}, as of ${head.at}, in ${seconds} s: ${where}`,
  );
  if (end.absent.length > 0)
    say(
      `${end.absent.length} pieces of files were not in the object store any more${values.lacking ? '' : ': they were erased meanwhile'}.`,
    );
  say(
    'To open it: the private key that belongs to it, and the NARU_KEYS of today. Keep those apart from it.',
  );
}

if (values['new-key']) await printNewKey();
else await makeBackup();
