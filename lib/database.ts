import 'server-only';
import { type Db, getDb } from '@/db/client';

/** The one door through which `app` reaches the database: a handle to hand to commands and queries, never to query with. */
export function database(): Db {
  return getDb();
}
