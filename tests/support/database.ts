import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Db, openDatabase } from '@/db/client';

export type TestDatabase = {
  db: Db;
  url: string;
  close: () => Promise<void>;
  /**
   * What a restore from a backup of this moment is: a database of its own with everything that stands here now. This one is connected to anew, so
   * `db` is another handle afterwards.
   */
  copy: () => Promise<TestDatabase>;
};

/** PostgreSQL clones a database only while nobody is connected to it, another clone in progress included on some versions. */
const OBJECT_IN_USE = '55006';

/**
 * A migrated database for one test file, through the driver of this run unless told otherwise:
 * `beforeAll(async () => { database = await openTestDatabase(); })`, `afterAll(() => database.close())`.
 */
export function openTestDatabase(driver: 'pg' | 'vercel' = inject('driver')): Promise<TestDatabase> {
  return openNew(clone(inject('template')), driver);
}

/** A database in which there is nothing, not even a table. */
export function openEmptyDatabase(driver: 'pg' | 'vercel' = inject('driver')): Promise<TestDatabase> {
  return openNew('', driver);
}

/** File by file: twice as fast as through the write-ahead log, where nothing waits for the disk. */
const clone = (template: string) => `template ${template} strategy = file_copy`;

async function openNew(from: string, driver: 'pg' | 'vercel'): Promise<TestDatabase> {
  const applicationUrl = new URL(inject('applicationUrl'));
  const name = `naru_test_${randomBytes(6).toString('hex')}`;
  const owner = decodeURIComponent(applicationUrl.username);
  await administer(`create database ${name} ${from} owner "${owner}"`);
  applicationUrl.pathname = `/${name}`;
  const url = applicationUrl.href;
  let connection = openDatabase(url, driver);
  const database: TestDatabase = {
    db: connection.db,
    url,
    close: async () => {
      await connection.close();
      await administer(`drop database if exists ${name} with (force)`);
    },
    copy: async () => {
      await connection.close();
      try {
        return await openNew(clone(name), driver);
      } finally {
        connection = openDatabase(url, driver);
        database.db = connection.db;
      }
    },
  };
  return database;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== OBJECT_IN_USE || attempt === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  } finally {
    await client.end();
  }
}
