import { env } from '@/lib/env';

const SECOND = 1_000;

/**
 * What one process may ask of PostgreSQL, and how long it waits. A statement that runs, waits for a lock, or holds a transaction open while
 * nothing happens for longer than this is at fault; the server ends it, so that it does not keep everybody else waiting.
 */
export const SERVER_TIMEOUTS = {
  statement_timeout: 30 * SECOND,
  lock_timeout: 15 * SECOND,
  idle_in_transaction_session_timeout: 60 * SECOND,
} as const;

/** How long to wait for a connection, whatever is done over it. */
export const CONNECTING = { connectionTimeoutMillis: 5 * SECOND };

/** What the client's side holds to, whether or not the server answers at all. */
export const poolLimits = () => ({
  max: env().POSTGRES_POOL_SIZE,
  ...CONNECTING,
  idleTimeoutMillis: 30 * SECOND,
  /** Longer than the server's own, and for when the line went dead under a statement. */
  query_timeout: 35 * SECOND,
  keepAlive: true,
});
