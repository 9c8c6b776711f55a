import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ASKED_BY_ITSELF = ['work.json', 'reports/[reference]/files/[id]/play'];

it.each(ASKED_BY_ITSELF)('what a page or a player asks of %s by itself keeps no session alive', (path) => {
  const source = readFileSync(`app/[locale]/staff/${path}/route.ts`, 'utf8');
  const asking = [...source.matchAll(/requireStaff\(([^)]*)\)/g)].map(([, given]) => given);
  expect(asking).toHaveLength(1);
  expect(asking[0]).toContain('quiet: true');
});
