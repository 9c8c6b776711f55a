import { servesHttps } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locale';
import { DRAFT_COOKIE, STATUS_COOKIE } from '@/lib/reports/cookie-names';

/**
 * Where the quick exit ends. What is on the screen afterwards must be what anybody in the room might have open, so these are
 * the portals that most people start from in each language; a page of our own would look like somebody had just left something.
 * The browser goes there, our server fetches nothing, and `no-referrer` keeps from the portal where the visitor came from.
 */
const neutralPlaces: Record<Locale, string> = { ko: 'https://www.naver.com/', en: 'https://www.google.com/' };

function redirectAway(locale: string): Response {
  const headers = new Headers({
    Location: locale === 'en' ? neutralPlaces.en : neutralPlaces.ko,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  return new Response(null, { status: 303, headers });
}

type Context = { params: Promise<{ locale: string }> };

/**
 * Ends what this browser can reopen, then leaves. The draft itself stays until its 24 hours are over, and opens again
 * by its resume code. No Clear-Site-Data: clearing the
 * cache holds some browsers up for seconds, and pages that show a report are never cached anyway.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const response = redirectAway((await params).locale);
  // A browser that fetches ahead has not left.
  const purpose = request.headers.get('sec-purpose') ?? request.headers.get('purpose') ?? '';
  if (purpose.includes('prefetch')) return response;
  const secure = servesHttps() ? '; Secure' : '';
  for (const name of [DRAFT_COOKIE, STATUS_COOKIE]) {
    response.headers.append('Set-Cookie', `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
  }
  return response;
}

/** Asking about the address is not leaving either. */
export async function HEAD(_request: Request, { params }: Context): Promise<Response> {
  return redirectAway((await params).locale);
}
