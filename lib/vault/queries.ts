import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { vaultSecrets } from '@/db/schema/vault';
import { now } from '@/lib/clock';
import { keyring, unwrap, wrap } from './keyring';

/** Reads a secret, making it first where there is none; of two processes that make it at once, one wins and both read that one. */
export async function loadOrMakeSecret(db: Db, name: string): Promise<Buffer> {
  const owner = `secret/${name}`;
  const read = async () => (await db.select().from(vaultSecrets).where(eq(vaultSecrets.name, name)))[0];
  let row = await read();
  if (!row) {
    const made = { name, id: randomUUID(), createdAt: now(), ...wrap(keyring(), owner, randomBytes(32)) };
    await db.insert(vaultSecrets).values(made).onConflictDoNothing();
    row = await read();
  }
  if (!row) throw new Error('a vault secret could not be kept');
  return unwrap(keyring(), owner, row);
}
