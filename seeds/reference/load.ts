import type { Db } from '@/db/client';
import { loadPeriods } from '@/lib/periods/commands';
import { referencePeriods } from './periods';

/** Loads reference data; safe to run at every start, and never overwrites what staff have changed. */
export async function loadReference(db: Db): Promise<void> {
  await loadPeriods(db, referencePeriods);
}
