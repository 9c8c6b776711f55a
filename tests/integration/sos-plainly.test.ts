import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { answerPlainly } from '@/app/[locale]/sos/plainly';
import { openDatabase } from '@/db/client';
import { reports } from '@/db/schema/reports';
import { answerHeaders } from '@/lib/answer-headers.mjs';
import { words } from '@/lib/i18n/words';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { startDroppingProxy } from '../support/dropping-proxy';
import { reportRow, storedAnswers } from '../support/typed-report';

/** Sos as bin/serve.mjs answers it, without Next; what it leaves to Next is answered 404 here. */

let database: TestDatabase;
let server: Server;
const shared = globalThis as { naruDatabase?: unknown };

beforeAll(async () => {
  database = await openTestDatabase();
  shared.naruDatabase = database;
  server = createServer((asked, answer) => {
    if (!answerPlainly(asked, answer)) answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  shared.naruDatabase = undefined;
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});

type Answered = { status: number; headers: Record<string, unknown>; html: string };

function ask(method: string, path: string, body = '', headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<Answered>((resolve, reject) => {
    const posted = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { ...posted, ...headers } },
      (got) => {
        let html = '';
        got.setEncoding('utf8').on('data', (chunk: string) => {
          html += chunk;
        });
        got.once('end', () => resolve({ status: got.statusCode ?? 0, headers: got.headers, html }));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
const nonceIn = (html: string) => /name="nonce" value="([^"]+)"/.exec(html)?.[1] ?? '';
const count = () => database.db.$count(reports);

describe('sos without Next', () => {
  it('shows the form in both languages, with every header that an answer of ours has', async () => {
    const { status, headers, html } = await ask('GET', '/ko/sos');
    expect(status).toBe(200);
    expect(nonceIn(html)).toMatch(/^[\w-]{40,}$/);
    for (const { key, value } of answerHeaders) expect(headers[key.toLowerCase()]).toBe(value);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
    expect((await ask('GET', '/en/sos?from=home')).html).toContain('<html lang="en"');
  });

  it('stores what was posted once, however often it is sent, and opens its status in this browser', async () => {
    const nonce = nonceIn((await ask('GET', '/ko/sos')).html);
    const body = String(new URLSearchParams({ nonce, narrative: '갇혀 있어요 & 도와 주세요', reach: '' }));
    const before = await count();
    const [first, again] = [
      await ask('POST', '/ko/sos', body, FORM),
      await ask('POST', '/ko/sos', body, FORM),
    ];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await count()).toBe(before + 1);
    const reference = /data-testid="reference"[^>]*>([^<]+)</.exec(first.html)?.[1] ?? '';
    expect(again.html).toContain(reference);
    expect(await storedAnswers(database.db, reference)).toEqual({ narrative: ['갇혀 있어요 & 도와 주세요'] });
    expect((await reportRow(database.db, reference)).viaSos).toBe(true);
    expect(String(first.headers['set-cookie'])).toMatch(
      /^naru[\w-]*=[\w-]+; Path=\/; HttpOnly; SameSite=lax$/,
    );
  });

  it.each([
    ['of ours', async () => nonceIn((await ask('GET', '/ko/sos')).html)],
    ['that is not good', async () => 'A'.repeat(54)],
  ])('stores it once where every answer of the database is lost: a nonce %s', async (_which, nonce) => {
    const body = { nonce: await nonce(), narrative: '여기는 3층이에요', reach: '' };
    const before = await count();
    // PostgreSQL stores it after this process has lost the line and every further try has begun.
    await database.db.execute(sql`create function slow() returns trigger language plpgsql as
      'begin perform pg_sleep(6); return null; end'`);
    await database.db.execute(
      sql`create trigger slow after insert on reports for each row execute function slow()`,
    );
    const line = await startDroppingProxy(database.url, 400);
    const address = new URL(database.url);
    [address.hostname, address.port] = ['127.0.0.1', new URL(line.url).port];
    const bad = openDatabase(address.href, inject('driver'));
    try {
      shared.naruDatabase = bad;
      const busy = await ask('POST', '/ko/sos', String(new URLSearchParams(body)), FORM);
      expect(busy.status).toBe(503);
      expect(line.cuts()).toBeGreaterThan(1);
      shared.naruDatabase = database;
      const again = { ...body, nonce: nonceIn(busy.html) };
      const { status } = await ask('POST', '/ko/sos', String(new URLSearchParams(again)), FORM);
      expect(status).toBe(200);
    } finally {
      shared.naruDatabase = database;
      await bad.close();
      await line.close();
      await database.db.execute(sql`drop function slow cascade`);
    }
    expect(await count()).toBe(before + 1);
  });

  it('does not tie a report to a browser that another site made send it', async () => {
    const from = { ...FORM, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const { status, headers } = await ask('POST', '/ko/sos', 'narrative=help', from);
    expect(status).toBe(200);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('keeps what was typed when something is to be mended', async () => {
    const { status, html } = await ask(
      'POST',
      '/en/sos',
      `narrative=${'x'.repeat(20_001)}&reach=%2B855`,
      FORM,
    );
    expect(status).toBe(422);
    expect(html).toContain('value="+855"');
  });

  it.each(['%7F%00', '%EF%BF%BD', '%FF%FE'])('thanks nobody for what nobody can read: %s', async (text) => {
    const before = await count();
    const { status, html } = await ask('POST', '/ko/sos', `narrative=${text}&reach=`, FORM);
    expect(status).toBe(422);
    expect(html).toContain(words('ko').report.sos.problems.empty);
    expect(await count()).toBe(before);
  });

  it('answers a form of very many fields with a page, at once', async () => {
    const begun = performance.now();
    const { status, html } = await ask('POST', '/ko/sos', `${'a&'.repeat(249_000)}%FF`, FORM);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(status).toBe(413);
    expect(html).toContain(words('ko').report.sos.problems.tooLong);
  });

  it('reads Korean as Windows writes it', async () => {
    // 살려, as CP949.
    const { html } = await ask('POST', '/ko/sos', 'narrative=%BB%EC%B7%C1', FORM);
    const reference = /data-testid="reference"[^>]*>([^<]+)</.exec(html)?.[1] ?? '';
    expect(await storedAnswers(database.db, reference)).toEqual({ narrative: ['살려'] });
  });

  it('leaves whatever is unusual to Next', async () => {
    expect((await ask('GET', '/fr/sos')).status).toBe(404);
    expect((await ask('GET', '/ko/sos/place')).status).toBe(404);
    expect((await ask('HEAD', '/ko/sos')).status).toBe(404);
    const parts = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await ask('POST', '/ko/sos', '--x--', parts)).status).toBe(404);
    expect((await ask('POST', '/ko/sos', `narrative=${'x'.repeat(500_001)}`, FORM)).status).toBe(404);
  });

  it('packs its answer for whoever can unpack it', async () => {
    const { headers } = await ask('GET', '/ko/sos', '', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(Number(headers['content-length'])).toBeLessThan(3_000);
  });
});
