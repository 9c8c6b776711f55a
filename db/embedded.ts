import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { serverAccount } from './embedded-server/account';
import { findBinaries } from './embedded-server/binaries';
import {
  type ClusterRecord,
  ensureCluster,
  isServed,
  readRecord,
  SUPERUSER,
  servedPort,
  startServer,
  stopServer,
  writeRecord,
} from './embedded-server/cluster';
import { isAlive, withFileLock } from './embedded-server/lock';
import { clusterHome } from './embedded-server/place';

/**
 * A real PostgreSQL of our own for machines that have none: started by the launcher and the tests, never by the app,
 * which only ever sees a POSTGRES_URL. See docs/decisions/0001.
 */
export type EmbeddedServer = {
  /** For the application: owner of the database `naru`, nothing more. */
  url: string;
  /** For the launcher and tests: the superuser, in the database `postgres`. */
  adminUrl: string;
  /** False when it ran already and this process only attached. */
  startedByUs: boolean;
  /** Starts it again, on the same port, when it was killed under us. Throws when that is not possible. */
  revive(): Promise<void>;
  /** Ends this process's use of it; the last user on the machine stops the server. Safe to call twice. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = { say?: (line: string) => void };

const DATABASE = 'naru';

/** Starts, or attaches to, the PostgreSQL whose data belongs to `dataDir`. Throws with a sentence a person can act on. */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const say = options.say ?? (() => {});
  const directory = resolve(dataDir);
  await mkdir(directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const lock = join(directory, 'postgres.lock');

  const { home, urls, startedByUs } = await withFileLock(lock, async () => {
    const home = await clusterHome(directory, say);
    const cluster = join(home, 'cluster');
    const running = (await isServed(cluster)) && (await attach(home));
    if (running) {
      await signIn(home);
      return { home, urls: running, startedByUs: false };
    }
    const account = serverAccount(cluster);
    const binaries = await findBinaries(account, home, say);
    const record = await ensureCluster(home, binaries, account);
    const port = await startServer(home, binaries, account, record.port);
    if (port !== record.port) await writeRecord(home, { ...record, port });
    // Whoever used an earlier run is gone: that server no longer exists.
    await rm(join(home, 'users'), { recursive: true, force: true });
    await signIn(home);
    const urls = addresses(record, port);
    await ensureDatabase(urls.adminUrl, record.password);
    return { home, urls, startedByUs: true };
  });

  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= withFileLock(lock, () => signOut(home));
    return stopped;
  };
  const revive = async () => {
    if (stopped || (await isServed(join(home, 'cluster')))) return;
    const again = await startEmbedded(dataDir, options);
    if (again.url !== urls.url) throw new Error('PostgreSQL was killed, and its port has been taken since.');
  };
  return { ...urls, startedByUs, revive, stop };
}

function addresses(record: ClusterRecord, port: number): { url: string; adminUrl: string } {
  return {
    url: `postgres://${DATABASE}:${record.password}@127.0.0.1:${port}/${DATABASE}`,
    adminUrl: `postgres://${SUPERUSER}:${record.adminPassword}@127.0.0.1:${port}/postgres`,
  };
}

/** Connects to a server that runs already and makes sure that it serves this very cluster. */
async function attach(home: string): Promise<{ url: string; adminUrl: string } | undefined> {
  const record = await readRecord(home);
  if (!record) return undefined;
  const deadline = Date.now() + 60_000;
  let failure: unknown;
  while (Date.now() < deadline && (await isServed(join(home, 'cluster')))) {
    const port = await servedPort(join(home, 'cluster'));
    const urls = addresses(record, port ?? record.port);
    try {
      await ensureDatabase(urls.adminUrl, record.password);
      return urls;
    } catch (error) {
      // It is starting, recovering, or ending.
      failure = error;
      await sleep(200);
    }
  }
  if (await isServed(join(home, 'cluster'))) {
    throw new Error('A PostgreSQL runs on our data but does not let us in.', { cause: failure });
  }
  return undefined;
}

/** Makes the application's role and database where they are missing. */
async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [DATABASE]);
    if (!role.rowCount) await client.query(`create role ${DATABASE} login password '${password}'`);
    const database = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!database.rowCount) await client.query(`create database ${DATABASE} owner ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A file named after our process id says that we use the server, so that another command does not stop it under us. */
async function signIn(home: string): Promise<void> {
  await mkdir(join(home, 'users'), { recursive: true, mode: 0o700 });
  await writeFile(join(home, 'users', String(process.pid)), '');
}

async function signOut(home: string): Promise<void> {
  await rm(join(home, 'users', String(process.pid)), { force: true });
  const users = await readdir(join(home, 'users')).catch(() => []);
  if (users.some((pid) => isAlive(Number(pid)))) return;
  const account = serverAccount(join(home, 'cluster'));
  const binaries = await findBinaries(account, home, () => {});
  await stopServer(home, binaries, account);
}
