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
  return network(hops[Math.max(0, hops.length - Math.max(1, proxies))] ?? 'unknown');
}

/** One household has a whole /64 of IPv6 addresses, so they count as one; an IPv4 address written as IPv6 is an IPv4 address. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = plain.includes('::')
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
