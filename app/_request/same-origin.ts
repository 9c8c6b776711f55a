/**
 * Whether a script of our own pages made this request. Browsers say so in Sec-Fetch-Site; older ones name their origin, which must then be
 * the host that was asked. Server actions have such a check from Next; a handler makes it here.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return Boolean(origin && host && URL.canParse(origin) && new URL(origin).host === host);
}
