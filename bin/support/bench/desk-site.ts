import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { URI } from 'otpauth';
import { type Connection, openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { createActiveAccount } from '@/lib/staff/commands';
import { makeCrew } from '../../../seeds/demo/many/crew';
import { loadReference } from '../../../seeds/reference/load';
import type { AppProcess } from '../prove/app-process';
import type { DatabaseProcess } from '../prove/database-process';
import { newInstance } from '../stage';
import { FastBrowser } from './fast-browser';
import { loadFast } from './fast-loader';

const SEED = 7;
/** Of a thousand, one in a hundred would leave half a page: so many are open at least, that every page is as full as with a million. */
const OPEN_AT_LEAST = 250;
const OPEN = 0.01;

/** One size of the desk: a database with so many reports, an instance of its own, and somebody signed in. */
export type DeskSite = {
  size: number;
  connection: Connection;
  browser: FastBrowser;
  staffId: string;
  /** How many were stored now, and in how many seconds; none where a kept directory held them. */
  stored: number;
  seconds: number;
  app: AppProcess;
};

export type Filled = Pick<DeskSite, 'size' | 'connection' | 'stored' | 'seconds'> & { url: string };

/** A database of that size: filled now, or as a kept directory holds it, or filled up. */
export async function fillDesk(server: DatabaseProcess, size: number): Promise<Filled> {
  const database = await server.databaseNamed(`naru_desk_${size}`);
  await migrateDatabase(database.url);
  const connection = openDatabase(database.url);
  const { db } = connection;
  await loadReference(db);
  const crew = await makeCrew(db);
  const from = await db.$count(reports);
  const started = performance.now();
  if (from < size) {
    const open = Math.max(OPEN, OPEN_AT_LEAST / size);
    const told = (loaded: number) => process.stdout.write(`\r  ${from + loaded} of ${size} reports stored `);
    await loadFast(database, { reports: size - from, open, seed: SEED, crew, from }, told);
    process.stdout.write('\n');
  }
  const seconds = (performance.now() - started) / 1000;
  return { size, url: database.url, connection, stored: Math.max(0, size - from), seconds };
}

/** Such a database with an instance on it, and a caseworker signed in as people do. */
export async function openDeskSite({ url, ...filled }: Filled): Promise<DeskSite> {
  const app = await newInstance([], 1, { POSTGRES_URL: url });
  await app.start();
  const me = await signIn(filled.connection, app.address);
  // Some of what is open is given to whoever looks, so that "mine" holds something.
  await filled.connection.db.execute(sql`update ${cases} set assigned_to = ${me.staffId} where id in
    (select id from ${cases} where state <> 'CLOSED' order by opened_at limit 20)`);
  return { ...filled, ...me, app };
}

export async function closeDeskSite({ app, connection }: DeskSite): Promise<void> {
  await app.end('SIGTERM');
  await connection.close();
}

async function signIn(
  { db }: Connection,
  address: string,
): Promise<{ browser: FastBrowser; staffId: string }> {
  const email = `bench-${randomUUID()}@naru.invalid`;
  const password = randomBytes(18).toString('base64url');
  const made = await createActiveAccount(db, { name: '한측정', email, roles: ['CASEWORKER'], password });
  if (!made.ok) throw new Error(made.reason);
  const code = URI.parse(made.otpauthUri).generate();
  const browser = new FastBrowser(new URL(address));
  const page = await browser.send(await browser.open('/ko/staff/sign-in'), { email, password, code });
  if (page.url.includes('sign-in')) throw new Error('nobody could sign in');
  return { browser, staffId: made.staffId };
}
