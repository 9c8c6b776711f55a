import { closeDb } from '@/db/client';
import { blankEnvironment } from './blank-environment';
import { buildWhenStale } from './build';
import { dataDirectory } from './environment';
import { settlePort } from './port';
import { migrate, seed } from './prepare';
import { AppProcess } from './prove/app-process';
import type { DatabaseProcess } from './prove/database-process';
import { provideSecrets } from './secrets';

/**
 * Sets the stage for a long run: the build that is there, PostgreSQL and keys in a directory of their own, and nothing of the operator's
 * environment. What the commands read from the environment is set for this process, so that it can look at the same database.
 */
export async function setStage(
  directory: string,
  database: DatabaseProcess,
  logLevel: 'info' | 'warn' = 'warn',
): Promise<void> {
  await provideSecrets(dataDirectory(), ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY']);
  await buildWhenStale();
  const buildKey = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  Object.assign(process.env, await blankEnvironment(), {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: buildKey,
    NARU_DATA_DIR: directory,
    LOG_LEVEL: logLevel,
  });
  await provideSecrets(directory);
  await database.start();
  process.env.POSTGRES_URL = database.url;
  await migrate();
  await seed();
  await closeDb();
}

/**
 * One instance of the application on a free port, not started yet, with as many processes as asked. Each client comes from an address of its
 * own, as behind a proxy. `settings` are set in its environment alone.
 */
export async function newInstance(
  flags: readonly string[] = [],
  processes = 1,
  settings: Record<string, string> = {},
): Promise<AppProcess> {
  const port = await settlePort('127.0.0.1', 0);
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    HOST: '127.0.0.1',
    PORT: String(port),
    NEXTAUTH_URL: address,
    TRUST_PROXY: '1',
    WEB_CONCURRENCY: String(processes),
    ...settings,
  };
  return new AppProcess(address, env, flags);
}
