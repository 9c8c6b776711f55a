import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findBreaches } from '../support/boundaries/check';

const root = fileURLToPath(new URL('../..', import.meta.url));

function ownFiles(): Record<string, string> {
  const folders = ['app', 'lib', 'db', 'seeds', 'bin', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const top = readdirSync(root).map((name) => join(root, name));
  const sources = [...folders, ...top].filter(
    (path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('next-env.d.ts'),
  );
  return Object.fromEntries(
    sources.map((path) => [path.slice(root.length).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

describe('who may import whom', () => {
  it('holds everywhere', () => {
    const files = ownFiles();
    expect(Object.keys(files).length).toBeGreaterThan(100);
    expect(findBreaches(files)).toEqual([]);
  });
});

/** The rule that has to notice, and the smallest tree that breaks it. */
const BREACHES: [rule: string, what: string, files: Record<string, string>][] = [
  ['areas', 'a page that opens the database', { 'app/page.tsx': "import { getDb } from '@/db/client';" }],
  ['areas', 'a rule that knows a page', { 'lib/cases/policy.ts': "import { Page } from '@/app/page';" }],
  ['areas', 'a leaf that knows a domain', { 'lib/clock.ts': "import { seal } from './vault/seal';" }],
  [
    'areas',
    'a schema that knows a rule',
    { 'db/schema/cases.ts': "import { kinds } from '@/lib/reports/kinds';" },
  ],
  [
    'areas',
    'an app that starts the embedded server',
    { 'app/page.tsx': "import { startEmbedded } from '@/db/embedded';" },
  ],
  [
    'areas',
    'lib reading seeds',
    {
      'lib/periods/queries.ts': "import 'server-only';\nimport { periods } from '@/seeds/reference/periods';",
    },
  ],
  [
    'areas',
    'lib loading seeds later',
    { 'lib/periods/load.ts': "const seeds = await import('@/seeds/reference/periods');" },
  ],
  [
    'ownSegment',
    'a page borrowing from its neighbour',
    { 'app/[locale]/status/page.tsx': "import { Step } from '../report/step';" },
  ],
  [
    'floors',
    'a lower domain using a higher one',
    { 'lib/audit/entry.ts': "import { policy } from '@/lib/cases/policy';" },
  ],
  [
    'floors',
    'neighbours on one floor',
    { 'lib/linking/score.ts': "import { mask } from '@/lib/referrals/mask';" },
  ],
  ['floors', 'a domain nobody gave a place', { 'lib/utils/misc.ts': 'export const x = 1;' }],
  ['noNextInLib', 'cookies in a rule', { 'lib/reports/draft.ts': "import { cookies } from 'next/headers';" }],
  [
    'pure',
    'a pure file that runs a query',
    {
      'lib/cases/policy.ts': "import { find } from './queries';",
      'lib/cases/queries.ts': "import 'server-only';",
    },
  ],
  [
    'pure',
    'a pure file with the database',
    { 'lib/cases/policy.ts': "import { getDb } from '@/db/client';" },
  ],
  [
    'queries',
    'a query outside its place',
    { 'lib/cases/policy.ts': "import 'server-only';\nimport { eq } from 'drizzle-orm';" },
  ],
  ['queries', 'a query in a page', { 'app/page.tsx': "import { sql } from 'drizzle-orm';" }],
  [
    'environment',
    'a rule that reads the environment',
    { 'lib/vault/keyring.ts': 'const keys = process.env.NARU_KEYS;' },
  ],
  [
    'client',
    'a secret on its way to a browser',
    {
      'app/form.tsx': "'use client';\nimport { shape } from '@/lib/reports/shape';",
      'lib/reports/shape.ts': "import { env } from '@/lib/env';",
      'lib/env.ts': '',
    },
  ],
  [
    'client',
    'a button that uses the actions of another page',
    {
      'app/[locale]/a/button.tsx': "'use client';\nimport { goAction } from '@/app/[locale]/b/actions';",
      'app/[locale]/b/actions.ts': "'use server';",
    },
  ],
  ['names', 'a file in camel case', { 'lib/cases/casePolicy.ts': '' }],
  ['names', 'a barrel', { 'lib/cases/index.ts': "export { policy } from './policy';" }],
  ['noBarrels', 'a barrel by another name', { 'lib/cases/all.ts': "export * from './policy';" }],
];

/** What looks like a breach and is none. */
const FINE: [what: string, files: Record<string, string>][] = [
  ['a type from the database', { 'lib/cases/policy.ts': "import type { Db } from '@/db/client';" }],
  ['types named one by one', { 'lib/cases/policy.ts': "import { type Db, type Tx } from '@/db/client';" }],
  [
    'a rule mentioned in a comment',
    { 'lib/cases/policy.ts': '// Never process.env here.\nexport const x = 1;' },
  ],
  [
    'the background reading its seeds',
    { 'lib/background/articles.ts': "import { articles } from '@/seeds/background/articles';" },
  ],
  [
    'a piece shared by the folders below',
    { 'app/[locale]/report/page.tsx': "import { Button } from '@/app/_components/button';" },
  ],
];

describe('the boundary check itself', () => {
  it.each(BREACHES)('%s notices %s', (rule, _what, files) => {
    expect(findBreaches(files).filter((breach) => breach.endsWith(`[${rule}]`))).not.toEqual([]);
  });

  it.each(FINE)('lets pass %s', (_what, files) => {
    expect(findBreaches(files)).toEqual([]);
  });
});
