import 'server-only';
import { postgresStore } from './postgres/commands';
import type { ChunkStore } from './store';

/** Where new files go. */
export function writingStore(): ChunkStore {
  return postgresStore;
}

/** The store that a file's row names. */
export function storeNamed(name: string): ChunkStore {
  if (name === postgresStore.name) return postgresStore;
  throw new Error(`evidence lies in a store that is not set up here: ${name}`);
}
