import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { root } from './root';

/** Next's own reader of .env files, so that a command sees exactly what the app sees. */
function nextEnv(): typeof import('@next/env') {
  const fromHere = createRequire(import.meta.url);
  return createRequire(fromHere.resolve('next/package.json'))('@next/env');
}

/** Loads .env, .env.local and their like; what the real environment sets wins. */
export function loadEnvironment(): void {
  const quiet = { info: () => {}, error: (line: string) => console.error(line) };
  nextEnv().loadEnvConfig(root, process.env.NODE_ENV === 'development', quiet);
  if (process.env.POSTGRES_URL || !process.env.POSTGRES_URL_NON_POOLING) return;
  console.log('POSTGRES_URL_NON_POOLING is set without POSTGRES_URL; it is not used.');
  delete process.env.POSTGRES_URL_NON_POOLING;
}

/** Where this machine's own data stands: the embedded database and the keys. */
export function dataDirectory(): string {
  return resolve(root, process.env.NARU_DATA_DIR || '.data');
}
