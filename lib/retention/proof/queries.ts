import 'server-only';
import { asc, count, desc, getTableName, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { erasures } from '@/db/schema/erasures';
import { evidenceObjects } from '@/db/schema/evidence';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { vaultSecret } from '@/lib/vault/secrets';
import { HANGS_ON, ROW_OF } from '../erasing/rows/commands';
import { ERASABLE_KINDS, type ErasableKind, FIRST_MAC, vouchedLine, type Why } from '../ledger/line';
import { ledgerOnDisk, lineOf } from '../ledger/queries';

/** `disk`: how the ledger outside the database stands to it. `ahead`: the database was restored and not yet replayed. */
export type Proof = {
  lines: number;
  faults: string[];
  disk: 'same' | 'behind' | 'ahead' | 'none' | 'broken';
  /** Objects in the store that nothing counts on any more and that the next rounds of the job delete. */
  loose: number;
};

/**
 * Holds the database against its ledger: the chain of its lines, and that of everything erased no key opens anything, no row, no search token is left; and that
 * no key of a report, case, person, return operation or file opens anything that has no row.
 */
export async function verifyErasures(db: Db): Promise<Proof> {
  const faults = [...(await brokenLines(db)), ...(await openKeys(db)), ...(await leftRows(db))];
  const [loose] = await db
    .select({ count: count() })
    .from(evidenceObjects)
    .where(sql`${evidenceObjects.fileId} is null`);
  const [lines] = await db.select({ count: count() }).from(erasures);
  return { lines: lines?.count ?? 0, faults, disk: await diskStanding(db), loose: loose?.count ?? 0 };
}

async function brokenLines(db: Db): Promise<string[]> {
  const secret = await vaultSecret(db, 'audit');
  const rows = await db.select().from(erasures).orderBy(asc(erasures.seq));
  const faults: string[] = [];
  let before = FIRST_MAC;
  for (const [at, row] of rows.entries()) {
    if (row.seq !== at + 1) return [...faults, `line ${at + 1} of the ledger is missing`];
    if (!vouchedLine(secret, before, lineOf(row)))
      faults.push(`line ${row.seq} of the ledger is not as it was written`);
    before = row.mac;
  }
  return faults;
}

async function diskStanding(db: Db): Promise<Proof['disk']> {
  const rows = await db.select().from(erasures).orderBy(asc(erasures.seq));
  try {
    const lines = await ledgerOnDisk(db);
    if (!lines) return 'none';
    const shared = Math.min(lines.length, rows.length);
    if (shared > 0 && lines[shared - 1]?.mac !== rows[shared - 1]?.mac) return 'broken';
    if (lines.length === rows.length) return 'same';
    return lines.length > rows.length ? 'ahead' : 'behind';
  } catch (error) {
    // Not being able to read it says nothing of what it holds.
    if ((error as NodeJS.ErrnoException).code) throw error;
    return 'broken';
  }
}

/** Keys of what was erased, and keys that open something of which there is no row: neither may be. */
async function openKeys(db: Db): Promise<string[]> {
  const found = (await db.execute(sql`
    select 'a key of an erased ' || e.owner_kind || ' still opens: ' || e.owner_id as fault
      from erasures e join data_keys k on k.owner_id = e.owner_id and k.wrapped is not null
    union
    select 'a key without its ' || k.owner_kind || ' still opens: ' || k.owner_id
      from data_keys k where k.wrapped is not null and (
        (k.owner_kind in ('report','compartment') and not exists (select 1 from reports where id = k.owner_id))
        or (k.owner_kind = 'case' and not exists (select 1 from cases where id = k.owner_id))
        or (k.owner_kind = 'person' and not exists (select 1 from persons where id = k.owner_id))
        or (k.owner_kind = 'return' and not exists (select 1 from returns where id = k.owner_id))
        or (k.owner_kind = 'evidence' and not exists (select 1 from evidence_files where id = k.owner_id))
        or (k.owner_kind = 'draft' and not exists (select 1 from drafts where id = k.owner_id)))`)) as unknown as {
    rows: { fault: string }[];
  };
  return found.rows.map(({ fault }) => fault);
}

const TOKENS = ['search_documents', 'search_due'] as const;

/** Rows and search tokens of what was erased. */
async function leftRows(db: Db): Promise<string[]> {
  const faults: string[] = [];
  for (const kind of ERASABLE_KINDS) {
    for (const column of [ROW_OF[kind], ...HANGS_ON[kind]]) {
      const table = getTableName(column.table);
      const left = await countLeft(
        db,
        kind,
        sql`${sql.identifier(table)} t on t.${sql.identifier(column.name)}`,
      );
      if (left > 0) faults.push(`${left} rows of ${table} are of an erased ${kind}`);
    }
    for (const table of TOKENS) {
      const left = await countLeft(
        db,
        kind,
        sql`${sql.identifier(table)} t on t.owner_kind = e.owner_kind and t.owner_id`,
      );
      if (left > 0) faults.push(`${left} rows of ${table} are of an erased ${kind}`);
    }
  }
  return faults;
}

async function countLeft(db: Db, kind: ErasableKind, joined: ReturnType<typeof sql>): Promise<number> {
  const { rows } = (await db.execute(
    sql`select count(*)::int as left from erasures e join ${joined} = e.owner_id where e.owner_kind = ${kind}`,
  )) as unknown as { rows: { left: number }[] };
  return rows[0]?.left ?? 0;
}

export type ShownErasure = {
  seq: number;
  kind: ErasableKind;
  ownerId: string;
  at: Date;
  why: Why;
  askedBy: string | null;
  agreedBy: string | null;
  shipped: boolean;
};

const PAGE = 100;

/** The ledger, newest first, with how much was erased of each kind, for who may see it. `before`: the last place that was shown. */
export async function listErasures(
  db: Db,
  actor: StaffActor,
  before: number | null,
): Promise<{ rows: ShownErasure[]; next: number | null; totals: Record<ErasableKind, number> }> {
  const none = { report: 0, case: 0, person: 0, return: 0 };
  if (!can(actor.roles, 'erasure.view')) return { rows: [], next: null, totals: none };
  const found = await db
    .select()
    .from(erasures)
    .where(before === null ? undefined : lt(erasures.seq, before))
    .orderBy(desc(erasures.seq))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  const names = await staffNames(
    db,
    page.flatMap(({ askedBy, agreedBy }) => [askedBy, agreedBy]).flatMap((id) => id ?? []),
  );
  const totals = await db
    .select({ kind: erasures.ownerKind, count: count() })
    .from(erasures)
    .groupBy(erasures.ownerKind);
  return {
    rows: page.map((row) => ({
      seq: row.seq,
      kind: row.ownerKind as ErasableKind,
      ownerId: row.ownerId,
      at: row.erasedAt,
      why: row.why as Why,
      askedBy: row.askedBy && (names.get(row.askedBy) ?? '–'),
      agreedBy: row.agreedBy && (names.get(row.agreedBy) ?? '–'),
      shipped: row.shippedAt !== null,
    })),
    next: found.length > PAGE ? (page.at(-1)?.seq ?? null) : null,
    totals: { ...none, ...Object.fromEntries(totals.map((one) => [one.kind, one.count])) },
  };
}
