import { posix } from 'node:path';
import type { Import, SourceFile } from './source-file';

/** A rule looks at one file and says what is wrong, in words; `files` holds the others by path. */
export type Rule = (file: SourceFile, files: ReadonlyMap<string, SourceFile>) => string[];

/** Ground first: a domain uses only what stands on a lower floor. */
const FLOORS = [
  ['i18n', 'vault', 'health'],
  ['audit', 'notify', 'abuse'],
  ['staff', 'urgency', 'background', 'contacts'],
  ['clocks', 'periods', 'settings'],
  ['evidence'],
  ['reports'],
  ['retention'],
  ['cases'],
  ['linking', 'referrals', 'statistics'],
  ['search', 'backup'],
  ['jobs'],
];

type Area = 'app' | 'leaf' | 'lib' | 'db' | 'embedded' | 'seeds' | 'bin' | 'tests' | 'top' | 'package';

export function areaOf(path: string): Area {
  const [first = '', second = ''] = path.split('/');
  if (first === 'lib') return path.split('/').length === 2 ? 'leaf' : 'lib';
  if (first === 'db') return /^embedded(-server|\.ts|$)/.test(second) ? 'embedded' : 'db';
  if (['app', 'seeds', 'bin', 'tests'].includes(first)) return first as Area;
  return /^(proxy|instrumentation|[\w-]+\.config)(\.(ts|mjs))?$/.test(path) ? 'top' : 'package';
}

const domainOf = (path: string) => (areaOf(path) === 'lib' ? path.split('/')[1] : undefined);
const floorOf = (domain: string) => FLOORS.findIndex((floor) => floor.includes(domain));

/** Which areas each may import, besides packages. A list is short when the area's own rule below says more. */
const MAY_IMPORT: Record<Exclude<Area, 'package'>, Area[]> = {
  app: ['app', 'lib', 'leaf'],
  leaf: ['leaf'],
  lib: ['lib', 'leaf', 'db'],
  db: ['db', 'leaf'],
  embedded: ['embedded'],
  seeds: ['seeds', 'lib', 'leaf', 'db'],
  bin: ['bin', 'lib', 'leaf', 'db', 'embedded', 'seeds'],
  tests: ['tests', 'app', 'lib', 'leaf', 'db', 'embedded', 'seeds', 'bin', 'top'],
  top: ['lib', 'leaf', 'bin'],
};

/** What starts with a server hands it an answer that needs no Next (decision 0042). */
const START = 'instrumentation.ts';

/** The one leaf that knows db: it hands app this process's database, to be passed on to a query or a command. */
const DOOR = 'lib/database.ts';

const areas: Rule = (file) => {
  const from = areaOf(file.path);
  if (from === 'package') return [];
  return file.imports
    .filter(({ target }) => {
      const to = areaOf(target);
      if (to === 'package' || MAY_IMPORT[from].includes(to)) return false;
      if (file.path === DOOR && target === 'db/client.ts') return false;
      if (file.path === START && to === 'app') return false;
      return !(domainOf(file.path) === 'background' && target.startsWith('seeds/background'));
    })
    .map(({ target }) => `${from} may not import ${target}`);
};

/** A page's parts stand in its own folder, or with one of the folders above it; nothing is borrowed from a neighbour. */
const ownSegment: Rule = (file) => {
  if (areaOf(file.path) !== 'app') return [];
  const here = posix.dirname(file.path);
  return file.imports
    .filter(({ target }) => areaOf(target) === 'app')
    .filter(({ target }) => {
      const there = posix.dirname(target);
      const shared = there.replace(/\/_[^/]+(\/.*)?$/, '');
      return !(`${here}/`.startsWith(`${shared}/`) || `${there}/`.startsWith(`${here}/`));
    })
    .map(({ target }) => `${target} belongs to another part of app`);
};

const floors: Rule = (file) => {
  const domain = domainOf(file.path);
  if (!domain) return [];
  if (floorOf(domain) < 0) return [`lib/${domain} has no floor`];
  return file.imports.flatMap(({ target }) => {
    const used = domainOf(target);
    if (!used || used === domain || floorOf(used) < floorOf(domain)) return [];
    return [`lib/${domain} stands no higher than lib/${used} (${target})`];
  });
};

