import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the server under test was started with: the same keys, the same database. */
export async function serverEnvironment(): Promise<NodeJS.ProcessEnv> {
  const secrets = await readFile(join(process.env.E2E_DATA_DIR ?? '', 'secrets.env'), 'utf8');
  return {
    ...process.env,
    ...Object.fromEntries(
      [...secrets.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    ),
    POSTGRES_URL: process.env.E2E_POSTGRES_URL,
    NARU_DATA_DIR: process.env.E2E_DATA_DIR,
    NARU_PUBLIC_URL: process.env.E2E_BASE_URL,
  };
}
