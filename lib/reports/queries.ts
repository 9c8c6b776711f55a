import 'server-only';
import type { Db } from '@/db/client';
import { reports } from '@/db/schema/reports';

/** Whether any report has ever been stored here. */
export async function hasReports(db: Db): Promise<boolean> {
  return (await db.select({ id: reports.id }).from(reports).limit(1)).length > 0;
}
