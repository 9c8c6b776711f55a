import { Readable, Writable } from 'node:stream';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { readArchive, writeArchive } from '@/lib/backup/archive';
import { backUp, restore } from '@/lib/backup/commands';

/** A pair of keys: what opens, and what it is sealed for. */
export async function newPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** A backup as the file would be. */
export async function takeBackup(db: Db, recipient: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      parts.push(chunk);
      done();
    },
  });
  const archive = writeArchive([recipient], out);
  await backUp(db, archive.put);
  await archive.end();
  return Buffer.concat(parts);
}

/** Restores from the bytes of a file, which come a piece at a time, as from a disk. */
export function putBack(db: Db, file: Buffer, identity: string) {
  const pieces = Array.from({ length: Math.ceil(file.length / 65_536) }, (_, at) =>
    file.subarray(at * 65_536, (at + 1) * 65_536),
  );
  return restore(db, readArchive([identity], Readable.from(pieces)));
}

/** Every row of every table but those named, as text, in an order that both databases share. */
export async function exportRows(db: Db, but: readonly string[] = []): Promise<Record<string, string[]>> {
  const exported: Record<string, string[]> = {};
  for (const name of await tableNames(db)) {
    if (but.includes(name)) continue;
    const { rows } = (await db.execute(
      sql`select t::text as row from ${sql.identifier(name)} t order by t::text collate "C"`,
    )) as unknown as { rows: { row: string }[] };
    exported[name] = rows.map(({ row }) => row);
  }
  return exported;
}

/** The tables that are there. */
export async function tableNames(db: Db): Promise<string[]> {
  const { rows } = (await db.execute(
    sql`select schemaname || '.' || tablename as full, tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )) as unknown as { rows: { full: string; name: string }[] };
  return rows.map(({ name }) => name).filter((name) => name !== '__drizzle_migrations');
}
