import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleIds } from '@/seeds/background/types';
import { numbersOf, paragraphsOf, runHashes } from './support/articles/words';
import { root } from './support/root';

/**
 * `NODE_OPTIONS=--conditions=react-server npx tsx bin/fingerprint-articles.ts FOLDER` reads the five articles, in the order of their file
 * names, and writes what the project may keep of them: the numbers in each paragraph, and hashes of every run of nine words. The
 * articles themselves are not ours to hand on, so they are no part of it.
 */
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Say which folder holds the articles, one text file each.');
  process.exit(1);
}
const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
if (files.length !== articleIds.length)
  throw new Error(`There are ${files.length} articles, not ${articleIds.length}.`);
const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));

const numbers = Object.fromEntries(
  articleIds.map((id, index) => [id, paragraphsOf(texts[index] ?? '').map(numbersOf)]),
);
await writeFile(join(root, 'seeds', 'background', 'article-numbers.json'), `${JSON.stringify(numbers)}\n`);

const hashes = [...new Set(texts.flatMap((text) => runHashes(text).map(({ hash }) => hash)))].sort();
await writeFile(join(root, 'tests', 'fixtures', 'article-runs.txt'), `${hashes.join('\n')}\n`);
console.log(`${hashes.length} runs of nine words, ${Object.values(numbers).flat().length} paragraphs.`);
