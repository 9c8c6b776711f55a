import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '@/db/client';
import { deriveKey, vaultSecret } from '@/lib/vault/secrets';

const RANDOM_BYTES = 24;
const MAC_BYTES = 16;

/**
 * The number in a sos form. The receipt code derives from it, so whoever has it has the receipt: it is long and random, and ours (a MAC stands
 * behind it, so that nobody can choose one that meets somebody else's). It has no age: a form that is sent again, whenever that is, has to meet
 * the report that it was stored as, and two tries of one sending may stand on either side of any limit.
 */
export async function makeNonce(db: Db): Promise<string> {
  const body = randomBytes(RANDOM_BYTES);
  return Buffer.concat([body, await macOf(db, body)]).toString('base64url');
}

/** Whether a posted nonce is one of ours. */
export async function isOurNonce(db: Db, nonce: string): Promise<boolean> {
  const bytes = Buffer.from(nonce, 'base64url');
  if (bytes.length !== RANDOM_BYTES + MAC_BYTES) return false;
  const body = bytes.subarray(0, RANDOM_BYTES);
  return timingSafeEqual(await macOf(db, body), bytes.subarray(RANDOM_BYTES));
}

/** The posted nonce when it is ours, else a new one. Whatever is tried again has to settle it once, before it: else each try stores a report. */
export async function settleNonce(db: Db, posted: string | null): Promise<string> {
  return posted && (await isOurNonce(db, posted)) ? posted : makeNonce(db);
}

async function macOf(db: Db, body: Buffer): Promise<Buffer> {
  const key = deriveKey(await vaultSecret(db, 'digest'), 'sos-nonce');
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
}
