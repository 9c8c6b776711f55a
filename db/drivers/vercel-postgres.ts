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
  pool.Client = proxy ? localClient(proxy) : PromptClient;
  pool.on('error', (error: unknown) => log.warn('database.connection-lost', describeError(error)));
  keepClientsSound(pool);
  return { db: drizzle(pool), close: () => pool.end() };
}

type Config = ConstructorParameters<typeof VercelClient>[0];
type Socket = new (address: string) => { send(message: Uint8Array): void };

/** The driver lets a timer pass before it sends what it has gathered, a millisecond and more a statement; here it is sent at the end of the same turn. */
class PromptClient extends VercelClient {
  constructor(config: Config) {
    super(config);
    this.neonConfig.coalesceWrites = false;
    this.neonConfig.webSocketConstructor = promptSocket(this.neonConfig.webSocketConstructor as Socket);
  }
}

/** A statement is five messages of PostgreSQL's, said one after the other without a pause: they go in one frame. */
function promptSocket(Plain: Socket): Socket {
  return class PromptSocket extends Plain {
    private readonly said: Uint8Array[] = [];

    override send(message: Uint8Array): void {
      if (this.said.push(message) === 1) queueMicrotask(() => super.send(Buffer.concat(this.said.splice(0))));
    }
  };
}

/** A client that reaches a local server through a WebSocket-to-TCP proxy, without TLS and with a full SCRAM handshake. */
function localClient(proxy: string): typeof VercelClient {
  return class LocalClient extends PromptClient {
    constructor(config: Config) {
      super(config);
      this.neonConfig.wsProxy = (host, port) => `${proxy}/?address=${host}:${port}`;
      this.neonConfig.useSecureWebSocket = false;
      this.neonConfig.pipelineTLS = false;
      this.neonConfig.pipelineConnect = false;
    }
  };
}
