/** What only a proxy in front of us may say. */
const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'];

/**
 * The client's address is the socket's, and the host it asked for is in `host`, unless the operator says that proxies of theirs stand in
 * front: then the host is what the outermost of those says. A form from a page at the public address is one of ours, whatever a proxy has
 * made of `host` on the way: Next compares the two.
 */
export function settleOrigin(request, trustedProxies, publicUrl = '') {
  const { headers } = request;
  const own = request.socket.remoteAddress ?? '';
  if (trustedProxies > 0) {
    headers['x-forwarded-for'] ??= own;
    const hosts = headers['x-forwarded-host']?.split(',').map((host) => host.trim());
    if (hosts) headers['x-forwarded-host'] = hosts.at(-trustedProxies) ?? hosts[0];
  } else {
    for (const name of FORWARDED) delete headers[name];
    headers['x-forwarded-for'] = own;
  }
  const ours = hostOf(publicUrl);
  if (ours && hostOf(headers.origin) === ours) headers['x-forwarded-host'] = ours;
}

const hostOf = (url) => (url && URL.canParse(url) ? new URL(url).host : '');

/** True for an address that Next can make sense of; the others would end in an error page and a line in the log. */
export function isReadable(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return url.startsWith('/') && !path.includes('\0');
  } catch {
    return false;
  }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** True for a method that something here may answer; Next breaks on some of the others (TRACE). */
export const isKnownMethod = (method) => METHODS.includes(method);
