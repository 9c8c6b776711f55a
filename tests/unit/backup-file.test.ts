import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsFolder, deleteExpired, newBackupPath, writeWhole } from '@/lib/backup/file';
import { identitiesIn } from '@/lib/backup/keys';
import { setClock } from '@/lib/clock';
import { env } from '@/lib/env';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'naru-backups-'));
  env().NARU_DATA_DIR = directory;
  setClock(new Date('2026-11-29T23:30:00Z'));
});
afterEach(() => {
  setClock(undefined);
  rmSync(directory, { recursive: true, force: true });
});

const there = () => readdirSync(backupsFolder()).toSorted();
const put = (text: string) => (out: NodeJS.WritableStream) => pipeline(Readable.from([text]), out);

describe('the file of a backup', () => {
  it('has its name only once it is whole, and one reader', async () => {
    const path = newBackupPath();
    const { size } = await writeWhole(path, async (out) => {
      await put('sealed')(out);
      expect(there()).toHaveLength(1);
      expect(there()[0]).toMatch(/\.part$/);
    });
    expect(there()).toEqual(['naru-20261129T233000Z.tar.gz.age']);
    expect(readFileSync(path, 'utf8')).toBe('sealed');
    expect(size).toBe(6);
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });

  it('is not there when the disk is full, and it says so', async () => {
    const full = writeWhole(newBackupPath(), async (out) => {
      await put('half')(out);
      throw Object.assign(new Error('write'), { code: 'ENOSPC' });
    });
    await expect(full).rejects.toThrow(/no room left/);
    expect(there()).toEqual([]);
  });

  it('never takes the place of another', async () => {
    const path = newBackupPath();
    await writeWhole(path, put('first'));
    await expect(writeWhole(path, put('second'))).rejects.toThrow(/already is/);
    expect(readFileSync(path, 'utf8')).toBe('first');
  });
});

describe('old backups', () => {
  it('go after thirty days, with what killed ones left; nothing else does', async () => {
    mkdirSync(backupsFolder());
    const add = (name: string) => writeFileSync(join(backupsFolder(), name), '');
    const old = 'naru-20261030T232959Z.tar.gz.age';
    const dead = 'naru-20261128T000000Z.tar.gz.age.77.part';
    const kept = [
      'naru-20261030T233001Z.tar.gz.age',
      'naru-20261129T230000Z.tar.gz.age.78.part',
      'old.age',
      'key.txt',
    ];
    for (const name of [old, dead, ...kept]) add(name);
    const hours = (ago: number) => new Date(Date.parse('2026-11-29T23:30:00Z') - ago * 3_600_000);
    utimesSync(join(backupsFolder(), dead), hours(2), hours(2));
    utimesSync(join(backupsFolder(), kept[1] ?? ''), hours(0.5), hours(0.5));
    expect((await deleteExpired()).toSorted()).toEqual([old, dead].toSorted());
    expect(there()).toEqual(kept.toSorted());
  });

  it('are none where no backup was ever made', async () => {
    expect(await deleteExpired()).toEqual([]);
  });
});

describe('a key file', () => {
  it('is read as age writes it, and refused when it holds something else', () => {
    const key = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`;
    expect(identitiesIn(`# created: 2026-11-29\n# public key: age1x\n${key}\r\n`)).toEqual([key]);
    for (const text of ['', '# nothing', 'age1qqqq', 'k1:AAAA'])
      expect(() => identitiesIn(text)).toThrow(/private key/);
  });
});
