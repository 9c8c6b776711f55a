import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runHashes } from '@/bin/support/articles/words';
import { articles } from '@/seeds/background/articles';

const root = fileURLToPath(new URL('../..', import.meta.url));
const known = new Set(
  readFileSync(join(root, 'tests/fixtures/article-runs.txt'), 'utf8').split('\n').filter(Boolean),
);

const PLACES = ['seeds', 'lib', 'app', 'docs'];
const files = [
  'README.md',
  ...PLACES.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|md)$/.test(name))
      .map((name) => join(place, name)),
  ),
];

/** A speaker's words in quotation marks, and the articles' titles, may stand as they are. */
function ownWords(text: string): string {
  const withoutTitles = articles.reduce(
    (rest, { title }) => (title ? rest.replaceAll(title, '') : rest),
    text,
  );
  return withoutTitles.replace(/“[^”]*”/g, ' | ');
}

const copied = (text: string) => runHashes(ownWords(text)).filter(({ hash }) => known.has(hash));

describe('the words of the project', () => {
  it('are its own: no nine words in a row stand in an article too', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      copied(readFileSync(join(root, file), 'utf8')).map(({ run }) => `${file}: ${run}`),
    );
    expect(found).toEqual([]);
  });

  it('would be found out: what is known of the articles is enough to recognise nine of their words', () => {
    expect(known.size).toBeGreaterThan(3000);
    // A headline is public, and the one text of the articles that may stand here.
    const [first] = articles;
    const run = runHashes(first?.title ?? '');
    expect(run.length).toBeGreaterThan(3);
    expect(run.every(({ hash }) => known.has(hash))).toBe(true);
    expect(copied(first?.title ?? '')).toEqual([]);
  });
});
