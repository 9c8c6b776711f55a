import 'server-only';
import { requireSecret } from '@/lib/env';
import { decrypt, encrypt } from './cipher';

/** The wrapping keys from the environment. The first one wraps; every one listed still unwraps, so that a key can be retired slowly. */
export type Keyring = { writer: string; keys: ReadonlyMap<string, Buffer> };

/** Parses `id:base64,id:base64`; `lib/env` has checked the shape. */
export function parseKeyring(text: string): Keyring {
  const pairs = text.split(',').map((entry) => {
    const colon = entry.indexOf(':');
    return [entry.slice(0, colon), Buffer.from(entry.slice(colon + 1), 'base64')] as const;
  });
  const writer = pairs[0]?.[0];
  if (!writer) throw new Error('NARU_KEYS holds no key');
  return { writer, keys: new Map(pairs) };
}

let cached: { text: string; ring: Keyring } | undefined;

export function keyring(): Keyring {
  const text = requireSecret('NARU_KEYS');
  if (cached?.text !== text) cached = { text, ring: parseKeyring(text) };
  return cached.ring;
}

export type Wrapped = { wrapped: Buffer; keyId: string };

/** Wraps 32 bytes for an owner; the owner's name is bound in, so that a wrapped key cannot be moved to another owner. */
export function wrap(ring: Keyring, owner: string, bytes: Buffer): Wrapped {
  return { wrapped: encrypt(keyNamed(ring, ring.writer), `key/${owner}`, bytes), keyId: ring.writer };
}

/** Unwraps with whichever listed key wrapped it. Throws when that key is no longer in NARU_KEYS. */
export function unwrap(ring: Keyring, owner: string, { wrapped, keyId }: Wrapped): Buffer {
  return decrypt(keyNamed(ring, keyId), `key/${owner}`, wrapped);
}

function keyNamed(ring: Keyring, id: string): Buffer {
  const key = ring.keys.get(id);
  if (!key) throw new Error(`NARU_KEYS has no key called ${id}, which some data is wrapped with`);
  return key;
}
