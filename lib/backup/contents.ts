import 'server-only';
import { z } from 'zod';
import { BackupRefused } from './refused';

/**
 * What an archive holds, in order: `head.json`; `rows/TABLE/NUMBER.ndjson`, a row a line as PostgreSQL's `row_to_json` writes it, tables in the
 * order in which foreign keys let them be filled; `objects/ID`, sealed pieces of files that lie in an object store; `end.json`.
 */
export const HEAD = 'head.json';
export const END = 'end.json';
export const rowsName = (table: string, part: number) =>
  `rows/${table}/${String(part).padStart(6, '0')}.ndjson`;
export const objectName = (id: string) => `objects/${id}`;

const ROWS = /^rows\/([a-z_]{1,63})\/\d{6,}\.ndjson$/;
const OBJECT = /^objects\/([0-9a-f-]{36})$/;

export type Named = { table: string } | { object: string } | 'head' | 'end';

/** What an entry's name says that it is. Throws when no such entry is ever made. */
export function readName(name: string): Named {
  if (name === HEAD) return 'head';
  if (name === END) return 'end';
  const [, table] = ROWS.exec(name) ?? [];
  if (table) return { table };
  const [, object] = OBJECT.exec(name) ?? [];
  if (object) return { object };
  throw notOurs();
}

/**
 * What is never backed up. Sessions: one that ended must not come alive again. Rate limits: counts of a day, under a salt that is gone by then.
 */
export const LEFT_OUT: readonly string[] = ['staff_sessions', 'rate_limits'];

/** The newest shape of an archive; a later one gets the next number. */
export const FORMAT = 1;

const head = z.object({
  format: z.literal('naru-backup'),
  version: z.number().int().positive(),
  /** When the moment was that the rows show. */
  at: z.iso.datetime(),
  /** The newest migration of the database, by its time in the journal. */
  schema: z.number().int().positive(),
  tables: z.array(z.string()),
  /** Which keys of NARU_KEYS wrap what is in it. */
  keyIds: z.array(z.string()),
  /** The last checkpoint of the audit that had been shipped before; null where none was. */
  checkpoint: z.object({ seq: z.number().int(), mac: z.string() }).nullable(),
});

const end = z.object({
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** Where each sequence stands: the last value, and whether it was given out. */
  sequences: z.record(z.string(), z.tuple([z.string(), z.boolean()])),
  objects: z.number().int().nonnegative(),
  /** Objects that were taken out of the store while the backup was made, or were not in it. */
  absent: z.array(z.string()),
  /** Over everything before this entry, keyed by a secret that only who has NARU_KEYS can open (origin.ts). */
  mac: z.string(),
});

export type Head = z.infer<typeof head>;
export type End = z.infer<typeof end>;

const versioned = z.object({ format: z.literal('naru-backup'), version: z.number() });

export function readHead(bytes: Buffer): Head {
  const { version } = parse(versioned, bytes);
  if (version > FORMAT)
    throw new BackupRefused(
      `This backup has format ${version}, and this version of Naru reads up to ${FORMAT}. Restore it with the version that made it, or a newer one.`,
    );
  return parse(head, bytes);
}

export const readEnd = (bytes: Buffer): End => parse(end, bytes);

function parse<T>(schema: z.ZodType<T>, bytes: Buffer): T {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new BackupRefused(notOurs().message, { cause: error });
  }
}

export const notOurs = () => new BackupRefused('This is not a backup that Naru made, or it was changed.');
