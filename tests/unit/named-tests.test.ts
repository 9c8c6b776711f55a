import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '@/bin/support/root';

/** What the documents name as holding a promise has to be there. */

const files = new Set(
  readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
);
const parts = readFileSync(join(root, 'bin', 'prove.ts'), 'utf8');
const isPart = (name: string) => new RegExp(`^  ${name}: `, 'm').test(parts);

describe.each(['threat-model.md', 'operations.md'])('%s', (document) => {
  const text = readFileSync(join(root, 'docs', document), 'utf8');
  const named = [...text.matchAll(/`([\w.-]+\.(?:test|spec)\.ts|markup\.ts)`/g)].map(([, name = '']) => name);
  const proved = [...text.matchAll(/`prove ([a-z]+)`/g)].map(([, name = '']) => name);

  it('names tests that are there', () => {
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !files.has(name))).toEqual([]);
  });

  it('names parts of the proof that are there', () => {
    expect(proved.length).toBeGreaterThan(4);
    expect(proved.filter((name) => !isPart(name))).toEqual([]);
  });
});

it('every threat names what holds what stands in its way', () => {
  const rows = readFileSync(join(root, 'docs', 'threat-model.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((cells) => cells.length !== 6 || !cells[4]).map(([, threat]) => threat)).toEqual([]);
});
