import 'server-only';
import { identityToRecipient } from 'age-encryption';
import { env } from '@/lib/env';
import { BackupRefused } from './refused';

/** For whom a backup is sealed: those in NARU_BACKUP_TO, or who has NARU_BACKUP_KEY. */
export async function recipients(): Promise<string[]> {
  const { NARU_BACKUP_TO: to, NARU_BACKUP_KEY: key } = env();
  if (to) return to.split(',');
  if (key) return [await identityToRecipient(key)];
  throw new BackupRefused(
    'Nobody could open this backup: neither NARU_BACKUP_TO nor NARU_BACKUP_KEY is set. `npm run backup -- --new-key` prints a pair of keys; put the ' +
      'public one into NARU_BACKUP_TO here, and keep the private one elsewhere.',
  );
}

/** The private keys in the text of a key file, as age writes it: one a line, lines with # are comments. */
export function identitiesIn(text: string): string[] {
  const found = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (found.length === 0 || found.some((line) => !/^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/.test(line)))
    throw new BackupRefused('The key file holds no private key of age (a line AGE-SECRET-KEY-1…).');
  return found;
}

/** The private key in NARU_BACKUP_KEY. */
export function ownIdentity(): string[] {
  const { NARU_BACKUP_KEY: key } = env();
  if (key) return [key];
  throw new BackupRefused(
    'A private key is needed to open a backup: set NARU_BACKUP_KEY, or say --key FILE. It is not NARU_KEYS.',
  );
}
