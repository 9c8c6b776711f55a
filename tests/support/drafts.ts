import pg from 'pg';

/** Asks the database of the server under test. */
export async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.E2E_POSTGRES_URL });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Ends the 24 hours of the draft whose page was saved this often; a draft's own id stands in a sealed cookie, where no test can read it. */
export async function expireDraftSaved(times: number): Promise<number> {
  const ended = await ask(
    `update drafts set expires_at = now() - interval '1 second'
     where expires_at > now() and id in (select draft_id from draft_sections where version = $1) returning id`,
    [times],
  );
  return ended.length;
}
