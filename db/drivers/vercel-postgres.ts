import { VercelClient, VercelPool } from '@vercel/postgres';
import { drizzle } from 'drizzle-orm/vercel-postgres';
import { env } from '@/lib/env';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Connection } from '../client';
import { CONNECTING, poolLimits } from '../limits';
import { keepClientsSound } from './sound-clients';

/** Postgres over a WebSocket, for Vercel and Neon; the only file that knows this driver. */
export function openVercelPostgres(url: string, limits: 'serving' | 'none'): Connection {
  const proxy = env().POSTGRES_WS_PROXY;
  const pool = new VercelPool({
    connectionString: url,
    // A pooler refuses the server's own timeouts at the start of a connection: there they are the role's (docs/operations.md).
    ...(limits === 'serving' ? poolLimits() : CONNECTING),
  });
  // VercelPool's constructor sets this itself, so that an option of the same name would be lost.
  if (proxy) pool.Client = localClient(proxy);
  pool.on('error', (error: unknown) => log.warn('database.connection-lost', describeError(error)));
  keepClientsSound(pool);
  return { db: drizzle(pool), close: () => pool.end() };
}

/** A client that reaches a local server through a WebSocket-to-TCP proxy, without TLS and with a full SCRAM handshake. */
function localClient(proxy: string): typeof VercelClient {
  return class LocalClient extends VercelClient {
    constructor(config: ConstructorParameters<typeof VercelClient>[0]) {
      super(config);
      this.neonConfig.wsProxy = (host, port) => `${proxy}/?address=${host}:${port}`;
      this.neonConfig.useSecureWebSocket = false;
      this.neonConfig.pipelineTLS = false;
      this.neonConfig.pipelineConnect = false;
    }
  };
}
