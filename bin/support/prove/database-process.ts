import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedServer, startEmbedded } from '@/db/embedded';
import { isAlive } from '@/db/embedded-server/lock';

/** A PostgreSQL in a directory of its own, all of whose processes can be killed at once. */
export class DatabaseProcess {
  private server: EmbeddedServer | undefined;

  constructor(private readonly directory: string) {}

  /** Starts it, or starts it again on what a kill left behind; crash recovery is PostgreSQL's own. */
  async start(): Promise<void> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      try {
        this.server = await startEmbedded(this.directory);
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(200);
      }
    }
  }

  get url(): string {
    return this.server?.url ?? '';
  }

  /** Another database in it, made when it is not there: where the application finds it, and where the superuser does. */
  async databaseNamed(name: string): Promise<{ url: string; adminUrl: string }> {
    const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const owner = new URL(this.url).username;
    const there = await this.ask(`select 1 from pg_database where datname = '${name}'`);
    if (there.length === 0) await this.ask(`create database ${name} owner ${owner}`);
    return { url: at(this.url), adminUrl: at(this.server?.adminUrl ?? '') };
  }

  /** The process id of the postmaster. */
  async postmaster(): Promise<number> {
    const [found] = await this.ask<{ pid: number }>(
      "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid",
    );
    return found?.pid ?? Number.NaN;
  }

  /** kill -9 of the postmaster and every process of it. Resolves when they are gone. */
  async kill(): Promise<void> {
    const pids = await this.ask<{ pid: number }>(
      "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid union all select pid from pg_stat_activity",
    );
    for (const { pid } of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile, as the one does that was asked.
      }
    }
    const deadline = Date.now() + 30_000;
    while (pids.some(({ pid }) => isAlive(pid)) && Date.now() < deadline) await sleep(20);
  }

  /** What the server wrote to its own log. */
  async log(): Promise<string> {
    const [found] = await this.ask<{ path: string }>("select current_setting('data_directory') as path");
    return readFile(`${found?.path}/server.log`, 'utf8').catch(() => '');
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  private async ask<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.server?.adminUrl });
    // The server is about to be killed under this connection too.
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Row>(query)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  }
}
