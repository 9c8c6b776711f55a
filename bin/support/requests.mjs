/** What only a proxy in front of us may say. */
const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'];

/** The client's address is the socket's, unless the operator says that proxies of theirs stand in front. */
export function settleOrigin(request, trustedProxies) {
  const own = request.socket.remoteAddress ?? '';
  if (trustedProxies > 0) {
    request.headers['x-forwarded-for'] ??= own;
    return;
  }
  for (const name of FORWARDED) delete request.headers[name];
  request.headers['x-forwarded-for'] = own;
}

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
