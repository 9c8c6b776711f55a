import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessLines, routePatterns } from '@/bin/support/access-lines.mjs';
import { makeLogger } from '@/lib/log-writer.mjs';
import { makeRequestId, requestScope } from '@/lib/request-scope.mjs';

/** What a request's line says, and what it must never say: addresses hold references, codes and ids. */

const route = (page: string) => ({
  page,
  regex: `^${page.replace(/\[[a-z]+\]/g, '([^/]+?)').replaceAll('-', '\\-')}(?:/)?$`,
});
const MANIFEST = {
  staticRoutes: [route('/api/health')],
  dynamicRoutes: [route('/[locale]/report/check'), route('/[locale]/report/[section]')],
};
const SECRETS = ['NR-ABCD-EFGH', 'KQ7M-2X9R', '10.1.2.3', 'naru_draft=sealed', 'Mozilla/5.0', 'rescue'];

let directory: string;
let server: Server;
const lines: string[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'naru-routes-'));
  writeFileSync(join(directory, 'routes-manifest.json'), JSON.stringify(MANIFEST));
  const note = accessLines(makeLogger('info'), routePatterns(directory));
  server = createServer((asked, answer) => {
    requestScope.run({ id: makeRequestId() }, () => {
      note(asked, answer);
      if (asked.url === '/ko/slow') return;
      answer.statusCode = asked.method === 'POST' ? 303 : 200;
      answer.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(directory, { recursive: true });
});

const headers = {
  cookie: 'naru_draft=sealed',
  'user-agent': 'Mozilla/5.0',
  'x-forwarded-for': '10.1.2.3',
  'x-request-id': 'KQ7M-2X9R',
};

/** Asks, and answers the one line that is written about it. */
async function lineOf(path: string, method = 'GET'): Promise<Record<string, unknown>> {
  const spied = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  const before = lines.length;
  try {
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const sent = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
        answer.resume();
        answer.on('end', resolve);
      });
      sent.on('error', () => resolve());
      sent.end();
      if (path === '/ko/slow') setTimeout(() => sent.destroy(), 100);
    });
    await vi.waitUntil(() => lines.length > before);
  } finally {
    spied.mockRestore();
  }
  return JSON.parse(lines.at(-1) ?? '');
}

describe('the line of a request', () => {
  it('says the pattern of its route and nothing of its address', async () => {
    const line = await lineOf('/ko/report/NR-ABCD-EFGH?code=KQ7M-2X9R', 'POST');
    expect(line).toMatchObject({
      level: 'info',
      event: 'request',
      method: 'POST',
      route: '/[locale]/report/[section]',
      status: 303,
    });
    expect(Object.keys(line).toSorted()).toEqual(
      ['at', 'event', 'level', 'method', 'ms', 'requestId', 'route', 'status'].toSorted(),
    );
    expect(line.requestId).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it.each([
    ['/ko/report/check', '/[locale]/report/check'],
    ['/api/health', '/api/health'],
    ['/_next/static/chunks/rescue.js', '/_next'],
    ['/ko/nowhere/NR-ABCD-EFGH', 'other'],
    ['/ko/report/a%0Ab', '/[locale]/report/[section]'],
  ])('%s is %s', async (path, pattern) => {
    expect((await lineOf(path)).route).toBe(pattern);
  });

  it('tells a client that left before it was answered', async () => {
    expect(await lineOf('/ko/slow')).toMatchObject({ status: 0, route: 'other' });
  });

  it('never holds what came with a request', () => {
    expect(lines.length).toBeGreaterThan(5);
    for (const secret of SECRETS) expect(lines.join('')).not.toContain(secret);
  });
});

describe('writing a line', () => {
  it('takes less than a tenth of a millisecond, as does finding the pattern', () => {
    const spied = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const logger = makeLogger('info');
    const patternOf = routePatterns(directory);
    const times = 20_000;
    // Of the processor, so that what else the machine does is not in it.
    const began = process.cpuUsage();
    for (let done = 0; done < times; done += 1)
      requestScope.run({ id: makeRequestId() }, () =>
        logger.info({ method: 'GET', route: patternOf('/ko/report/now'), status: 200, ms: done }, 'request'),
      );
    const { user, system } = process.cpuUsage(began);
    const each = (user + system) / 1_000 / times;
    spied.mockRestore();
    expect(each).toBeLessThan(0.1);
  });

  it('writes nothing below the level, and has the request of whoever calls', () => {
    const written: string[] = [];
    const spied = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
    const logger = makeLogger('warn');
    logger.info({}, 'quiet');
    requestScope.run({ id: 'AAAAA-BBBBB' }, () => logger.warn({ count: 2 }, 'loud'));
    logger.error({}, 'outside');
    spied.mockRestore();
    expect(written.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', requestId: 'AAAAA-BBBBB', count: 2, event: 'loud' },
      { level: 'error', event: 'outside' },
    ]);
    expect(written[1]).not.toContain('requestId');
  });
});
