import { randomInt } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRows, tableNames } from '@/bin/support/prove/restore/exported';
import { type Db, withTransaction } from '@/db/client';
import { knownMigrations, lockSchema, migrateDatabase, migrateWithin } from '@/db/migrate';
import { auditChains, auditEntries } from '@/db/schema/audit';
import { reports } from '@/db/schema/reports';
import { staffInvitations, staffSessions } from '@/db/schema/staff';
import { CHECKPOINT_EVERY, shipCheckpoint, shippedHere } from '@/lib/audit/checkpoints/commands';
import { verifyAudit } from '@/lib/audit/queries';
import { type Entry, readArchive } from '@/lib/backup/archive';
import { DAY, now, setClock } from '@/lib/clock';
import { env } from '@/lib/env';
import { openVariant } from '@/lib/evidence/queries';
import { submitReport } from '@/lib/reports/commands';
import { changeState } from '@/lib/reports/desk/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { erase } from '@/lib/retention/erasing/commands';
import { shipLedger } from '@/lib/retention/ledger/commands';
import { ledgerOnDisk } from '@/lib/retention/ledger/queries';
import { eraseDue } from '@/lib/retention/round/commands';
import { SHORTENED_AFTER, USUAL_DAYS } from '@/lib/settings/retention';
import { inviteStaff } from '@/lib/staff/commands';
import type { StaffActor } from '@/lib/staff/session';
import { insertSession } from '@/lib/staff/sessions/commands';
import { findDataKey } from '@/lib/vault/commands';
import { newPair, putBack, sealed, takeBackup } from '../support/backups';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../support/database';
import { makeTeam, openTestCase, screenedReport } from '../support/desk-team';
import { bytesOf, pdfOf, uploadPieces } from '../support/evidence';
import { fileReport, LEAST, storedAnswers, typeReport } from '../support/typed-report';

let source: TestDatabase;
let pair: Awaited<ReturnType<typeof newPair>>;
let file: Buffer;
let receipt: { reference: string; code: string };
let fileId: string;
let lead: StaffActor;
const evidence = pdfOf(700_000);
/** What a restore adds to, or never brings back. */
const OTHER = ['audit_entries', 'audit_chains', 'staff_sessions', 'rate_limits', 'staff_invitations'];

beforeAll(async () => {
  source = await openTestDatabase();
  const { db } = source;
  ({ lead } = await makeTeam(db));
  await openTestCase(db, lead);
  const draft = await typeReport(db, 'WITNESS', {
    ...LEAST.WITNESS,
    narrative: ['한글, "따옴표", \\ 역빗금,\n줄바꿈'],
  });
  fileId = (await uploadPieces(db, draft, evidence, { name: '사진.pdf' })).id;
  const sent = await submitReport(db, draft, 'ko');
  if (!sent.ok) throw new Error('not sent');
  receipt = sent.receipt;
  await typeReport(db, 'FAMILY', LEAST.FAMILY);
  const invited = { email: 'later@example.org', name: '나중', roles: ['INTAKE' as const] };
  expect(await inviteStaff(db, 'command-line', invited)).toMatchObject({ ok: true });
  await withTransaction(db, (tx) => insertSession(tx, lead.id));
  pair = await newPair();
  file = await takeBackup(db, pair.recipient);
});
afterAll(() => source.close());

async function withEmpty<Result>(work: (db: TestDatabase) => Promise<Result>): Promise<Result> {
  const empty = await openEmptyDatabase();
  try {
    return await work(empty);
  } finally {
    await empty.close();
  }
}

