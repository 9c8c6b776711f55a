import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The pages made at build that hold nothing to be run: below each language, background.html and what is in background/. */
const BACKGROUND = /^[a-z]{2}[\\/]background(\.html|[\\/].*\.html)$/;

/** Scripts, and the hints that would have a browser fetch them all the same. */
const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\bas="script"[^>]*>/g;

/**
 * Takes every script out of the background pages that `next build` has just written (decision 0017). Plain JavaScript, so that any build,
 * one at Vercel too, can run it after `next build` without anything else. Throws when there is no such page, or when one still holds a script.
 */
export async function stripScripts(dist) {
  const app = join(dist, 'server', 'app');
  const names = (await readdir(app, { recursive: true })).filter((name) => BACKGROUND.test(name));
  if (names.length === 0) throw new Error('No background page was made at build.');
  for (const name of names) {
    const html = await readFile(join(app, name), 'utf8');
    const stripped = html.replace(SCRIPTS, '');
    if (/<script\b/.test(stripped) || !stripped.includes('</html>'))
      throw new Error(`${name} does not let its scripts be taken out.`);
    await writeFile(join(app, name), stripped);
  }
  return names.length;
}
