import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseReports, cases } from '@/db/schema/cases';
import { isCaseNumber } from '@/lib/cases/case-number';
import { isRecused } from '@/lib/cases/case-work/commands';
import { isAsked } from '@/lib/reports/requests/queries';
import { openSections } from '@/lib/reports/stored/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import type { ConsentGiven } from '../fit';

/** What one report's reporter agreed to (K4), by their newest choice, and whether a change of it or a withdrawal waits for a decision. */
export async function consentOf(db: Db | Tx, reportId: string): Promise<ConsentGiven> {
  const asked = (await isAsked(db, reportId, 'CONSENT')) || (await isAsked(db, reportId, 'WITHDRAW'));
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  const chosen = (await openSections(db, reportId, key)).flatMap(({ consents }) => consents ?? []).at(-1);
  return { reportId, agencies: [...(chosen?.K4?.agencies ?? [])], asked };
}

/** The consent of each report of a case, for who may read it; shown on the case's page, whose opening is what the audit records. */
export async function consentsOfCase(db: Db, actor: StaffActor, number: string): Promise<ConsentGiven[]> {
  if (!can(actor.roles, 'case.read') || !isCaseNumber(number)) return [];
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.number, number));
  if (!row || (await isRecused(db, row.id, actor.id))) return [];
  const linked = await db
    .select({ id: caseReports.reportId })
    .from(caseReports)
    .where(and(eq(caseReports.caseId, row.id), isNull(caseReports.unlinkedAt)));
  return Promise.all(linked.map(({ id }) => consentOf(db, id)));
}
