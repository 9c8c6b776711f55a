import 'server-only';
import { createHmac } from 'node:crypto';
import { deriveKey } from '@/lib/vault/secrets';

/** What a site is stored and looked up under: keyed digests, so that without the secret no name can be guessed and compared. */
export function siteDigests(secret: Buffer, keys: readonly string[]): Buffer[] {
  const key = deriveKey(secret, 'sites');
  return keys.map((text) => createHmac('sha256', key).update(text).digest().subarray(0, 16));
}
