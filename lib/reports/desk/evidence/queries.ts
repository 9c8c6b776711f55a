import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { reports } from '@/db/schema/reports';
import { listReportFiles } from '@/lib/evidence/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { isReference } from '../../reference-shape';
import { isRecusedFromReport } from '../recusal/queries';

/** A picture that can be looked at: one drawn anew, in which no scanner found anything. `number`: its place among all files of the report. */
export type Picture = { id: string; number: number };

/** The pictures of a report in the order they came; null when there is no such report it is not theirs to read, or they have stepped back from its case. Says nothing of what they show. */
export async function listPictures(db: Db, actor: StaffActor, reference: string): Promise<Picture[] | null> {
  if (!can(actor.roles, 'report.read') || !isReference(reference)) return null;
  const [report] = await db.select({ id: reports.id }).from(reports).where(eq(reports.reference, reference));
  if (!report || (await isRecusedFromReport(db, report.id, actor.id))) return null;
  return (await listReportFiles(db, report.id)).flatMap((file, at) =>
    file.copyState === 'MADE' && file.scanState !== 'INFECTED' ? [{ id: file.id, number: at + 1 }] : [],
  );
}
