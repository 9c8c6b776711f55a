import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownMigrations, migrateDatabase, migrateWithin } from '@/db/migrate';
import { openEmptyDatabase, type TestDatabase } from '../support/database';

/** The last migration of the version before: 0009. */
const BEFORE = knownMigrations()[9] ?? 0;
const LATER_NAME = 'search_due_oldest';

let database: TestDatabase;
const db = () => database.db;
const rowsOf = async (query: ReturnType<typeof sql>) =>
  ((await db().execute(query)) as unknown as { rows: Record<string, unknown>[] }).rows;

beforeAll(async () => {
  database = await openEmptyDatabase();
  await db().transaction((tx) => migrateWithin(tx, BEFORE));
});
afterAll(() => database.close());

/** A row of the version before, which knows nothing of `look_again_at`. */
async function storeOld(letters: string, state: string): Promise<string> {
  const id = randomUUID();
  await db().execute(sql`insert into reports (id, reference, kind, state, level, points, locale, received_at, state_changed_at, receipt_digest, submission_key)
    values (${id}, ${`NR-AAAA-${letters}`}, 'FAMILY', ${state}, 'U4', 0, 'ko', now(), now(), ${Buffer.from(id)}, ${id})`);
  return id;
}

async function storeOldCase(number: string, state: string, reportId: string): Promise<void> {
  const id = randomUUID();
  const ended = state === 'CLOSED' ? sql`now(), 'RETURNED_SAFE'` : sql`null, null`;
  await db().execute(sql`insert into staff_accounts (id, email_digest, sealed, state, created_at)
    values (${id}, ${Buffer.from(id)}, ${Buffer.from(id)}, 'ACTIVE', now())`);
  await db().execute(sql`insert into cases (id, number, state, level, computed_level, points, opened_at, received_at, state_changed_at, closed_at, disposition)
    values (${id}, ${number}, ${state}, 'U4', 'U4', 0, now(), now(), now(), ${ended})`);
  await db().execute(sql`insert into case_reports (id, case_id, report_id, linked_by, linked_at)
    values (${id}, ${id}, ${reportId}, ${id}, now())`);
}

describe('a database of the version before', () => {
  it('is brought forward migration by migration: one that fails leaves those before it', async () => {
    const ids = {
      fresh: await storeOld('AAAA', 'SCREENING'),
      opened: await storeOld('AAAB', 'PROMOTED'),
      closed: await storeOld('AAAC', 'PROMOTED'),
      ended: await storeOld('AAAD', 'INTEL_ONLY'),
    };
    await storeOldCase('CA-2025-000001', 'TRIAGED', ids.opened);
    await storeOldCase('CA-2025-000002', 'CLOSED', ids.closed);
    await db().execute(sql`create table ${sql.identifier(LATER_NAME)} (id int)`);
    await expect(migrateDatabase(database.url)).rejects.toThrow();
    const due = await rowsOf(sql`select id from reports where look_again_at is not null`);
    expect(new Set(due.map(({ id }) => id))).toEqual(new Set([ids.fresh, ids.opened]));
    await db().execute(sql`drop table ${sql.identifier(LATER_NAME)}`);
    await migrateDatabase(database.url);
    const done = await rowsOf(
      sql`select created_at::text as at from drizzle.__drizzle_migrations order by created_at`,
    );
    expect(done.map(({ at }) => Number(at))).toEqual(knownMigrations());
  });

  it('still written to by that version, has each new report looked at in the next round', async () => {
    const id = await storeOld('AAAE', 'RECEIVED');
    const [row] = await rowsOf(sql`select look_again_at <= now() as due from reports where id = ${id}`);
    expect(row).toEqual({ due: true });
  });

  it('has a change indexed at once, also of what was put off', async () => {
    const id = await storeOld('AAAF', 'RECEIVED');
    const waits = () =>
      rowsOf(
        sql`select since <= now() as due from search_due where owner_id = ${id} and owner_kind = 'report'`,
      );
    await db().execute(
      sql`insert into search_due (owner_kind, owner_id, since) values ('report', ${id}, now() + interval '5 hours')`,
    );
    expect(await waits()).toEqual([{ due: false }]);
    await db().execute(sql`insert into report_sections (id, report_id, section, sealed)
      values (${randomUUID()}, ${id}, 'S1', ${Buffer.from(id)})`);
    expect(await waits()).toEqual([{ due: true }]);
  });
});
