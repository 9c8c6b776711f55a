import { cookies } from 'next/headers';
import { MINUTE, now } from '@/lib/clock';
import { database } from '@/lib/database';
import { servesHttps } from '@/lib/env';
import { STATUS_COOKIE } from '@/lib/reports/cookie-names';
import { openCookie, sealCookie } from '@/lib/vault/cookie';

type Claim = { report: string; until: number };

/** How long a status stays open in a browser after its code was given; then the code is asked for again. */
const OPEN_FOR = 30 * MINUTE;

const options = { httpOnly: true, sameSite: 'lax', secure: servesHttps(), path: '/' } as const;

/** The report whose code this browser gave, and whether its half hour still runs; null when it gave none. */
export async function openStatus(): Promise<{ report: string; live: boolean } | null> {
  const sealed = (await cookies()).get(STATUS_COOKIE)?.value;
  const claim = sealed ? await openCookie<Claim>(database(), STATUS_COOKIE, sealed) : null;
  return claim && { report: claim.report, live: claim.until > now().getTime() };
}

/** Opens a report's status in this browser. */
export async function rememberStatus(report: string): Promise<void> {
  (await cookies()).set(STATUS_COOKIE, await sealStatus(report), options);
}

/** The same as a `set-cookie` line, for an answer that Next has no part in. */
export async function statusCookieLine(report: string): Promise<string> {
  const secure = options.secure ? '; Secure' : '';
  return `${STATUS_COOKIE}=${await sealStatus(report)}; Path=/; HttpOnly; SameSite=lax${secure}`;
}

function sealStatus(report: string): Promise<string> {
  const claim: Claim = { report, until: now().getTime() + OPEN_FOR };
  return sealCookie(database(), STATUS_COOKIE, claim);
}

/** Closes it. */
export async function forgetStatus(): Promise<void> {
  (await cookies()).set(STATUS_COOKIE, '', { ...options, maxAge: 0 });
}
