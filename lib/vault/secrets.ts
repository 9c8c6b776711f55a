import 'server-only';
import { createHmac, hkdfSync } from 'node:crypto';
import type { Db } from '@/db/client';
import { loadOrMakeSecret } from './queries';

/**
 * Secrets of the installation, random and their own, so that rotating the wrapping keys leaves every digest as it is.
 * digest: receipt codes, e-mail addresses, tokens. index: search tokens. audit: chain MACs. cookie: sealed cookies.
 */
export type SecretName = 'digest' | 'index' | 'audit' | 'cookie';

const shared = globalThis as typeof globalThis & {
  naruSecrets?: WeakMap<Db, Map<SecretName, Promise<Buffer>>>;
};

/** A secret of this installation, made at first use, kept in memory after. */
export function vaultSecret(db: Db, name: SecretName): Promise<Buffer> {
  shared.naruSecrets ??= new WeakMap();
  const known = shared.naruSecrets.get(db) ?? new Map<SecretName, Promise<Buffer>>();
  shared.naruSecrets.set(db, known);
  const found = known.get(name) ?? loadOrMakeSecret(db, name);
  known.set(name, found);
  // A failed load must not be remembered: the database may be back at the next try.
  found.catch(() => known.delete(name));
  return found;
}

/** A keyed digest of a text for one purpose: equal texts meet, and without the secret nothing can be guessed and compared. */
export async function keyedDigest(db: Db, purpose: string, text: string): Promise<Buffer> {
  return createHmac('sha256', deriveKey(await vaultSecret(db, 'digest'), purpose))
    .update(text)
    .digest();
}

const derived = new WeakMap<Buffer, Map<string, Buffer>>();

/** A key of its own for one purpose, from a secret (HKDF-SHA256, RFC 5869). Kept beside the secret in memory: many are asked for at every request. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  const known = derived.get(secret) ?? new Map<string, Buffer>();
  derived.set(secret, known);
  const key = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `naru/${purpose}`, 32));
  known.set(purpose, key);
  return key;
}
