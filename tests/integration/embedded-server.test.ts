import { fork } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '@/db/embedded';

let directory: string;
const started: EmbeddedServer[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'naru-embedded-'));
  await chmod(directory, 0o711);
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  await rm(directory, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded(directory);
  started.push(server);
  return server;
}

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed says so to an idle connection as well.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

const cluster = () => join(directory, 'postgres', 'cluster');
const serverPid = async () =>
  Number((await readFile(join(cluster(), 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** Starts the server in a process of its own, which says so and then lives until it is killed. */
async function startElsewhere(): Promise<{ pid: number; kill: () => Promise<void> }> {
  const script = fileURLToPath(new URL('../support/start-embedded.ts', import.meta.url));
  const child = fork(script, [directory], { execArgv: ['--import', 'tsx'] });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('the other process ended')));
  });
  return {
    pid: child.pid ?? 0,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

describe('the embedded PostgreSQL', () => {
  it('keeps what it acknowledged: every setting that durability rests on is on', async () => {
    const { url } = await start();
    const rows = await ask(
      url,
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')",
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'on']);
  });

  it('keeps its password to the account that started it, and listens on loopback only', async () => {
    const server = await start();
    expect((await stat(join(directory, 'postgres', 'postgres.json'))).mode & 0o777).toBe(0o600);
    const [row] = await ask(
      server.adminUrl,
      "select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync",
    );
    expect(row).toEqual({ addresses: '127.0.0.1', fsync: 'on' });
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('gives the application a role that is no superuser', async () => {
    const [row] = await ask(
      (await start()).url,
      'select rolsuper, rolcreatedb from pg_roles where rolname = current_user',
    );
    expect(row).toEqual({ rolsuper: false, rolcreatedb: false });
  });

  it('is one server for two that start it at the same moment, and the last one out stops it', async () => {
    const [first, second] = await Promise.all([start(), startElsewhere()]);
    const pid = await serverPid();
    await first.stop();
    expect(await serverPid()).toBe(pid);
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.kill();
    const third = await start();
    expect(third.startedByUs).toBe(false);
    await third.stop();
    await expect(serverPid()).rejects.toThrow();
  });

  it('is attached to after its launcher was killed', async () => {
    const launcher = await startElsewhere();
    const pid = await serverPid();
    await launcher.kill();
    const server = await start();
    expect(server.startedByUs).toBe(false);
    expect(await serverPid()).toBe(pid);
  });

  it('keeps what it acknowledged when it is killed itself', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 1 as id');
    process.kill(await serverPid(), 'SIGKILL');
    const second = await startEmbedded(directory);
    started.push(second);
    expect(second.startedByUs).toBe(true);
    expect(await ask(second.url, 'select id from kept')).toEqual([{ id: 1 }]);
  });

  it('comes back at the same address when it is killed under a running application', async () => {
    const server = await start();
    process.kill(await serverPid(), 'SIGKILL');
    const answer = () => ask(server.url, 'select 1 as one').catch(() => 'unreachable');
    await expect.poll(answer).toBe('unreachable');
    // The launcher asks every few seconds; the first time may find a process that is still dying.
    await expect.poll(() => server.revive().then(answer), { timeout: 30_000 }).toEqual([{ one: 1 }]);
  });

  it('is not held up by what a crash left behind: a pid file and a lock of processes that are gone', async () => {
    await (await start()).stop();
    // This very process lives and is no PostgreSQL, as after a restart that gave the number to someone else.
    await writeFile(join(cluster(), 'postmaster.pid'), `${process.pid}\n${cluster()}\n`);
    await writeFile(join(directory, 'postgres.lock'), '2147483646');
    expect((await start()).startedByUs).toBe(true);
  });
});
