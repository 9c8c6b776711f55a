import 'server-only';
import type { Db } from '@/db/client';
import { decrypt, encrypt } from './cipher';
import { deriveKey, vaultSecret } from './secrets';

/** Seals a cookie's value, so that it can be neither read nor made up; bound to the cookie's name. */
export async function sealCookie(db: Db, name: string, value: object): Promise<string> {
  const key = deriveKey(await vaultSecret(db, 'cookie'), name);
  return encrypt(key, `cookie/${name}`, Buffer.from(JSON.stringify(value))).toString('base64url');
}

/** Opens a sealed cookie; null when it was tampered with, cut short or made elsewhere. */
export async function openCookie<Value>(db: Db, name: string, text: string): Promise<Value | null> {
  const key = deriveKey(await vaultSecret(db, 'cookie'), name);
  try {
    return JSON.parse(
      decrypt(key, `cookie/${name}`, Buffer.from(text, 'base64url')).toString('utf8'),
    ) as Value;
  } catch {
    return null;
  }
}
