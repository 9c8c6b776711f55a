import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { reports } from '@/db/schema/reports';

/** Whether any report has ever been stored here. */
export async function hasReports(db: Db): Promise<boolean> {
  return (await db.select({ id: reports.id }).from(reports).limit(1)).length > 0;
}

/** When a report was received; null when there is none. */
export async function receivedAtOf(db: Db, id: string): Promise<Date | null> {
  const [row] = await db.select({ at: reports.receivedAt }).from(reports).where(eq(reports.id, id));
  return row?.at ?? null;
}
