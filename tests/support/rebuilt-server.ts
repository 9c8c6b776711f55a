import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settlePort } from '@/bin/support/port';
import { root } from '@/bin/support/root';
import { type Serving, serve } from '@/bin/support/serving';
import { serverEnvironment } from './server-environment';

const DIST = '.next-rebuilt';

type Rebuilt = Serving & { url: string; buildId: string };

/** What the server under test was given, for the other build. */
const environment = async (port: number): Promise<NodeJS.ProcessEnv> => ({
  ...(await serverEnvironment()),
  NODE_ENV: 'production',
  NEXT_DIST_DIR: DIST,
  NEXT_TELEMETRY_DISABLED: '1',
  NEXTAUTH_URL: `http://localhost:${port}`,
  NARU_PUBLIC_URL: undefined,
  TRUST_PROXY: '1',
  LOG_LEVEL: 'warn',
  PORT: String(port),
});

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