describe('a backup that is restored into an empty database', () => {
  it('gives back every row of every table as it was', () =>
    withEmpty(async ({ db, url }) => {
      const before = await exportRows(source.db, OTHER);
      const restored = await putBack(db, file, pair.identity);
      expect(await exportRows(db, OTHER)).toEqual(before);
      expect(Object.keys(restored.end.rows)).not.toContain('staff_sessions');
      // What it knows of its schema is right: there is nothing left to migrate, and the triggers stand.
      await migrateDatabase(url);
      await expect(db.update(auditEntries).set({ act: 'x' })).rejects.toThrow();
    }));

  it('holds all tables of ours but two, and none of anybody else', async () => {
    await source.db.execute(sql`create table playing_with_something_else (id integer)`);
    try {
      const bytes = await takeBackup(source.db, pair.recipient);
      const ours = (await tableNames(source.db)).filter((name) => name !== 'playing_with_something_else');
      await withEmpty(async ({ db }) => {
        const { head } = await putBack(db, bytes, pair.identity);
        expect([...head.tables, 'rate_limits', 'staff_sessions'].toSorted()).toEqual(ours.toSorted());
        expect((await tableNames(db)).toSorted()).toEqual(ours.toSorted());
      });
    } finally {
      await source.db.execute(sql`drop table playing_with_something_else`);
    }
  });

  it('opens by receipt code, with its answers and files', () =>
    withEmpty(async ({ db }) => {
      await putBack(db, file, pair.identity);
      expect(await findByReceipt(db, receipt.code)).not.toBeNull();
      expect((await storedAnswers(db, receipt.reference)).narrative).toEqual([
        '한글, "따옴표", \\ 역빗금,\n줄바꿈',
      ]);
      expect((await bytesOf(await openVariant(db, fileId, 'ORIGINAL'))).equals(evidence)).toBe(true);
    }));

  it('holds its audit, goes on with it, and says in it that it was restored', () =>
    withEmpty(async ({ db }) => {
      const { audit } = await putBack(db, file, pair.identity);
      expect(audit).toMatchObject({ breaks: [] });
      expect(audit.entries).toBeGreaterThan(5);
      const acts = await db.select().from(auditEntries).where(eq(auditEntries.objectKind, 'system'));
      expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['backup.made', 'backup.restored']));
      await openTestCase(db, lead);
      await fileReport(db, 'PRO', LEAST.PRO);
      expect((await verifyAudit(db)).breaks).toEqual([]);
    }));

  it('lets nobody in: sessions are not there, and invitations that were open have ended', () =>
    withEmpty(async ({ db }) => {
      await putBack(db, file, pair.identity);
      expect(await db.$count(staffSessions)).toBe(0);
      const open = await db.$count(staffInvitations, sql`used_at is null and expires_at > now()`);
      expect(open).toBe(0);
      expect(await db.$count(staffInvitations)).toBeGreaterThan(0);
    }));
});

describe('the checkpoints outside the database', () => {
  const ship = (db: Db) => {
    setClock(new Date(now().getTime() + CHECKPOINT_EVERY));
    return shipCheckpoint(db);
  };
  const breaks = async (db: Db) => (await verifyAudit(db, await shippedHere(db))).breaks;

  it('hold the backup to where it stood, and take the way back for no tampering', async () => {
    const { db } = source;
    expect(await ship(db)).toBeGreaterThan(0);
    const between = await takeBackup(db, pair.recipient);
    await fileReport(db, 'PRO', LEAST.PRO);
    expect(await ship(db)).toBeGreaterThan(0);
    await withEmpty(async ({ db: restored }) => {
      const { audit, checkpoints } = await putBack(restored, between, pair.identity);
      expect({ checkpoints, breaks: audit.breaks }).toEqual({ checkpoints: 'held', breaks: [] });
      expect(await breaks(restored)).toEqual([]);
      expect((await shippedHere(restored))?.restoredAt).not.toBeNull();
      // What is shipped from here on is every head again, and holds as before.
      const chains = await restored.$count(auditChains);
      expect(await ship(restored)).toBe(chains);
      await restored.execute(sql`delete from audit_chains where object_kind = 'report'`);
      expect((await breaks(restored)).length).toBeGreaterThan(0);
    });
    setClock(undefined);
  });

  it('are left alone by a drill, and a restore that says not what it is for is refused where they lie', async () => {
    const bytes = await takeBackup(source.db, pair.recipient);
    const lines = async () => (await shippedHere(source.db))?.macs;
    const before = await lines();
    await withEmpty(async ({ db }) => {
      await expect(putBack(db, bytes, pair.identity, null)).rejects.toThrow(/--replaces.*--drill/);
      expect(await tableNames(db)).toEqual([]);
      expect(await putBack(db, bytes, pair.identity, 'drill')).toMatchObject({
        checkpoints: 'held',
        untold: false,
      });
    });
    expect(before?.length).toBeGreaterThan(0);
    expect(await lines()).toEqual(before);
  });

  it('that are not those which the backup knew are said to be so', async () => {
    const backup = await takeBackup(source.db, pair.recipient);
    const [name = ''] = (await readdir(env().NARU_DATA_DIR)).filter((one) => one.startsWith('audit-'));
    const path = join(env().NARU_DATA_DIR, name);
    const [first = ''] = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, `${first}\n`);
    await withEmpty(async ({ db }) => {
      expect(await putBack(db, backup, pair.identity)).toMatchObject({
        checkpoints: 'cut-off',
        audit: { breaks: [] },
      });
    });
  });
});

