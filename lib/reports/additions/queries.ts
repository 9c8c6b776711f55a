import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { reports } from '@/db/schema/reports';
import type { ReporterKind } from '@/lib/urgency/answers';
import { openDataKey } from '@/lib/vault/commands';
import { wasAskedConsent } from '../merge-parts';
import { allSteps, type Step } from '../steps';
import { openSections } from '../stored/queries';

export type Addable = { kind: ReporterKind; steps: Step[]; askedConsent: boolean };

/** What can be added to a report: its kind's pages, the one about the reporter only while consent was never asked for. */
export async function readAddable(db: Db, reportId: string): Promise<Addable | null> {
  const [report] = await db.select({ kind: reports.kind }).from(reports).where(eq(reports.id, reportId));
  if (!report) return null;
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  const kind = report.kind as ReporterKind;
  const askedConsent = wasAskedConsent(await openSections(db, reportId, key));
  const steps = allSteps(kind).filter(({ sections }) => !(askedConsent && sections.includes('S8')));
  return { kind, steps, askedConsent };
}
