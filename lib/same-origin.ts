import { env } from '@/lib/env';

/**
 * Whether a request comes from a page of ours, as far as its browser says. The draft's cookie is not sent along from elsewhere by most of
 * them; this keeps out the others. A client that is no browser says nothing, and can be made to do nothing by somebody else's page.
 */
export function isSameOrigin(request: { headers: Pick<Headers, 'get'> }): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  if (!origin) return true;
  const host = forwardedHost(request) ?? request.headers.get('host');
  const ours = [host, hostOf(env().NARU_PUBLIC_URL)];
  return ours.includes(hostOf(origin) ?? '');
}

/** The first, as Next takes it; bin/serve.mjs leaves only the one that a trusted proxy says. */
function forwardedHost({ headers }: { headers: Pick<Headers, 'get'> }): string | undefined {
  return headers.get('x-forwarded-host')?.split(',')[0]?.trim() || undefined;
}

function hostOf(url: string | undefined): string | null {
  try {
    return url ? new URL(url).host : null;
  } catch {
    return null;
  }
}
