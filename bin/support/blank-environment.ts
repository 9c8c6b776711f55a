import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root';

/** Every variable of .env.example empty, so that neither the operator's environment nor an .env file reaches a server under test. */
export async function blankEnvironment(): Promise<Record<string, string>> {
  const example = await readFile(join(root, '.env.example'), 'utf8');
  const names = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? '');
  return Object.fromEntries(names.map((name) => [name, '']));
}
