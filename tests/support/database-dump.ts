import pg from 'pg';

/**
 * Everything that stands in a database, as text: every row of every table of ours, and what its bytes would read as. What is not found
 * here is not in a `pg_dump` either.
 */
export async function dumpDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
    );
    const parts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      parts.push(`TABLE ${name}`, ...rows.map(({ row }) => row));
    }
    const text = parts.join('\n');
    const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map((match) => Buffer.from(match[1] ?? '', 'hex'));
    return [text, ...bytes.flatMap((one) => [one.toString('utf8'), one.toString('latin1')])].join('\n');
  } finally {
    await client.end();
  }
}

/** Those of the words that stand in a text as they are, or in one of the ways that programs write text. */
export function findIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => {
    const utf8 = Buffer.from(word);
    const escaped = [...word]
      .map((symbol) => (symbol > '\u007f' ? JSON.stringify(symbol).slice(1, -1) : symbol))
      .join('');
    const ways = [word, escaped, utf8.toString('hex'), utf8.toString('latin1'), encodeURIComponent(word)];
    return ways.some((way) => text.includes(way));
  });
}
