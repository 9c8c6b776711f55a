/**
 * The address a request came from. `forwarded` is x-forwarded-for: the serving process writes the socket's own address as its last entry
 * and drops what a client sent, unless proxies are trusted. With `proxies` trusted hops, each appended the address it saw, so the client is
 * that many entries from the end.
 */
export function clientAddress(forwarded: string | null, proxies: number): string {
  const hops = (forwarded ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops[Math.max(0, hops.length - Math.max(1, proxies))] ?? 'unknown';
}
