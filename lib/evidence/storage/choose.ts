import 'server-only';
import { objectStoreSettings } from '@/lib/env';
import { objectStore } from './objects/commands';
import { postgresStore } from './postgres/commands';
import type { ChunkStore } from './store';

/** Where new files go. Those that are there already stay where they are. */
export function writingStore(): ChunkStore {
  return objectStoreSettings() ? objectStore : postgresStore;
}

/** The store that a file's row names. */
export function storeNamed(name: string): ChunkStore {
  const found = [postgresStore, objectStore].find((store) => store.name === name);
  if (!found) throw new Error(`evidence lies in a store that is not known here: ${name}`);
  return found;
}
