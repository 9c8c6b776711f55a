import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Db, openDatabase, withTransaction } from '@/db/client';
import { dataKeys, vaultSecrets } from '@/db/schema/vault';
import { createDataKey, findDataKey, openDataKey } from '@/lib/vault/commands';
import { openCookie, sealCookie } from '@/lib/vault/cookie';
import { open, seal } from '@/lib/vault/seal';
import { keyedDigest, vaultSecret } from '@/lib/vault/secrets';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { eraseKey } from '../support/erased-key';

const FIRST = process.env.NARU_KEYS ?? '';
const SECOND = `second:${Buffer.alloc(32, 8).toString('base64')}`;

let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() => {
  process.env.NARU_KEYS = FIRST;
  vi.resetModules();
});

/** The vault as a process would have it that was started with these keys: lib/env reads the environment once. */
async function vaultWith(keys: string) {
  process.env.NARU_KEYS = keys;
  vi.resetModules();
  return import('@/lib/vault/commands');
}

const owned = () => ({ kind: 'report' as const, id: randomUUID() });
const placeOf = (id: string) => ({ table: 'report_sections', row: id, column: 'sealed' });

describe('data keys', () => {
  it('are kept wrapped, and open as what they were', async () => {
    const owner = owned();
    const made = await withTransaction(db(), (tx) => createDataKey(tx, owner));
    expect(await openDataKey(db(), owner)).toEqual(made);
    const [row] = await db().select().from(dataKeys).where(eq(dataKeys.ownerId, owner.id));
    expect(row?.wrapped?.includes(made.bytes)).toBe(false);
  });

  it('exchanged between two owners open nothing', async () => {
    const [one, other] = [owned(), owned()];
    await withTransaction(db(), (tx) => createDataKey(tx, one));
    await withTransaction(db(), (tx) => createDataKey(tx, other));
    const rows = await db().select().from(dataKeys).where(eq(dataKeys.ownerId, other.id));
    await db()
      .update(dataKeys)
      .set({ wrapped: rows[0]?.wrapped ?? null })
      .where(eq(dataKeys.ownerId, one.id));
    await expect(openDataKey(db(), one)).rejects.toThrow();
  });

  it('once destroyed cannot be opened, nor made again for the same owner', async () => {
    const owner = owned();
    await withTransaction(db(), (tx) => createDataKey(tx, owner));
    await withTransaction(db(), (tx) => eraseKey(tx, owner));
    expect(await findDataKey(db(), owner)).toBeNull();
    await expect(openDataKey(db(), owner)).rejects.toThrow('no data key');
    await expect(withTransaction(db(), (tx) => createDataKey(tx, owner))).rejects.toThrow();
    const [row] = await db().select().from(dataKeys).where(eq(dataKeys.ownerId, owner.id));
    expect(row?.wrapped).toBeNull();
  });
});

