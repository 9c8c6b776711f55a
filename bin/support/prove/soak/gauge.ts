import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { median } from '../../bench/measure';

/** What a serving process holds at one moment. */
type Reading = Record<Held, number>;
const HELD = [
  'MB resident',
  'open files and sockets',
  'child processes',
  'connections',
  'temporary files',
] as const;
type Held = (typeof HELD)[number];

/**
 * Looks at a process of this machine again and again: memory and open files as Linux counts them, its children, what it left in its directory for
 * temporary files, and the connections that PostgreSQL has open for anybody but this gauge.
 */
export class Gauge {
  private readonly readings: Reading[] = [];
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly pid: number,
    private readonly temporary: string,
    private readonly client: pg.Client,
  ) {}

  static async on(pid: number, temporary: string): Promise<Gauge> {
    const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
    await client.connect();
    return new Gauge(pid, temporary, client);
  }

  start(everyMs: number): void {
    const look = async () => {
      this.readings.push(await this.read());
      this.timer = setTimeout(() => void look(), everyMs);
    };
    void look();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.client.end();
  }

  /** How many readings there are, to name a stretch of them by. */
  get taken(): number {
    return this.readings.length;
  }

  /** The middle one of the readings of a stretch. */
  middle(held: Held, from: number, to: number): number {
    return median(this.readings.slice(from, to).map((reading) => reading[held]));
  }

  /** What is held now. */
  async read(): Promise<Reading> {
    const proc = `/proc/${this.pid}`;
    const status = await readFile(`${proc}/status`, 'utf8');
    const children = await readFile(`${proc}/task/${this.pid}/children`, 'utf8');
    const { rows } = await this.client.query<{ there: number }>(
      'select count(*)::int as there from pg_stat_activity where client_port is not null and pid <> pg_backend_pid()',
    );
    return {
      'MB resident': Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024,
      'open files and sockets': (await readdir(`${proc}/fd`)).length,
      'child processes': children.split(' ').filter(Boolean).length,
      connections: rows[0]?.there ?? Number.NaN,
      'temporary files': (await readdir(this.temporary, { recursive: true })).length,
    };
  }
}

export { HELD };
