import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { words } from '@/lib/i18n/words';
import proxy from '@/proxy';

const SITE = 'http://naru.example';

function post(path: string, headers: Record<string, string>, method = 'POST') {
  return proxy(new NextRequest(`${SITE}${path}`, { method, headers: { host: 'naru.example', ...headers } }));
}

describe('an address', () => {
  const sentTo = (path: string, accepted = '') => {
    const headers = { host: 'naru.example', 'accept-language': accepted };
    return proxy(new NextRequest(`${SITE}${path}`, { headers })).headers.get('location');
  };

  it.each([
    ['/KO', '/ko'],
    ['/En/sos', '/en/sos'],
    ['/EN/report/now?from=check', '/en/report/now?from=check'],
  ])('%s is meant as %s', (path, meant) => {
    expect(sentTo(path)).toBe(`${SITE}${meant}`);
  });

  it.each([
    ['en; q=0.9, ko;q = 0.5', 'en'],
    ['ko;q=0, en-GB ; q=0.1', 'en'],
    ['fr, ko ;q=0.3,en;Q=0.4', 'en'],
    ['', 'ko'],
    ['de', 'ko'],
  ])('without a language is in the reader’s: %s', (accepted, locale) => {
    expect(sentTo('/', accepted)).toBe(`${SITE}/${locale}`);
  });
});

describe('a form that another site, or nobody, seems to have sent', () => {
  it.each([
    ['ko', { origin: 'https://elsewhere.example' }],
    ['en', { origin: 'null' }],
    ['ko', { origin: SITE, 'sec-fetch-site': 'cross-site' }],
  ] as const)('is refused with a page that says so (%s, %o)', async (locale, headers) => {
    const answer = post(`/${locale}/status`, headers);
    const page = await answer.text();
    const { elsewhere } = words(locale).report.notices;
    expect(answer.status).toBe(403);
    expect(page).toContain(`<h1>${elsewhere.title}</h1>`);
    expect(page).toContain(`<a href="/${locale}/status">${elsewhere.back}</a>`);
    expect(page).toContain(`<a href="/${locale}/sos">${elsewhere.sos}</a>`);
  });

  it('from the desk is answered as staff are spoken to, without the page for people in danger', async () => {
    const page = await post('/ko/staff', { origin: 'https://elsewhere.example' }).text();
    const { elsewhere } = words('ko').desk.acts.refused;
    expect(page).toContain(`<h1>${elsewhere.title}</h1>`);
    expect(page).toContain(`<a href="/ko/staff">${elsewhere.back}</a>`);
    expect(page).not.toContain('/ko/sos');
  });

  it('goes on when it comes from a page of ours, or from a client that says nothing', () => {
    const own = { origin: SITE, 'sec-fetch-site': 'same-origin' };
    expect([post('/ko/status', own), post('/ko/status', {})].map(({ status }) => status)).toEqual([200, 200]);
  });

  it('is no matter for a page that is only asked for', () => {
    expect(post('/ko/status', { origin: 'https://elsewhere.example' }, 'GET').status).toBe(200);
  });
});

describe('a form in a shape that no action reads', () => {
  it.each(['application/x-www-form-urlencoded', 'application/json', 'text/plain'])(
    'is refused with a page that says which one is: %s',
    async (type) => {
      const answer = post('/en/report', { 'content-type': type });
      const { unreadForm } = words('en').report.notices;
      expect(answer.status).toBe(415);
      expect(await answer.text()).toContain(unreadForm.text);
    },
  );

  it('goes on where a script or a handler reads it', () => {
    const statuses = [
      post('/ko/report', { 'content-type': 'text/plain;charset=UTF-8', 'next-action': 'x' }),
      post('/ko/report', { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '9' }),
      post('/ko/report/keep', { 'content-type': 'application/x-www-form-urlencoded' }),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});
