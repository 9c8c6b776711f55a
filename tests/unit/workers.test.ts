import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settlePort } from '@/bin/support/port';
import { root } from '@/bin/support/root';

/** Several processes behind one port (WEB_CONCURRENCY), with a server that is small instead of Next. */

let port = 0;
let keeper: ChildProcess;

beforeEach(async () => {
  port = await settlePort('127.0.0.1', 0);
  keeper = spawn(process.execPath, [join(root, 'tests', 'support', 'small-server.mjs'), String(port)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  expect((await once(keeper, 'message'))[0]).toBe('serving');
});
afterEach(() => void keeper.kill('SIGKILL'));

const ask = () => fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(2_000) });
const answering = async () => Number(await (await ask()).text());

/** The processes that answer, asked often enough that both are heard. */
async function workers(): Promise<Set<number>> {
  const heard = new Set<number>();
  for (let times = 0; times < 20; times += 1) heard.add(await answering());
  return heard;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await holds()); await sleep(50))
    if (Date.now() > deadline) throw new Error('it never came to that');
}

const isGone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

describe('processes behind one port', () => {
  it('all take requests, and the port is served as soon as it is said to be', async () => {
    expect((await workers()).size).toBe(2);
  });

  it('one that is killed is replaced, and the other serves meanwhile', async () => {
    const [killed = 0, other = 0] = await workers();
    process.kill(killed, 'SIGKILL');
    await until(async () => isGone(killed));
    expect(await answering()).toBe(other);
    await until(async () => (await workers()).size === 2);
    expect(await workers()).not.toContain(killed);
  });

  it('end when they are asked to, and the exit says that all is well', async () => {
    const running = await workers();
    keeper.kill('SIGTERM');
    expect(await once(keeper, 'exit')).toEqual([0, null]);
    for (const pid of running) expect(isGone(pid)).toBe(true);
  });

  it('end with the process that keeps them when that is killed, so that the port is free', async () => {
    const running = await workers();
    keeper.kill('SIGKILL');
    await until(async () => [...running].every(isGone));
    await expect(ask()).rejects.toThrow();
  });
});
