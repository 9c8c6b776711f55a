import 'server-only';
import type { Db, Tx } from './client';

/**
 * Makes something of a database once and keeps it for as long as that is open (a transaction is one of its own, so it pays only outside of one): statements that Drizzle would else put together anew
 * each time they are run, which takes it longer than everything else a short one needs here.
 */
export function oncePerDatabase<Made>(make: (db: Db | Tx) => Made): (db: Db | Tx) => Made {
  const made = new WeakMap<Db | Tx, Made>();
  return (db) => {
    const found = made.get(db) ?? make(db);
    made.set(db, found);
    return found;
  };
}

/** What they are prepared as: a name would have PostgreSQL keep them in one connection, and a pooler may change connections between transactions. */
export const UNNAMED = '';
