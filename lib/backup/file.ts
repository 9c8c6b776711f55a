import 'server-only';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { DAY, HOUR, now } from '@/lib/clock';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { BackupRefused } from './refused';

const OURS = /^naru-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz\.age$/;
const PART = /^naru-.*\.part$/;
/** A part that nothing was added to for this long belongs to a backup that was killed. */
const DEAD_MS = HOUR;

/** Where backups go when nobody says otherwise. */
export const backupsFolder = () => resolve(env().NARU_DATA_DIR, 'backups');

/** A new backup's place there; its name says when it was made, in UTC. */
export function newBackupPath(): string {
  const stamp = now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');
  return join(backupsFolder(), `naru-${stamp}.tar.gz.age`);
}

/**
 * Writes a file that has its name only once it is whole and on the disk; readable by this account alone. What fails or is killed before leaves
 * a `.part`, which is removed here or by the next backup.
 */
export async function writeWhole<Result>(
  path: string,
  write: (out: Writable) => Promise<Result>,
): Promise<{ result: Result; size: number }> {
  if (existsSync(path))
    throw new BackupRefused(`There already is a ${path}. Say another name, or move it away.`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${process.pid}.part`;
  const out = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  try {
    const result = await write(out);
    const { size } = await sync(part, 'r+');
    await rename(part, path);
    await sync(dirname(path), 'r').catch(() => {});
    return { result, size };
  } catch (error) {
    if (!out.closed) await new Promise<void>((resolve) => out.once('close', () => resolve()).destroy());
    await rm(part, { force: true });
    if ((error as { code?: string }).code === 'ENOSPC')
      throw new BackupRefused(
        `No backup was made: there is no room left for ${path}. Make room, or say another place with --to.`,
        { cause: error },
      );
    throw error;
  }
}

/** Waits until a file is on the disk, or a folder, with the names in it; where folders cannot be synced (Windows) it throws. */
async function sync(path: string, how: 'r' | 'r+') {
  const opened = await open(path, how);
  try {
    await opened.sync();
    return await opened.stat();
  } finally {
    await opened.close();
  }
}

/**
 * Deletes what lies in the folder of backups and is older than NARU_BACKUP_DAYS, by the date in its name, and what killed backups left. Nothing
 * else in there is touched. Answers the names.
 */
export async function deleteExpired(): Promise<string[]> {
  const before = now().getTime() - env().NARU_BACKUP_DAYS * DAY;
  const deleted: string[] = [];
  let left = 0;
  for (const name of await readdir(backupsFolder()).catch(() => [])) {
    const path = join(backupsFolder(), name);
    const made = OURS.exec(name);
    const expired = made
      ? Date.parse(`${made[1]}-${made[2]}-${made[3]}T${made[4]}:${made[5]}:${made[6]}Z`) < before
      : PART.test(name) && (await stat(path)).mtimeMs < now().getTime() - DEAD_MS;
    if (!expired) {
      left += made ? 1 : 0;
      continue;
    }
    await rm(path, { force: true });
    deleted.push(name);
  }
  // What was promised to who was erased comes before a last backup that nobody has followed with another.
  if (deleted.length > 0) log.warn('backup.expired', { deleted: deleted.length, left });
  return deleted;
}
