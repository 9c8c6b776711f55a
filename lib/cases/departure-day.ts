import 'server-only';
import type { Db } from '@/db/client';
import { seoulDate } from '@/lib/urgency/partial-date';
import { keyedDigest } from '@/lib/vault/secrets';

/**
 * The day on which somebody is to leave, as a keyed digest: today's can be looked for, and no other day be read from it. Days in Seoul, where
 * planned departures are told.
 */
export async function departureDigest(
  db: Db,
  day: { year: number; month: number; day: number },
): Promise<Buffer> {
  return keyedDigest(db, 'departure-day', `${day.year}-${day.month}-${day.day}`);
}

export const departureToday = (db: Db, at: Date) => departureDigest(db, seoulDate(at));
