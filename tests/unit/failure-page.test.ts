import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayFailures } from '@/bin/support/failure-pages.mjs';
import { failurePage } from '@/lib/i18n/failure-page';
import { sortTyped } from '@/lib/typed-form';

/** What is answered in place of an empty page where something broke, by a server that breaks as Next does. */

const TEXT = '첫 줄 "따옴표" <b> & \'끝\'\r\n\r\n둘째 줄';
const numbers = [{ id: 'police', shown: '112', href: 'tel:112' }] as const;
let server: Server;
let base = '';

type Broken = { address: string; reference: string; form: FormData | null | undefined; posted: boolean };

beforeAll(async () => {
  Object.assign(globalThis, {
    naruFailurePage: ({ address, reference, form, posted }: Broken) =>
      failurePage({
        locale: 'ko',
        address,
        reference,
        typed: form ? sortTyped(form) : null,
        posted,
        numbers,
      }),
  });
  server = createServer((asked, answer) => {
    const scope = { id: 'AAAAA-BBBBB', ...(asked.url === '/ko/away' ? { status: 503 } : {}) };
    sayFailures(asked, answer, scope);
    asked.on('data', () => {});
    asked.on('end', () => {
      const fails = asked.url !== '/ko/well' && asked.url !== '/ko/away';
      answer.statusCode = fails ? 500 : 200;
      answer.setHeader('content-type', asked.url === '/ko/data' ? 'application/json' : 'text/html');
      answer.setHeader('content-length', '5');
      if (asked.url === '/ko/whole') return answer.writeHead(500).end('empty');
      answer.write('empty');
      answer.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  Object.assign(globalThis, { naruFailurePage: undefined });
});

async function post(path: string, fields: Record<string, string | Blob>, headers = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const answer = await fetch(base + path, { method: 'POST', body, headers });
  return { status: answer.status, text: await answer.text() };
}

describe('a form that broke', () => {
  it.each(['/ko/report/now', '/ko/whole'])('is given back whole: %s', async (path) => {
    const { status, text } = await post(path, {
      $ACTION_ID_ab12: '',
      narrative: TEXT,
      situation: 'CONFINED',
    });
    expect(status).toBe(500);
    expect(text).not.toContain('empty');
    expect(text).toContain(`<form method="post" action="${path}" enctype="multipart/form-data"`);
    expect(text).toContain('<input type="hidden" name="$ACTION_ID_ab12" value="">');
    expect(text).toContain('<input type="hidden" name="situation" value="CONFINED">');
    const held = /<textarea[^>]*name="narrative"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? '';
    expect(held).toBe(
      TEXT.replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
    );
    expect(text).toContain('AAAAA-BBBBB');
    expect(text).toContain('tel:112');
  });

  it('says that files cannot be given back, where there were some', async () => {
    const file = new File(['bytes'], 'a.jpg');
    expect((await post('/ko/x', { note: 'ab cd', file })).text).toContain('파일은 다시 보낼 수 없어요');
    expect((await post('/ko/x', { note: 'ab cd' })).text).not.toContain('파일은 다시');
  });

  it('never gives back a password, nor the form around it', async () => {
    const { text } = await post('/ko/staff/sign-in', {
      email: 'a@b.example',
      password: 'ferry landing',
      code: '1',
    });
    expect(text).not.toContain('ferry landing');
    expect(text).not.toContain('<form');
  });
});

describe('what is not a page of a person without script', () => {
  it('stays as it is: what scripts ask for, data, what went well', async () => {
    expect(await post('/ko/x', { note: 'a b' }, { 'next-action': 'ab' })).toEqual({
      status: 500,
      text: 'empty',
    });
    expect(await post('/api/x', { note: 'a b' })).toEqual({ status: 500, text: 'empty' });
    expect(await post('/ko/data', { note: 'a b' })).toEqual({ status: 500, text: 'empty' });
    expect(await post('/ko/well', { note: 'a b' })).toEqual({ status: 200, text: 'empty' });
  });

  it('but a page that says itself that it failed gets the status it asks for', async () => {
    expect(await post('/ko/away', {})).toEqual({ status: 503, text: 'empty' });
  });
});

describe('a page that broke', () => {
  it('offers to be asked for again', async () => {
    const answer = await fetch(`${base}/ko/staff?view="all"`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('<a href="/ko/staff?view=%22all%22">');
  });
});

describe('what was typed', () => {
  it('is all there: values of one name in their order, shown or carried together', () => {
    const form = new FormData();
    for (const [name, value] of [
      ['identifiers', 'ABC'],
      ['identifiers', '전화 010'],
      ['version', '3'],
      ['other', 'A_CODE'],
      ['draft', 'Ab-cd ef'],
    ] as const)
      form.append(name, value);
    expect(sortTyped(form)).toEqual({
      shown: [
        ['identifiers', 'ABC'],
        ['identifiers', '전화 010'],
      ],
      carried: [
        ['version', '3'],
        ['other', 'A_CODE'],
        ['draft', 'Ab-cd ef'],
      ],
      files: false,
    });
  });
});
