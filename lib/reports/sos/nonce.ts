import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '@/db/client';
import { DAY, HOUR, now } from '@/lib/clock';
import { deriveKey, vaultSecret } from '@/lib/vault/secrets';

const RANDOM_BYTES = 18;
const STAMP_BYTES = 6;
const MAC_BYTES = 16;

/**
 * The number in a sos form. The receipt code derives from it, so whoever has it has the receipt: it is long and random, ours (a MAC stands
 * behind it, so that nobody can choose one that meets somebody else's), and good for 24 hours.
 */
export async function makeNonce(db: Db): Promise<string> {
  const stamp = Buffer.alloc(STAMP_BYTES);
  stamp.writeUIntBE(now().getTime(), 0, STAMP_BYTES);
  const body = Buffer.concat([randomBytes(RANDOM_BYTES), stamp]);
  return Buffer.concat([body, await macOf(db, body)]).toString('base64url');
}

/** Whether a posted nonce is one of ours and not older than 24 hours. */
export async function isOurNonce(db: Db, nonce: string): Promise<boolean> {
  const bytes = Buffer.from(nonce, 'base64url');
  if (bytes.length !== RANDOM_BYTES + STAMP_BYTES + MAC_BYTES) return false;
  const body = bytes.subarray(0, RANDOM_BYTES + STAMP_BYTES);
  const age = now().getTime() - body.readUIntBE(RANDOM_BYTES, STAMP_BYTES);
  // Another instance's clock may be ahead of ours; refusing its nonce would store the same form twice.
  return timingSafeEqual(await macOf(db, body), bytes.subarray(body.length)) && age > -HOUR && age < DAY;
}

/** The posted nonce when it is good, else a new one. Whatever is tried again has to settle it once, before it: else each try stores a report. */
export async function settleNonce(db: Db, posted: string | null): Promise<string> {
  return posted && (await isOurNonce(db, posted)) ? posted : makeNonce(db);
}

async function macOf(db: Db, body: Buffer): Promise<Buffer> {
  const key = deriveKey(await vaultSecret(db, 'digest'), 'sos-nonce');
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
}
