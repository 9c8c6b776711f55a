import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '@/db/migrate';
import { startThrowawayServer, type ThrowawayServer } from './throwaway-server';
import { startWebSocketProxy } from './ws-proxy';

declare module 'vitest' {
  interface ProvidedContext {
    /** May create databases. */
    adminUrl: string;
    /** The role the application uses; its database name is replaced by the test's own. */
    applicationUrl: string;
    template: string;
    webSocketProxy: string;
    driver: 'pg' | 'vercel';
  }
}

/**
 * Once per run: a throwaway PostgreSQL (or TEST_POSTGRES_URL, whose role must be allowed to create databases), in it one migrated database
 * that every test file clones.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  const server = given ? undefined : await startThrowawayServer();
  if (server) await makeHaste(server);
  const adminUrl = given ?? server?.adminUrl ?? '';
  const applicationUrl = given ?? server?.url ?? '';
  const proxy = await startWebSocketProxy();
  const template = `naru_template_${randomBytes(4).toString('hex')}`;
  const owner = decodeURIComponent(new URL(applicationUrl).username);

  await run(adminUrl, `create database ${template} owner "${owner}"`);
  const templateUrl = new URL(applicationUrl);
  templateUrl.pathname = `/${template}`;
  const driver = process.env.TEST_DRIVER === 'vercel' ? 'vercel' : 'pg';
  // lib/env reads these when the migration first asks, so that migrations too go through the driver of this run.
  process.env.POSTGRES_DRIVER = driver;
  process.env.POSTGRES_WS_PROXY = proxy.address;
  await migrateDatabase(templateUrl.href);

  project.provide('adminUrl', adminUrl);
  project.provide('applicationUrl', applicationUrl);
  project.provide('template', template);
  project.provide('webSocketProxy', proxy.address);
  project.provide('driver', driver);

  return async () => {
    await proxy.close();
    if (given) await run(adminUrl, `drop database if exists ${template} with (force)`);
    await server?.stop();
  };
}

/**
 * Nothing on this server is to outlive a power cut, and nobody is to be kept from guessing its passwords; what has to is tested on one that is left
 * as it is (`npm run prove`). @vercel/postgres counts through the rounds of a SCRAM password in JavaScript, a tenth of a second a connection.
 */
async function makeHaste({ adminUrl, url }: ThrowawayServer): Promise<void> {
  for (const setting of [
    'fsync = off',
    'synchronous_commit = off',
    'full_page_writes = off',
    'scram_iterations = 1',
  ])
    await run(adminUrl, `alter system set ${setting}`);
  await run(adminUrl, 'select pg_reload_conf()');
  for (const { username, password } of [new URL(adminUrl), new URL(url)])
    await run(adminUrl, `set scram_iterations = 1; alter role "${username}" password '${password}'`);
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
