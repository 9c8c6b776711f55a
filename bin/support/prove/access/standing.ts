import { createHash } from 'node:crypto';
import pg from 'pg';

/** Changed by being asked at all: how often somebody tried, and when a session was last used. */
const UNSEEN = ['rate_limits'];
const PART_OF: Record<string, string> = { staff_sessions: '(t.id, t.staff_id, t.revoked_at)' };
/** What was typed and could not be taken is kept for its own writer, whose session or luck ran out. */
export const KEPT = 'staff_kept_texts';

/** Tells whether anything in the database is otherwise than it was: every table of ours, every row. */
export class Standing {
  private before = new Map<string, string>();
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
          `select '${name}' as name, coalesce(string_agg(md5(${PART_OF[name] ?? 't'}::text), '' order by t::text), '') as rows from "${name}" t`,
      )
      .join(' union all ');
    await standing.changed();
    return standing;
  }

  /** The tables that are otherwise than at the last time of asking. */
  async changed(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string; rows: string }>(this.statement);
    const now = new Map(
      rows.map((row) => [row.name, createHash('sha256').update(row.rows).digest('hex')] as const),
    );
    const found = [...now].filter(([name, digest]) => this.before.get(name) !== digest).map(([name]) => name);
    this.before = now;
    return found;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
