import { cookies } from 'next/headers';
import { database } from '@/lib/database';
import { servesHttps } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locale';
import { openCookie, sealCookie } from '@/lib/vault/cookie';

/** The e-mail of a sign-in that failed, sealed, so that it need not be typed again. In an address it would end in histories and logs. */
const COOKIE = 'naru_staff_sign_in';
const MINUTES = 5;
const MAX_EMAIL = 260;

const options = (locale: Locale) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: servesHttps(),
  path: `/${locale}/staff/sign-in`,
});

/** Only in an action. */
export async function keepEmail(locale: Locale, email: string): Promise<void> {
  if (email.length > MAX_EMAIL) return;
  const sealed = await sealCookie(database(), COOKIE, { email });
  (await cookies()).set(COOKIE, sealed, { ...options(locale), maxAge: MINUTES * 60 });
}

/** Only in an action. */
export async function forgetEmail(locale: Locale): Promise<void> {
  (await cookies()).set(COOKIE, '', { ...options(locale), maxAge: 0 });
}

/** What was typed at the try that failed; empty when there was none. */
export async function typedEmail(): Promise<string> {
  const sealed = (await cookies()).get(COOKIE)?.value;
  const kept = sealed ? await openCookie<{ email: string }>(database(), COOKIE, sealed) : null;
  return kept?.email ?? '';
}
