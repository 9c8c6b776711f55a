import { describe, expect, it } from 'vitest';
import { isKnownMethod, isReadable, settleOrigin } from '@/bin/support/requests.mjs';

const CLAIMS = {
  'x-forwarded-for': '6.6.6.6',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
};

function settled(
  headers: Record<string, string>,
  trustedProxies: number,
  publicUrl?: string,
): Record<string, string> {
  const request = { headers: { ...headers }, socket: { remoteAddress: '192.0.2.7' } };
  settleOrigin(request, trustedProxies, publicUrl);
  return request.headers;
}

describe('what a request says about where it came from', () => {
  it('is dropped when no proxy is trusted', () => {
    expect(settled(CLAIMS, 0)).toEqual({ 'x-forwarded-for': '192.0.2.7' });
  });

  it('is kept when the operator trusts a proxy', () => {
    expect(settled(CLAIMS, 1)).toEqual(CLAIMS);
  });

  it('is the socket when a trusted proxy said nothing', () => {
    expect(settled({}, 1)).toEqual({ 'x-forwarded-for': '192.0.2.7' });
  });
});

describe('the host a request was for', () => {
  const host = (forwarded: string, proxies: number) =>
    settled({ 'x-forwarded-host': forwarded }, proxies)['x-forwarded-host'];

  it('is what the outermost trusted proxy says', () => {
    expect(host('evil.example, naru.example', 1)).toBe('naru.example');
    expect(host('evil.example, naru.example,inner:3000', 2)).toBe('naru.example');
    expect(host('naru.example', 2)).toBe('naru.example');
  });

  it.each([0, 1])('is the public one for a page of ours, whatever a proxy made of it (%i)', (proxies) => {
    const from = (origin: string, url = 'https://Naru.example/') =>
      settled({ origin, host: '127.0.0.1:3000' }, proxies, url)['x-forwarded-host'];
    expect(from('https://naru.example')).toBe('naru.example');
    expect(from('https://naru.example:8443', 'https://naru.example:8443')).toBe('naru.example:8443');
    for (const other of ['https://evil.example', 'https://naru.example:8443', 'null', '', 'x'])
      expect(from(other)).toBeUndefined();
    expect(from('https://naru.example', '')).toBeUndefined();
  });
});

describe('an address', () => {
  it.each(['/', '/ko/report?x=%', '/ko/%EA%B0%80', '/a//b'])('%s goes to the application', (url) => {
    expect(isReadable(url)).toBe(true);
  });

  it.each(['/%', '/%E0%A4%A', '/%00', '*', 'http://elsewhere.example/', '//'])(
    '%s is answered with 400',
    (url) => {
      expect(isReadable(url)).toBe(false);
    },
  );
});

it('what no page and no handler answers is refused before it reaches the application', () => {
  expect(['TRACE', 'PROPFIND', 'CONNECT', 'MKCOL'].filter(isKnownMethod)).toEqual([]);
  expect(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'].every(isKnownMethod)).toBe(true);
});
