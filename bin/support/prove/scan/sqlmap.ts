import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shown } from '../access/forms';
import { type Finding, runScanner } from './scanners';

const EDGE = 'naru-edge';
const MOST_SECONDS = 1_200;

/** One request and which of its fields are tried. */
export type Target = { name: string; request: string; fields: readonly string[] };

/** A form as a browser sends it. What Next writes into a form itself is not tried: without it nothing runs. */
export function formTarget(address: string, cookie: string, { to, fields }: Shown): Target {
  const names = [...new Set(fields.map(([name]) => name))];
  const parts = fields.map(
    ([name, value]) =>
      `--${EDGE}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.replaceAll('*', '')}\r\n`,
  );
  return {
    name: to.split('?')[0] ?? to,
    request: [
      `POST ${to} HTTP/1.1`,
      ...headers(address, cookie),
      `Content-Type: multipart/form-data; boundary=${EDGE}`,
      '',
      `${parts.join('')}--${EDGE}--\r\n`,
    ].join('\r\n'),
    fields: names.filter((name) => !name.startsWith('$ACTION') && name !== 'locale'),
  };
}

/** An address whose parameters are tried. */
export function addressTarget(address: string, cookie: string, path: string): Target {
  const fields = [...new URL(path, address).searchParams.keys()];
  const request = [`GET ${path} HTTP/1.1`, ...headers(address, cookie), '', ''].join('\r\n');
  return { name: path, request, fields };
}

function headers(address: string, cookie: string): string[] {
  const { host, origin } = new URL(address);
  return [`Host: ${host}`, `Origin: ${origin}`, ...(cookie ? [`Cookie: ${cookie}`] : [])];
}

/** What sqlmap can inject into PostgreSQL through a request, by every technique that it has. */
export async function sqlmap(target: Target, directory: string, turn: number): Promise<Finding[]> {
  const own = join(directory, 'sqlmap');
  const file = join(directory, `request-${turn}.txt`);
  await writeFile(file, target.request);
  const args = [
    ...[
      '-r',
      file,
      '-p',
      target.fields.join(','),
      '--dbms',
      'postgresql',
      '--batch',
      '--ignore-stdin',
      '--flush-session',
    ],
    ...['--answers', 'follow=N', '--output-dir', own, '--disable-coloring'],
  ];
  const output = await runScanner('sqlmap', args, own, MOST_SECONDS);
  const found = /identified the following injection point[\s\S]*?---([\s\S]*?)---/.exec(output);
  if (found)
    return [{ scanner: 'sqlmap', what: `Injection: ${found[1]?.trim()}`, method: '', path: target.name }];
  if (!output.includes('do not appear to be injectable'))
    throw new Error(`sqlmap did not come through ${target.name}: ${output.slice(-1_000)}`);
  return [];
}