describe('rotation', () => {
  it('rewraps every key while reads go on; then the old key can go, and no secret has changed', async () => {
    const rotating = await openTestDatabase();
    const again = openDatabase(rotating.url, 'pg');
    try {
      const owners = Array.from({ length: 450 }, owned);
      const sealed = new Map<string, Buffer>();
      await withTransaction(rotating.db, async (tx) => {
        for (const owner of owners)
          sealed.set(owner.id, seal(await createDataKey(tx, owner), placeOf(owner.id), owner.id));
      });
      const secrets = ['digest', 'index', 'audit', 'cookie'] as const;
      const before = await Promise.all(secrets.map((name) => vaultSecret(rotating.db, name)));
      const destroyed = owned();
      await withTransaction(rotating.db, (tx) => createDataKey(tx, destroyed));
      await withTransaction(rotating.db, (tx) => eraseKey(tx, destroyed));

      const rotation = await vaultWith(`${SECOND},${FIRST}`);
      let reading = true;
      const reader = readAll(rotation, again.db, owners, sealed, () => reading);
      const rewrapped = await Promise.all([
        rotation.rotateKeys(rotating.db),
        rotation.rotateKeys(rotating.db),
      ]);
      reading = false;
      expect(rewrapped[0] + rewrapped[1]).toBe(owners.length + secrets.length);
      expect(await reader).toBeGreaterThan(0);
      expect(await rotation.rotateKeys(rotating.db)).toBe(0);

      const after = await vaultWith(SECOND);
      await readAll(after, again.db, owners, sealed, () => false);
      expect(await after.findDataKey(again.db, destroyed)).toBeNull();
      const fresh = await import('@/lib/vault/secrets');
      const now = await Promise.all(secrets.map((name) => fresh.vaultSecret(again.db, name)));
      expect(now).toEqual(before);
      const rows = await again.db.select().from(vaultSecrets);
      expect(rows.map((row) => row.keyId)).toEqual(secrets.map(() => 'second'));

      const retired = await vaultWith(FIRST);
      await expect(retired.openDataKey(again.db, owners[0] ?? owned())).rejects.toThrow('second');
    } finally {
      await again.close();
      await rotating.close();
    }
  });

  /** Reads keys round and round while `go` says so, and each of them at least once; answers how many reads there were. */
  async function readAll(
    vault: Awaited<ReturnType<typeof vaultWith>>,
    from: Db,
    owners: ReturnType<typeof owned>[],
    sealed: Map<string, Buffer>,
    go: () => boolean,
  ): Promise<number> {
    let reads = 0;
    do {
      for (const owner of owners) {
        const key = await vault.openDataKey(from, owner);
        expect(open(key, placeOf(owner.id), sealed.get(owner.id) ?? Buffer.alloc(0))).toBe(owner.id);
        reads += 1;
      }
    } while (go());
    return reads;
  }
});

describe('secrets', () => {
  it('made by two processes at once are one', async () => {
    const fresh = await openTestDatabase();
    const other = openDatabase(fresh.url, 'pg');
    try {
      const [one, two] = await Promise.all([
        vaultSecret(fresh.db, 'digest'),
        vaultSecret(other.db, 'digest'),
      ]);
      expect(one).toEqual(two);
    } finally {
      await other.close();
      await fresh.close();
    }
  });

  it('make digests that differ by purpose, and by installation', async () => {
    const other = await openTestDatabase();
    try {
      const digests = [
        await keyedDigest(db(), 'receipt', 'x'),
        await keyedDigest(db(), 'e-mail', 'x'),
        await keyedDigest(other.db, 'receipt', 'x'),
      ].map((digest) => digest.toString('hex'));
      expect(new Set(digests).size).toBe(3);
      expect((await keyedDigest(db(), 'receipt', 'x')).toString('hex')).toBe(digests[0]);
    } finally {
      await other.close();
    }
  });

  it('whose load failed once are asked for again', async () => {
    const fresh = await openTestDatabase();
    try {
      await fresh.db.execute(sql`alter table vault_secrets rename to away`);
      await expect(vaultSecret(fresh.db, 'digest')).rejects.toThrow();
      await fresh.db.execute(sql`alter table away rename to vault_secrets`);
      expect(await vaultSecret(fresh.db, 'digest')).toHaveLength(32);
    } finally {
      await fresh.close();
    }
  });
});

describe('a sealed cookie', () => {
  it('opens under its own name, and cannot be read without the key', async () => {
    const text = await sealCookie(db(), 'naru_draft', { draft: '여기' });
    expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('draft');
    expect(await openCookie(db(), 'naru_draft', text)).toEqual({ draft: '여기' });
    expect(await openCookie(db(), 'naru_status', text)).toBeNull();
  });

  it('changed in any byte, cut, lengthened or made up is nothing', async () => {
    const text = await sealCookie(db(), 'naru_draft', { draft: randomUUID() });
    const bytes = Buffer.from(text, 'base64url');
    const bad = [...bytes.keys()].flatMap((at) => {
      const changed = Buffer.from(bytes);
      changed[at] = (bytes[at] ?? 0) ^ 0x80;
      return [changed, bytes.subarray(0, at)];
    });
    bad.push(Buffer.concat([bytes, Buffer.of(1)]), Buffer.alloc(200, 1), Buffer.from('{"draft":"x"}'));
    for (const one of bad) expect(await openCookie(db(), 'naru_draft', one.toString('base64url'))).toBeNull();
    for (const one of ['', '%%%', '{"draft":"x"}', 'null', '가나다'])
      expect(await openCookie(db(), 'naru_draft', one)).toBeNull();
  });
});
