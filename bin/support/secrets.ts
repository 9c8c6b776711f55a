import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { withFileLock } from '@/db/embedded-server/lock';

const base64 = () => randomBytes(32).toString('base64');
const word = () => randomBytes(32).toString('base64url');

/** How each secret is made. The key's id is its day of birth, so that a keyring tells its own order. */
const MAKERS: Record<string, () => string | Promise<string>> = {
  NARU_KEYS: () => `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}:${base64()}`,
  NEXTAUTH_SECRET: word,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: base64,
  CRON_SECRET: word,
  NARU_BACKUP_KEY: generateX25519Identity,
};

/** An operator who names whom backups are for, or has a database of their own, keeps that key themselves. */
function neededHere(): string[] {
  const own = process.env.NARU_BACKUP_TO || process.env.POSTGRES_URL;
  return Object.keys(MAKERS).filter((name) => name !== 'NARU_BACKUP_KEY' || !own);
}

function parse(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const pairs = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => /^([A-Z_]+)=(.*)$/.exec(line.trim()))
    .filter((match) => match !== null);
  return Object.fromEntries(pairs.map((match) => [match[1], match[2]]));
}

/**
 * Puts every secret that the environment does not set into it: from `<dataDir>/secrets.env`, where the missing ones are made first.
 * Without the keys nobody can read the reports again, so they are never made anew beside a database that was written with others.
 */
export async function provideSecrets(dataDir: string, names = neededHere()): Promise<void> {
  const file = join(dataDir, 'secrets.env');
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  await withFileLock(`${file}.lock`, async () => {
    const kept = parse(file);
    const missing = names.filter((name) => !process.env[name] && !kept[name]);
    if (missing.includes('NARU_KEYS') && hasEmbeddedDatabase(dataDir) && !process.env.POSTGRES_URL) {
      throw new Error(
        `There is a database in ${dataDir}, but its keys are gone: no NARU_KEYS in the environment or in ${file}. ` +
          'Put them back; without them its reports cannot be read. To begin anew, move that directory away.',
      );
    }
    if (missing.length > 0) {
      for (const name of missing) kept[name] = (await MAKERS[name]?.()) ?? '';
      const header =
        '# Made by Naru. Whoever has this file and the database can read every report; without it nobody can.\n';
      const lines = Object.entries(kept).map(([name, value]) => `${name}=${value}\n`);
      await writeFile(`${file}.new`, header + lines.join(''), { mode: 0o600 });
      await rename(`${file}.new`, file);
      announce(file, missing);
    }
    if (existsSync(file)) await chmod(file, 0o600);
    for (const name of names) process.env[name] ||= kept[name];
  });
}

/** Puts the secrets that were made here before into the environment and makes none: a restore needs those that there were, and no others. */
export function readSecrets(dataDir: string): void {
  for (const [name, value] of Object.entries(parse(join(dataDir, 'secrets.env'))))
    if (MAKERS[name]) process.env[name] ||= value;
}

function hasEmbeddedDatabase(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres', 'cluster')) || existsSync(join(dataDir, 'postgres-is-at'));
}

function announce(file: string, names: string[]): void {
  console.log(`Made ${names.join(', ')}; kept in ${file} (readable by this account only).`);
  if (!names.includes('NARU_KEYS')) return;
  console.log('Back that file up, apart from the database: without it no report can be read again.');
  if (!process.env.POSTGRES_URL) return;
  console.warn(
    [
      '',
      '!! POSTGRES_URL points to a database of yours, and NARU_KEYS was not set, so keys were made on this machine.',
      '!! Every other instance, and this one after a move, needs the same ones: copy them into its environment now.',
      '',
    ].join('\n'),
  );
}
