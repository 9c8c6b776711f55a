import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '@/bin/support/root';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'naru-none-'));
});
afterAll(() => rm(directory, { recursive: true }));

it.each(['audit-verify', 'erasure-verify', 'keys-rotate', 'backup'])(
  '%s does not make a database to say of it that all is well',
  async (command) => {
    const { POSTGRES_URL: _url, ...env } = process.env;
    const data = join(directory, command);
    const child = spawn(process.execPath, [join(root, 'bin', 'run.mjs'), command], {
      cwd: directory,
      env: { ...env, NARU_DATA_DIR: data, POSTGRES_URL: '' },
    });
    const [said, code] = await Promise.all([
      text(child.stderr),
      new Promise((resolve) => child.once('exit', resolve)),
    ]);
    expect(code).toBe(1);
    expect(said).toContain(`There is no database here: POSTGRES_URL is not set, and none lies in ${data}.`);
    expect(existsSync(data)).toBe(false);
  },
);
