import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Connection } from '../client';

/** Any PostgreSQL server over TCP. */
export function openNodePostgres(url: string): Connection {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
  });
  // A server that goes away breaks idle connections; without a listener that would end the process.
  pool.on('error', (error) => log.warn('database.connection-lost', describeError(error)));
  return { db: drizzle(pool), close: () => pool.end() };
}
