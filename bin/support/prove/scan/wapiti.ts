import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, runScanner } from './scanners';

/** How long it may look for pages, and how long each kind of attack may take. With a thousand reports a page of the desk takes it seconds to read. */
const LOOK_SECONDS = 600;
const ATTACK_SECONDS = 60;
/** Every module that asks no server of its makers. */
const MODULES = [
  ...['backup', 'blindsql', 'cookieflags', 'crlf', 'csp', 'csrf', 'exec', 'file', 'htaccess'],
  ...['http_headers', 'methods', 'permanentxss', 'redirect', 'shellshock', 'sql', 'xss'],
];

type Item = { method: string; path: string; info: string; parameter: string | null };
type Found = Record<string, Item[]>;

/**
 * What wapiti finds on the pages that it reaches from these: holes, and answers of 500 and more or none. It stays in the folder of the first one, which
 * ends with a slash. `cut`: the kinds of attack that it was not done with when their time was over.
 */
export async function wapiti(
  address: string,
  from: readonly string[],
  directory: string,
): Promise<{ findings: Finding[]; pages: number; cut: string[] }> {
  const own = join(directory, 'wapiti', from[0]?.replaceAll('/', '-') ?? '');
  const report = join(own, 'report.json');
  const [first = '/', ...others] = from;
  const args = [
    ...['-u', address + first, '--scope', 'folder', ...others.flatMap((path) => ['-s', address + path])],
    ...['-m', MODULES.join(','), '--flush-session', '--no-bugreport', '-v', '1'],
    ...['--max-scan-time', String(LOOK_SECONDS), '--max-attack-time', String(ATTACK_SECONDS)],
    ...['--store-session', join(own, 'session'), '--store-config', join(own, 'config')],
    ...['-f', 'json', '-o', report],
  ];
  // It looks at its limits between two requests, and what waits for an answer waits.
  const most = 2 * (LOOK_SECONDS + MODULES.length * ATTACK_SECONDS);
  const output = await runScanner('wapiti', args, own, most);
  const { vulnerabilities, anomalies, additionals } = JSON.parse(await readFile(report, 'utf8')) as Record<
    string,
    Found
  >;
  const findings = [vulnerabilities, anomalies, additionals].flatMap((kind) =>
    Object.entries(kind ?? {}).flatMap(([category, items]) =>
      items.map(
        ({ method, path, info }): Finding => ({
          scanner: 'wapiti',
          what: `${category}: ${info}`,
          method,
          path,
        }),
      ),
    ),
  );
  const pages = new Set([...output.matchAll(/^\[\+\] (?:GET|POST) (\S+)/gm)].map(([, page]) => page));
  const cut = [...output.matchAll(/Max attack time was reached for module (\w+)/g)].map(
    ([, module = '']) => module,
  );
  return { findings, pages: pages.size, cut };
}