describe('what was erased after the backup', () => {
  /** A report, a backup that has it, and its erasing since. */
  async function erasedSince() {
    const { db } = source;
    const { id } = await screenedReport(db, lead);
    const before = await takeBackup(db, pair.recipient);
    expect(await erase(db, { kind: 'report', id, why: 'PERIOD', deciders: null })).toMatchObject({
      ok: true,
    });
    await shipLedger(db);
    return { id, before };
  }

  it('is erased again where the ledger lies, and the audit holds', async () => {
    const { id, before } = await erasedSince();
    await withEmpty(async ({ db }) => {
      expect((await putBack(db, before, pair.identity)).erased).toMatchObject({ added: 1 });
      expect(await db.$count(reports, eq(reports.id, id))).toBe(0);
      expect(await findDataKey(db, { kind: 'report', id })).toBeNull();
      expect((await verifyAudit(db)).breaks).toEqual([]);
    });
  });

  it('is erased again where only a log was kept, whatever stands around its lines; one that lacks a line is refused', async () => {
    const { id, before } = await erasedSince();
    const said = ((await ledgerOnDisk(source.db)) ?? []).map((line) =>
      JSON.stringify({ level: 'record', at: line.at, line: JSON.stringify(line), event: 'erasure' }),
    );
    const others = ['not JSON', '5', '{"event":"request"}', '{"line":null}'];
    const log = (lines: readonly string[]) =>
      Readable.from([...others, ...lines.map((line) => `host naru[7]: ${line}`)]);
    await withEmpty(async ({ db }) => {
      const whole = await putBack(db, before, pair.identity, 'drill', log([...said, ...said]));
      expect(whole.erased).toMatchObject({ lines: said.length, added: 1 });
      expect(await findDataKey(db, { kind: 'report', id })).toBeNull();
    });
    await withEmpty(async ({ db }) => {
      const lacking = putBack(db, before, pair.identity, 'drill', log(said.slice(1)));
      await expect(lacking).rejects.toThrow(/not as it was written, from line 1 on/);
      expect(await tableNames(db)).toEqual([]);
    });
  });
});

describe('a database that was restored', () => {
  it('erases nothing for its period for a week, in which holds are set again', async () => {
    const { db } = source;
    const { reference, id } = await screenedReport(db, lead);
    const end = { reference, action: 'MARK_ABUSE', seen: 'SCREENING', reason: '확인함' } as const;
    expect(await changeState(db, lead, end)).toMatchObject({ ok: true });
    const before = await takeBackup(db, pair.recipient);
    const at = now().getTime() + (USUAL_DAYS.ABUSE + 1) * DAY;
    setClock(new Date(at));
    try {
      await withEmpty(async ({ db: restored }) => {
        await putBack(restored, before, pair.identity);
        const there = () => restored.$count(reports, eq(reports.id, id));
        await eraseDue(restored);
        setClock(new Date(at + SHORTENED_AFTER - 1));
        await eraseDue(restored);
        expect(await there()).toBe(1);
        setClock(new Date(at + SHORTENED_AFTER + 1));
        await eraseDue(restored);
        expect(await there()).toBe(0);
      });
    } finally {
      setClock(undefined);
    }
  });

  it('stands when the checkpoints cannot be told, and says so', async () => {
    const [name = ''] = (await readdir(env().NARU_DATA_DIR)).filter((one) => one.startsWith('audit-'));
    const path = join(env().NARU_DATA_DIR, name);
    const kept = await readFile(path);
    await rm(path);
    const before = await takeBackup(source.db, pair.recipient);
    await writeFile(path, 'no line of ours\n');
    try {
      await withEmpty(async ({ db }) => {
        expect(await putBack(db, before, pair.identity)).toMatchObject({ untold: true });
        expect(await db.$count(reports)).toBeGreaterThan(0);
        // The last line is of a database that was far ahead of this one: every head is shipped.
        const ahead = {
          seq: 1,
          at: '2025-10-10T03:00:00Z',
          since: '9000000000000',
          heads: [],
          mac: 'x',
        };
        await writeFile(path, `${JSON.stringify(ahead)}\n`);
        expect(await shipCheckpoint(db)).toBe(await db.$count(auditChains));
      });
    } finally {
      await writeFile(path, kept);
    }
  });
});

