import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from '@/db/embedded-server/lock';
import { root } from './root';
import { runNode } from './run-child';
import { stripScripts } from './strip-scripts.mjs';

/** Whatever can change what `next build` makes. */
const SOURCES = [
  ...['app', 'lib', 'db', 'seeds/background', 'public', 'package-lock.json', 'package.json', 'tsconfig.json'],
  ...['next.config.mjs', 'postcss.config.mjs', 'tailwind.config.ts', 'proxy.ts', 'instrumentation.ts'],
  ...['bin/support/strip-scripts.mjs'],
];
const MARKER = join(root, '.next', 'naru-build');

async function filesUnder(path: string): Promise<string[]> {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  const entries = await readdir(full, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [full];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** One value that changes when a source, a package, Node's major version or something compiled in from the environment changes. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(
    `node ${process.versions.node.split('.')[0]}\0${process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ''}\0`,
  );
  const visible = Object.entries(process.env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'));
  hash.update(`${JSON.stringify(visible.sort())}\0${process.env.NARU_PUBLIC_URL ?? ''}\0`);
  for (const source of SOURCES) {
    for (const file of (await filesUnder(source)).sort()) {
      hash.update(`${file.slice(root.length)}\0`);
      hash.update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** Builds when the last build was made from something else. Throws when the build fails. */
export async function buildWhenStale(): Promise<'fresh' | 'built'> {
  return withFileLock(join(root, 'node_modules', '.naru-build.lock'), async () => {
    const wanted = await fingerprint();
    const made = await readFile(MARKER, 'utf8').catch(() => '');
    if (made === wanted && existsSync(join(root, '.next', 'BUILD_ID'))) return 'fresh';
    console.log('Building the application (a minute or so; only when something has changed) …');
    const started = Date.now();
    const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
    if ((await runNode([next, 'build'], env)) !== 0)
      throw new Error('The build failed; its own words are above.');
    await stripScripts(join(root, '.next'));
    await mkdir(join(root, '.next'), { recursive: true });
    await writeFile(MARKER, wanted);
    console.log(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
    return 'built';
  });
}
