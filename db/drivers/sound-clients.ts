import type { EventEmitter } from 'node:events';

type Client = EventEmitter & {
  query: (...asked: unknown[]) => unknown;
  release: (error?: unknown) => void;
  /** PostgreSQL's own word: 'I' outside a transaction. The client behind `@vercel/postgres` is too old to know it. */
  getTransactionStatus?: () => string | null;
};
type Checkout = (...callback: unknown[]) => Promise<Client> | undefined;

/**
 * Keeps drizzle's transactions from leaving something behind in `pool`: a connection whose transaction may still be open is closed instead
 * of serving somebody else, whose work would be lost with that transaction; one on which a transaction could not even begin is given back;
 * and one that breaks while it is in use fails its query, not the process. What is asked of the pool itself, it gives back as it should.
 */
export function keepClientsSound(pool: EventEmitter & { connect: unknown }): void {
  const unsound = new WeakSet<Client>();

  pool.on('connect', (client: Client) => {
    // The pool listens to idle connections alone.
    client.on('error', () => unsound.add(client));
    const ofItsClass = Object.getPrototypeOf(client) as Client;
    client.query = (...asked) => {
      const answer = ofItsClass.query.apply(client, asked);
      if (answer instanceof Promise)
        answer.catch((error: unknown) => {
          const word = firstWord(asked[0]);
          if (!isFromServer(error) || word === 'commit' || word === 'rollback') unsound.add(client);
          // Drizzle begins before its `try`, and would never release this one.
          if (word === 'begin') client.release(error);
        });
      return answer;
    };
  });

  const connect = (pool.connect as Checkout).bind(pool);
  const checkOut: Checkout = (...callback) => {
    const checkedOut = connect(...callback);
    return callback[0]
      ? checkedOut
      : checkedOut?.then((client) => {
          const release = client.release;
          client.release = (error) => {
            const open = (client.getTransactionStatus?.() ?? 'I') !== 'I';
            release(error || open || unsound.has(client));
          };
          return client;
        });
  };
  pool.connect = checkOut;
}

function firstWord(asked: unknown): string | undefined {
  const text = typeof asked === 'string' ? asked : (asked as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? /^\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() : undefined;
}

/** Whether PostgreSQL said so, and not this side because it had waited long enough or the line broke. */
const isFromServer = (error: unknown) => error instanceof Error && 'severity' in error;
