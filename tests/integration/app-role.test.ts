import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Connection, openDatabase } from '@/db/client';
import { grantUse } from '@/db/grants';
import { verifyAudit } from '@/lib/audit/queries';
import { runDueJobs } from '@/lib/jobs/run';
import { addNote, changeState } from '@/lib/reports/desk/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { actorFor, makeStaff } from '../support/staff-actor';
import { fileReport, LEAST } from '../support/typed-report';

/** The application as a role that owns nothing: it works, and cannot undo what keeps its record honest. */

const ROLE = `naru_app_${randomBytes(4).toString('hex')}`;
const PASSWORD = randomBytes(12).toString('hex');
let owned: TestDatabase;
let used: Connection;

beforeAll(async () => {
  owned = await openTestDatabase();
  await administer(`create role ${ROLE} login password '${PASSWORD}' nosuperuser nocreatedb nocreaterole`);
  await grantUse(owned.url, ROLE);
  // Twice, as after every migration.
  await grantUse(owned.url, ROLE);
  const url = new URL(owned.url);
  url.username = ROLE;
  url.password = PASSWORD;
  used = openDatabase(url.href, inject('driver'));
});
afterAll(async () => {
  await used.close();
  await owned.close();
  await administer(`drop role if exists ${ROLE}`);
});

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('a role that owns nothing', () => {
  it('takes reports, works on them, runs the jobs and verifies the audit', async () => {
    const { db } = used;
    const staff = await makeStaff(db, 'Least', ['SUPERVISOR']);
    const actor = actorFor(staff, ['SUPERVISOR']);
    const { receipt } = await fileReport(db, 'FAMILY', LEAST.FAMILY);
    expect(await findByReceipt(db, receipt.code)).toBeTruthy();
    const { reference } = receipt;
    const note = { reference, text: '적어 둔 말', submission: randomUUID() };
    expect(await addNote(db, actor, note)).toMatchObject({ ok: true });
    expect(
      await changeState(db, actor, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' }),
    ).toMatchObject({ ok: true });
    expect((await runDueJobs(db)).failed).toEqual([]);
    const verdict = await verifyAudit(db);
    expect(verdict.breaks).toEqual([]);
    expect(verdict.entries).toBeGreaterThan(2);
  });

  it.each([
    'alter table audit_entries disable trigger all',
    'alter table audit_entries disable trigger user',
    'truncate audit_entries',
    'truncate reports cascade',
    `update audit_entries set act = 'report.note'`,
    'delete from audit_entries',
    'drop table audit_entries',
    'drop function refuse_audit_change() cascade',
    'create or replace function refuse_audit_change() returns trigger language plpgsql as $$ begin return new; end $$',
    `set session_replication_role = 'replica'`,
    'create table public.elsewhere (id int)',
  ])('cannot: %s', async (statement) => {
    await expect(used.db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('is no more than the owner says: the owner could do each of these', async () => {
    await owned.db.execute(sql.raw('alter table audit_entries disable trigger user'));
    await owned.db.execute(sql.raw('alter table audit_entries enable trigger user'));
  });
});
