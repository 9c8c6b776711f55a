import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Db, openDatabase, type Tx } from '@/db/client';
import { hit } from '@/lib/abuse/commands';
import { MINUTE } from '@/lib/clock';
import { submitReport } from '@/lib/reports/commands';
import { createDraft, saveSections } from '@/lib/reports/draft/commands';
import { loadDraft } from '@/lib/reports/draft/queries';
import { submitSos } from '@/lib/reports/sos/commands';
import { makeNonce } from '@/lib/reports/sos/nonce';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { LEAST, typeReport } from '../support/typed-report';

/** What a page costs is mostly how often it goes to the database and back; most of these were once four to twelve times as many (decision 0024). */

let database: TestDatabase;
const db = () => database.db;
const sos = { narrative: '갇혀 있어요', reach: '', thirdParty: false, locale: 'ko' as const };

beforeAll(async () => {
  database = await openTestDatabase();
  // Connects, and reads the secrets that are read once in a process.
  await submitSos(db(), { ...sos, nonce: await makeNonce(db()) });
});
afterAll(() => database.close());

/** How many statements `work` sends, `begin` and `commit` among them. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  await work();
  const count = sent.mock.calls.length;
  sent.mockRestore();
  return count;
}

describe.runIf(inject('driver') === 'pg')('how often the database is asked', () => {
  it('a sos report is one statement, and its form none', async () => {
    let nonce = '';
    expect(await statements(async () => (nonce = await makeNonce(db())))).toBe(0);
    expect(await statements(() => submitSos(db(), { ...sos, nonce }))).toBe(1);
  });

  it('counting a try is one statement', async () => {
    const limit = { name: 'x', key: 'y', limit: 1, windowMs: MINUTE };
    expect(await statements(() => hit(db(), limit))).toBe(1);
  });

  it('a page of the form is read in one statement and saved in two, several sections at once in five', async () => {
    const draft = await createDraft(db(), 'FAMILY');
    const page = { S1: { situation: ['SILENT'] } };
    expect(await statements(() => saveSections(db(), draft, page, 0))).toBe(2);
    expect(await statements(() => saveSections(db(), draft, page, 1))).toBe(2);
    const both = { ...page, S0: { contact_risk: ['SAFE'] } };
    expect(await statements(() => saveSections(db(), draft, both, 2))).toBe(5);
    expect(await statements(() => loadDraft(db(), draft))).toBe(1);
  });

  it('a draft is begun in one statement, and sent in eight', async () => {
    expect(await statements(() => createDraft(db(), 'WITNESS'))).toBe(1);
    const draft = await typeReport(db(), 'WITNESS', LEAST.WITNESS);
    let sent: unknown;
    const count = await statements(async () => (sent = await submitReport(db(), draft, 'ko')));
    expect(sent).toMatchObject({ ok: true, again: false });
    expect(count).toBe(8);
  });
});

describe('a count that is not waited for', () => {
  it('leaves every other statement waiting for the disk', async () => {
    const limit = { name: 'x', key: 'z', limit: 1, windowMs: MINUTE };
    const name = new URL(database.url).pathname.slice(1);
    // The tests' own server waits for no disk at all.
    await db().execute(sql.raw(`alter database ${name} set synchronous_commit = on`));
    const waiting = openDatabase(database.url, inject('driver'));
    const setting = (of: Db | Tx) =>
      of
        .select({ value: sql<string>`current_setting('synchronous_commit')` })
        .from(sql`(select 1) as one`)
        .then(([row]) => row?.value);
    try {
      expect(await setting(waiting.db)).toBe('on');
      await waiting.db.transaction(async (tx) => {
        await hit(tx, limit);
        expect(await setting(tx)).toBe('off');
      });
      await hit(waiting.db, limit);
      expect(await setting(waiting.db)).toBe('on');
    } finally {
      await waiting.close();
    }
  });
});
