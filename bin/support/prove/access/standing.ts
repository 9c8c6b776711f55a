import { createHash } from 'node:crypto';
import pg from 'pg';

/** Changed by being asked at all: how often somebody tried, and when a session was last used. */
const UNSEEN = ['rate_limits'];
const PART_OF: Record<string, string> = { staff_sessions: '(t.id, t.staff_id, t.revoked_at)' };
/** What was typed and could not be taken is kept for its own writer, whose session or luck ran out. */
export const KEPT = 'staff_kept_texts';

/** Tells whether anything in the database is otherwise than it was: every table of ours, every row. */
export class Standing {
  /** Of each table, what it held when it was last read. */
  private readonly before = new Map<string, string>();
  /** Of each table, which versions of rows it had then: no row changes without one of its own. */
  private readonly versions = new Map<string, string>();
  private statement = '';

  constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<Standing> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const standing = new Standing(client);
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    standing.statement = rows
      .filter(({ name }) => !UNSEEN.includes(name))
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as versions from "${name}"`,
      )
      .join(' union all ');
    await standing.changed();
    return standing;
  }

  /** The tables that are otherwise than at the last time of asking. Only those that have other versions of rows than then are read through. */
  async changed(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string; versions: string }>({
      name: 'versions',
      text: this.statement,
    });
    const found: string[] = [];
    for (const { name, versions } of rows) {
      if (this.versions.get(name) === versions) continue;
      this.versions.set(name, versions);
      const digest = await this.read(name);
      if (this.before.get(name) !== digest) found.push(name);
      this.before.set(name, digest);
    }
    return found;
  }

  private async read(name: string): Promise<string> {
    const { rows } = await this.client.query<{ rows: string }>(
      `select coalesce(string_agg(md5(${PART_OF[name] ?? 't'}::text), '' order by t::text), '') as rows from "${name}" t`,
    );
    return createHash('sha256')
      .update(rows[0]?.rows ?? '')
      .digest('hex');
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
