import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settlePort } from '@/bin/support/port';
import { type Serving, serve } from '@/bin/support/serving';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DIST = '.next-rebuilt';

type Rebuilt = Serving & { url: string; buildId: string };

/** What the server under test was given: the same keys, the same database. */
async function environment(port: number): Promise<NodeJS.ProcessEnv> {
  const secrets = await readFile(join(process.env.E2E_DATA_DIR ?? '', 'secrets.env'), 'utf8');
  return {
    ...process.env,
    ...Object.fromEntries(
      [...secrets.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    ),
    POSTGRES_URL: process.env.E2E_POSTGRES_URL,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: DIST,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_URL: `http://localhost:${port}`,
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
    PORT: String(port),
  };
}

function build(env: NodeJS.ProcessEnv): Promise<void> {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}

/** Builds the application anew beside the build under test, and serves that from another port. */
export async function rebuild(): Promise<Rebuilt> {
  const port = await settlePort('localhost', 0);
  const env = await environment(port);
  // Next points this file, which Git does not keep, to the latest build.
  const types = join(root, 'next-env.d.ts');
  const before = await readFile(types, 'utf8').catch(() => undefined);
  try {
    await build(env);
  } finally {
    if (before !== undefined) await writeFile(types, before);
  }
  const serving = await serve(() => {}, env);
  const buildId = await readFile(join(root, DIST, 'BUILD_ID'), 'utf8');
  const stop = async () => {
    await serving.stop();
    await rm(join(root, DIST), { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, buildId, stop };
}
