import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditChains, auditEntries } from '@/db/schema/audit';
import { CHECKPOINT_EVERY, shipCheckpoint, shippedHere } from '@/lib/audit/checkpoints/commands';
import { withAudit } from '@/lib/audit/commands';
import { verifyAudit } from '@/lib/audit/queries';
import { now, setClock } from '@/lib/clock';
import { env } from '@/lib/env';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { fileReport, LEAST } from '../support/typed-report';

/** What stands only here; changed and removed rows, and the trigger, are tried in desk.test.ts on the work of the desk. */
let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => {
  setClock(undefined);
  return database.close();
});

const system = { kind: 'system', id: null } as const;
const object = () => ({ kind: 'report' as const, id: randomUUID() });
const entriesOf = (id: string) => db().select().from(auditEntries).where(eq(auditEntries.objectId, id));

describe('the audit', () => {
  it('keeps no entry of work that failed, and no work whose entry failed', async () => {
    const one = object();
    const failing = withAudit(db(), async (_tx, record) => {
      await record(one, system, 'report.received');
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await entriesOf(one.id)).toEqual([]);
    expect(await db().$count(auditChains, eq(auditChains.objectId, one.id))).toBe(0);
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('makes one chain of entries that are written at the same moment', async () => {
    const one = object();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        withAudit(db(), (_tx, record) => record(one, system, 'report.read', { index })),
      ),
    );
    const entries = await entriesOf(one.id);
    expect(entries.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('lets two through that record about the same two things in either order', async () => {
    const [one, other] = [object(), object()];
    for (const made of [one, other])
      await withAudit(db(), (_tx, record) => record(made, system, 'report.received'));
    let met = 0;
    const reading = (first: typeof one, second: typeof one) =>
      withAudit(db(), async (_tx, record) => {
        await record(first, system, 'report.read');
        met += 1;
        for (let looks = 0; met < 2 && looks < 500; looks += 1) await wait(10);
        await record(second, system, 'report.read');
      });
    await Promise.all([reading(one, other), reading(other, one)]);
    // One of the two was given up by PostgreSQL and begun anew.
    expect(met).toBe(3);
    for (const { id } of [one, other]) expect(await entriesOf(id)).toHaveLength(3);
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('writes the same about many objects at once, each into its own chain, begun or not', async () => {
    const many = Array.from({ length: 12 }, object);
    for (const one of many.slice(0, 8))
      await withAudit(db(), (_tx, record) => record(one, system, 'report.received'));
    const read = () => withAudit(db(), (_tx, record) => record.each(many, system, 'search.hit'));
    await Promise.all([read(), read(), read()]);
    for (const [index, one] of many.entries())
      expect((await entriesOf(one.id)).filter(({ act }) => act === 'search.hit').length, `${index}`).toBe(3);
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('can be verified while it is being written, without a false alarm', async () => {
    const one = object();
    let writing = true;
    const writer = (async () => {
      while (writing) await withAudit(db(), (_tx, record) => record(one, system, 'report.read'));
    })();
    for (let round = 0; round < 15; round += 1) {
      await fileReport(db(), 'PRO', LEAST.PRO);
      expect((await verifyAudit(db())).breaks).toEqual([]);
    }
    writing = false;
    await writer;
  });

  it('finds an end that was cut off with the head put back to what the last entry left shows', async () => {
    const one = object();
    for (let index = 0; index < 3; index += 1)
      await withAudit(db(), (_tx, record) => record(one, system, 'report.read', { index }));
    await db().execute(sql`alter table audit_entries disable trigger user`);
    const third = and(eq(auditEntries.objectId, one.id), eq(auditEntries.seq, 3));
    const [kept] = await db().select().from(auditEntries).where(third);
    const second = (await entriesOf(one.id)).find(({ seq }) => seq === 2);
    const chain = eq(auditChains.objectId, one.id);
    const [head] = await db().select().from(auditChains).where(chain);
    await db().delete(auditEntries).where(third);
    await db()
      .update(auditChains)
      .set({ count: 2, head: second?.mac ?? Buffer.alloc(32) })
      .where(chain);
    expect((await verifyAudit(db())).breaks).toEqual([
      { objectKind: 'report', objectId: one.id, seq: 2, what: 'head' },
    ]);
    // Work that goes on does not heal it.
    await withAudit(db(), (_tx, record) => record(one, system, 'report.read'));
    expect((await verifyAudit(db())).breaks).not.toEqual([]);

    await db().delete(auditEntries).where(third);
    if (kept) await db().insert(auditEntries).values(kept);
    if (head) await db().update(auditChains).set(head).where(chain);
    await db().execute(sql`alter table audit_entries enable trigger user`);
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('says where a chain breaks', async () => {
    const one = object();
    for (let index = 0; index < 4; index += 1)
      await withAudit(db(), (_tx, record) => record(one, system, 'report.read', { index }));
    await db().execute(sql`alter table audit_entries disable trigger user`);
    const at = (seq: number) => and(eq(auditEntries.objectId, one.id), eq(auditEntries.seq, seq));
    const [before] = await db().select().from(auditEntries).where(at(2));
    await db().update(auditEntries).set({ act: 'report.note' }).where(at(2));
    expect((await verifyAudit(db())).breaks).toEqual([
      { objectKind: 'report', objectId: one.id, seq: 2, what: 'changed' },
    ]);
    await db().delete(auditEntries).where(at(2));
    expect((await verifyAudit(db())).breaks).toEqual([
      { objectKind: 'report', objectId: one.id, seq: 2, what: 'missing' },
    ]);
    if (before) await db().insert(auditEntries).values(before);
    await db().execute(sql`alter table audit_entries enable trigger user`);
  });
});

describe('checkpoints outside the database', () => {
  const write = (one: ReturnType<typeof object>) =>
    withAudit(db(), (_tx, record) => record(one, system, 'report.read'));
  const later = () => setClock(new Date(now().getTime() + CHECKPOINT_EVERY));
  const headOf = async (id: string) =>
    (await db().select().from(auditChains).where(eq(auditChains.objectId, id)))[0];
  const verdict = async () => (await verifyAudit(db(), await shippedHere(db()))).breaks;
  const shippedFile = async () => {
    const [name = ''] = (await readdir(env().NARU_DATA_DIR)).filter((one) => one.startsWith('audit-'));
    return join(env().NARU_DATA_DIR, name);
  };
  /** As someone with the database and no key would, with everything put back after. */
  async function tampered(where: string, look: () => Promise<void>) {
    await db().execute(sql.raw(`alter table audit_entries disable trigger user`));
    await db().execute(sql.raw(`create table kept_rows as select * from audit_entries where ${where}`));
    await db().execute(sql.raw(`delete from audit_entries where ${where}`));
    await look();
    await db().execute(sql.raw(`insert into audit_entries select * from kept_rows`));
    await db().execute(sql.raw('drop table kept_rows'));
    await db().execute(sql.raw(`alter table audit_entries enable trigger user`));
  }

  it('ship what moved since the last one, at most every five minutes, and nothing when nothing did', async () => {
    const [one, other] = [object(), object()];
    await write(one);
    expect(await shipCheckpoint(db())).toBeGreaterThan(0);
    await write(other);
    expect(await shipCheckpoint(db())).toBe(0);
    later();
    // A transaction that is open anywhere on the server, as other tests' are, has a little shipped twice; never left out.
    expect(await shipCheckpoint(db())).toBeGreaterThan(0);
    await expect
      .poll(
        () => {
          later();
          return shipCheckpoint(db());
        },
        { timeout: 20_000 },
      )
      .toBe(0);
    const shipped = await shippedHere(db());
    expect(shipped?.heads.get(`report/${other.id}`)?.[0]).toBe(1);
    expect(await verdict()).toEqual([]);
    expect(await readFile(await shippedFile(), 'utf8')).not.toContain('report.read');
  });

  it('show a chain that was removed whole, and one that was taken back with its head', async () => {
    const one = object();
    await write(one);
    const early = await headOf(one.id);
    await write(one);
    later();
    await shipCheckpoint(db());
    const here = `object_id = '${one.id}'`;
    const found = [{ objectKind: 'report', objectId: one.id, what: 'taken-back' }];
    await tampered(here, async () => {
      const kept = await headOf(one.id);
      await db().delete(auditChains).where(eq(auditChains.objectId, one.id));
      expect((await verifyAudit(db())).breaks).toEqual([]);
      expect(await verdict()).toMatchObject(found);
      if (kept) await db().insert(auditChains).values(kept);
    });
    await tampered(`${here} and seq = 2`, async () => {
      const kept = await headOf(one.id);
      if (early) await db().update(auditChains).set(early).where(eq(auditChains.objectId, one.id));
      expect((await verifyAudit(db())).breaks).toEqual([]);
      expect(await verdict()).toMatchObject(found);
      // Grown again it is as long as what was shipped, and still another chain.
      await write(one);
      expect((await verifyAudit(db())).breaks).toEqual([]);
      expect(await verdict()).toMatchObject(found);
      await db()
        .delete(auditEntries)
        .where(and(eq(auditEntries.objectId, one.id), eq(auditEntries.seq, 2)));
      if (kept) await db().update(auditChains).set(kept).where(eq(auditChains.objectId, one.id));
    });
    expect(await verdict()).toEqual([]);
  });

  it('do not let themselves be changed, and a line that a power cut tore does not count', async () => {
    const path = await shippedFile();
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.replace(/"at":"20/, '"at":"19'));
    await expect(shippedHere(db())).rejects.toThrow('not as they were written, from line 1 on');
    await writeFile(path, whole.split('\n').slice(1).join('\n'));
    await expect(shippedHere(db())).rejects.toThrow('from line 1 on');
    // What cannot be read is not taken for nothing: neither verified without it nor written over.
    await rename(path, `${path}.kept`);
    await mkdir(path);
    await expect(shippedHere(db())).rejects.toThrow('EISDIR');
    later();
    await write(object());
    expect(await shipCheckpoint(db())).toBeNull();
    await rmdir(path);
    await rename(`${path}.kept`, path);
    await writeFile(path, `${whole}{"seq":99,"at":"20`);
    await write(object());
    later();
    expect(await shipCheckpoint(db())).toBeGreaterThan(0);
    expect(await verdict()).toEqual([]);
  });
});