describe('what a backup shows', () => {
  it('is nothing: no answer, no reference, no name of a table', () => {
    const words = [receipt.reference, receipt.code, 'reports', 'staff_accounts', '따옴표', 'WITNESS', 'KH'];
    expect(words.slice(0, 5).filter((word) => file.includes(word))).toEqual([]);
    expect(file.subarray(0, 40).toString()).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
  });
});

describe('a backup of another schema', () => {
  it('is brought to the newest one when it is older', () =>
    withEmpty(async ({ db: old }) => {
      await withTransaction(old, async (tx) => {
        await lockSchema(tx);
        await migrateWithin(tx, knownMigrations()[3] ?? 0);
      });
      const early = await takeBackup(old, pair.recipient);
      await withEmpty(async ({ db }) => {
        expect((await putBack(db, early, pair.identity)).head.tables).not.toContain('erasures');
        expect(await tableNames(db)).toEqual(await tableNames(source.db));
      });
    }));

  it('is refused when it is newer, and so is a format that is', async () => {
    const forged = (given: object) => {
      const head = { format: 'naru-backup', version: 1, at: new Date().toISOString(), schema: 1, tables: [] };
      const bytes = Buffer.from(JSON.stringify({ ...head, keyIds: ['test'], checkpoint: null, ...given }));
      return sealed(pair.recipient, (archive) => archive.put({ name: 'head.json', bytes }));
    };
    await withEmpty(async ({ db }) => {
      const newer = await forged({ schema: 9_999_999_999_999 });
      await expect(putBack(db, newer, pair.identity)).rejects.toThrow(/newer version of Naru/);
      await expect(putBack(db, await forged({ version: 2 }), pair.identity)).rejects.toThrow(/format 2/);
      expect(await tableNames(db)).toEqual([]);
    });
  });
});

describe('a restore refuses', () => {
  const refused = async (bytes: Buffer, said: RegExp, identity = pair.identity) =>
    withEmpty(async ({ db }) => {
      await expect(putBack(db, bytes, identity)).rejects.toThrow(said);
      expect(await tableNames(db)).toEqual([]);
    });

  it('a backup in which any bit was turned, and leaves the database empty', async () => {
    for (let time = 0; time < 3; time += 1) {
      const bytes = Buffer.from(file);
      const at = time === 0 ? file.length - 1 : randomInt(file.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8));
      await refused(bytes, /damaged or not whole|sealed for another key/);
    }
  });

  it('a backup that was sealed by who has the public key alone, with one word of one row changed', async () => {
    const resealed = async (changed: (text: string) => string) => {
      const entries: Entry[] = [];
      for await (const entry of readArchive([pair.identity], Readable.from([file]))) entries.push(entry);
      return sealed(pair.recipient, async (archive) => {
        for (const { name, bytes } of entries)
          await archive.put({
            name,
            bytes: name.includes('/reports/') ? Buffer.from(changed(bytes.toString('utf8'))) : bytes,
          });
      });
    };
    await withEmpty(async ({ db }) => {
      await putBack(db, await resealed((text) => text), pair.identity);
      expect(await db.$count(reports)).toBeGreaterThan(0);
    });
    let words = 0;
    const forged = await resealed((text) =>
      text.replace(/"ko"/, () => {
        words += 1;
        return '"en"';
      }),
    );
    expect(words).toBe(1);
    await refused(forged, /was not made by a Naru that has these NARU_KEYS/);
  });

  it('a backup that was cut off, and leaves the database empty', async () => {
    for (const length of [0, randomInt(file.length), file.length - 1])
      await refused(file.subarray(0, length), /damaged or not whole/);
  });

  it('another private key', async () => {
    await refused(file, /sealed for another key/, (await newPair()).identity);
  });

  it('other NARU_KEYS, under another name and under the same', async () => {
    const { NARU_KEYS } = env();
    const set = (keys: string | undefined) => {
      env().NARU_KEYS = keys;
    };
    try {
      set(`other:${Buffer.alloc(32, 9).toString('base64')}`);
      await refused(file, /sealed with test, and NARU_KEYS has other/);
      set(`test:${Buffer.alloc(32, 9).toString('base64')}`);
      await refused(file, /another one than this backup was made with/);
    } finally {
      set(NARU_KEYS);
    }
  });

  it('a database that is not empty, the one it was made from above all', async () => {
    const before = await exportRows(source.db);
    await expect(putBack(source.db, file, pair.identity)).rejects.toThrow(/not empty/);
    expect(await exportRows(source.db)).toEqual(before);
  });
});
