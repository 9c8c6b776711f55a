import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Connection } from '../client';
import { CONNECTING, poolLimits, SERVER_TIMEOUTS } from '../limits';
import { keepClientsSound } from './sound-clients';

/** Any PostgreSQL server over TCP. */
export function openNodePostgres(url: string, limits: 'serving' | 'none'): Connection {
  const pool = new Pool({
    connectionString: url,
    ...(limits === 'serving' ? { ...poolLimits(), ...SERVER_TIMEOUTS } : CONNECTING),
  });
  // A server that goes away breaks idle connections; without a listener that would end the process.
  pool.on('error', (error) => log.warn('database.connection-lost', describeError(error)));
  keepClientsSound(pool);
  return { db: drizzle(pool), close: () => pool.end() };
}