const noNextInLib: Rule = (file) => {
  if (!['lib', 'leaf'].includes(areaOf(file.path)) || file.path === 'lib/staff/session.ts') return [];
  return file.imports
    .filter(({ target }) => target === 'next' || target.startsWith('next/'))
    .map(({ target }) => `${target} may be imported in lib/staff/session.ts only`);
};

/** A file of lib that does not say server-only is pure: it may end up in a browser. */
const pure: Rule = (file, files) => {
  if (areaOf(file.path) !== 'lib' || file.serverOnly) return [];
  return file.imports
    .filter(({ typeOnly }) => !typeOnly)
    .filter(({ target }) => areaOf(target) === 'db' || files.get(target)?.serverOnly)
    .map(({ target }) => `a file without server-only may import only types from ${target}`);
};

const isQuery = ({ target, typeOnly }: Import) =>
  !typeOnly && (/^drizzle-orm(\/|$)/.test(target) || target.startsWith('db/schema'));

const queries: Rule = (file) => {
  if (!['app', 'lib', 'leaf', 'top'].includes(areaOf(file.path)) || file.path.endsWith('.config.ts'))
    return [];
  if (areaOf(file.path) === 'lib' && /\/(queries|commands)\.ts$/.test(file.path)) return [];
  return file.imports.filter(isQuery).map(({ target }) => `${target} belongs in a queries.ts or commands.ts`);
};

const environment: Rule = (file) => {
  const allowed =
    ['bin', 'tests', 'embedded'].includes(areaOf(file.path)) ||
    /^(lib\/env\.ts|instrumentation\.ts|[\w.-]+\.config\.\w+)$/.test(file.path);
  return !allowed && /\bprocess\.env\b/.test(file.code) ? ['only lib/env.ts reads process.env'] : [];
};

/** Everything that a client component brings to the browser, followed to the end. */
const client: Rule = (file, files) => {
  if (!file.client) return [];
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (from: SourceFile) => {
    for (const { target, typeOnly } of from.imports) {
      if (typeOnly || seen.has(target)) continue;
      seen.add(target);
      const next = files.get(target);
      if (target === 'server-only' || target === 'lib/env.ts' || target.startsWith('node:')) {
        found.push(`brings ${target} to the browser through ${from.path}`);
      }
      if (next && !next.actions) visit(next);
      const actionsOf = next?.actions ? posix.dirname(target) : undefined;
      if (actionsOf && !`${posix.dirname(from.path)}/`.startsWith(`${actionsOf}/`)) {
        found.push(`uses the actions of another part of app: ${target}`);
      }
    }
  };
  visit(file);
  return found;
};

/** A folder is an address; that of a file to be downloaded ends like one. */
const FOLDER =
  /^(_?[a-z0-9]+(-[a-z0-9]+)*(\.(json|csv))?|\[(\.{3})?[a-z]+(-[a-z]+)*\]|\[\[\.{3}[a-z]+\]\]|\([a-z]+(-[a-z]+)*\))$/;
const FILE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|d))?\.(ts|tsx|mjs)$/;

const names: Rule = (file) => {
  const parts = file.path.split('/');
  const name = parts.pop() ?? '';
  const wrong = parts.filter((part) => !FOLDER.test(part));
  if (!FILE.test(name)) wrong.push(name);
  if (/^index\.\w+$/.test(name)) wrong.push(`${name} (a barrel)`);
  return wrong.map((part) => `name not in kebab-case, or not allowed: ${part}`);
};

const noBarrels: Rule = (file) =>
  areaOf(file.path) !== 'tests' && /\bexport\s+\*\s+from\b/.test(file.code)
    ? ['re-exports a whole file']
    : [];

export const RULES: Record<string, Rule> = {
  areas,
  ownSegment,
  floors,
  noNextInLib,
  pure,
  queries,
  environment,
  client,
  names,
  noBarrels,
};
