import { type NextRequest, NextResponse } from 'next/server';
import { backgroundPaths } from '@/lib/background/addresses';
import { env } from '@/lib/env';
import { handsOutFiles, SANDBOX_POLICY } from '@/lib/evidence/sandbox';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { elsewherePage, tooLargePage, unreadFormPage } from '@/lib/i18n/refused-form-pages';
import { makeRequestId, requestScope } from '@/lib/request-scope.mjs';
import { isSameOrigin } from '@/lib/same-origin';

/** The largest form that is read. Far above what the pages allow in all their fields together; see next.config.mjs. */
const BODY_LIMIT = 3_500_000;

/**
 * Locale, content security policy, request id: nothing else, and never the access check, which every page, action and handler makes for
 * itself. It keeps away from the API and from sos, which is a plain page with a policy of its own.
 */
export default function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const first = pathname.split('/')[1] ?? '';
  if (isLocale(first.toLowerCase()) && !isLocale(first))
    return NextResponse.redirect(
      new URL(`${pathname.replace(first, first.toLowerCase())}${search}`, request.url),
      307,
    );
  if (!isLocale(first)) {
    const path = pathname === '/' ? '' : pathname;
    return NextResponse.redirect(new URL(`/${preferred(request)}${path}${search}`, request.url), 307);
  }
  if (isTooLarge(request)) return refused(413, tooLargePage(first, BODY_LIMIT, pathname));
  // Next would refuse it too, as a fault of ours and without a word.
  if (request.method === 'POST' && !isSameOrigin(request))
    return refused(403, elsewherePage(first, pathname));
  if (isUnread(request, pathname.slice(first.length + 1)))
    return refused(415, unreadFormPage(first, pathname));
  if (backgroundPaths.includes(pathname.slice(first.length + 1)) && env().NODE_ENV !== 'development')
    return madeInAdvance();
  const nonce = btoa(crypto.randomUUID());
  const path = pathname.slice(first.length + 1) || '/';
  // What is set here wins over what a handler sets.
  const policy = handsOutFiles(path) ? SANDBOX_POLICY : contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set('x-locale', first);
  headers.set('x-path', path);
  headers.set('x-search', search);
  // bin/serve.mjs has given it one; where there is no such process (serverless) it is made here. What a client says is never taken.
  const id = requestScope.getStore()?.id ?? makeRequestId();
  headers.set('x-request-id', id);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', id);
  // Any page may show what a person wrote, or who they are: none of them is kept by a browser or a cache in between.
  response.headers.set('cache-control', 'no-store');
  return response;
}

/** The reader's language: the first of ours that the browser names, Korean when in doubt. */
function preferred(request: NextRequest): Locale {
  const accepted = (request.headers.get('accept-language') ?? '').split(',').map((part) => {
    const [tag = '', quality] = part.trim().split(/\s*;\s*q\s*=\s*/i);
    return { locale: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality) : 1 };
  });
  accepted.sort((a, b) => b.quality - a.quality);
  const found = accepted.find(({ locale, quality }) => quality > 0 && isLocale(locale))?.locale;
  return isLocale(found) ? found : 'ko';
}

/**
 * A background page: made at build, without a script, the same for everybody (decision 0017). A cache in between may keep it for ten
 * minutes; a browser asks each time, and is answered by the page's ETag.
 */
function madeInAdvance(): NextResponse {
  const response = NextResponse.next();
  response.headers.set(
    'content-security-policy',
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  response.headers.set('cache-control', 'public, max-age=0, s-maxage=600, must-revalidate');
  return response;
}

/** Scripts only with this request's nonce; Next puts it on its own. Development needs eval for its error overlay and styles in place. */
function contentSecurityPolicy(nonce: string): string {
  const developing = env().NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${developing ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'none'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "manifest-src 'none'",
  ].join('; ');
}

/** A form that says no length cannot be told from one that never ends. */
function isTooLarge(request: NextRequest): boolean {
  if (request.method !== 'POST') return false;
  const length = request.headers.get('content-length');
  return length === null ? request.headers.has('transfer-encoding') : Number(length) > BODY_LIMIT;
}

/** A form in a shape that no action reads: Next would answer as if nothing had been sent. bin/serve.mjs has made the usual one of it. */
function isUnread({ method, headers }: NextRequest, path: string): boolean {
  const type = headers.get('content-type');
  const isAction = headers.has('next-action') || /^multipart\/form-data\b/i.test(type ?? '');
  // Handlers of their own read any.
  return method === 'POST' && type !== null && !isAction && path !== '/report/keep' && !handsOutFiles(path);
}

/** A form that is not read, with a page that says why. */
function refused(status: number, page: string): NextResponse {
  return new NextResponse(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
  });
}

export const config = {
  matcher: [
    '/((?!api/|_next/|share/|icon\\.svg$|favicon\\.ico$|sitemap\\.xml$|(?:ko|en)/sos(?:/place)?$).*)',
  ],
};
