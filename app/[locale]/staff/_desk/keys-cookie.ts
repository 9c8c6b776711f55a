import 'server-only';
import { cookies } from 'next/headers';
import { servesHttps } from '@/lib/env';

/** Set where somebody has switched the keys of the desk off; it says nothing else. */
const KEYS_COOKIE = 'naru_desk_keys';
const YEAR_S = 365 * 86_400;

export async function keysAreOn(): Promise<boolean> {
  return (await cookies()).get(KEYS_COOKIE)?.value !== 'off';
}

export async function switchKeys(on: boolean): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: servesHttps() };
  (await cookies()).set(KEYS_COOKIE, on ? '' : 'off', { ...options, maxAge: on ? 0 : YEAR_S });
}
