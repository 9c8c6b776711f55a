import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { reportUrgency } from '@/db/schema/reports';
import type { Assessment } from '@/lib/urgency/assess';
import { type DataKey, open } from '@/lib/vault/seal';

/** Where in the database an assessment is sealed. */
export const urgencyPlace = (row: string) => ({ table: 'report_urgency', row, column: 'sealed' });

/** The newest assessment of a report, and when it was worked out. Null for a report that has none. */
export async function newestAssessment(
  db: Db | Tx,
  key: DataKey,
  reportId: string,
): Promise<{ assessment: Assessment; computedAt: Date } | null> {
  const [row] = await db
    .select()
    .from(reportUrgency)
    .where(eq(reportUrgency.reportId, reportId))
    .orderBy(desc(reportUrgency.computedAt))
    .limit(1);
  if (!row) return null;
  return { assessment: open<Assessment>(key, urgencyPlace(row.id), row.sealed), computedAt: row.computedAt };
}
