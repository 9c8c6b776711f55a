import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { caseRecusals, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import type { Told } from '@/lib/clocks/escalation';
import { recusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { staffOnDuty, staffWithRole } from '@/lib/staff/duty/queries';
import { mayDo } from '@/lib/staff/queries';

/** What somebody is told about; a report in a case is as closed to who has stepped back as the case is. */
export type About = { kind: 'case' | 'report'; id: string };

/**
 * Who is told: whoever holds the first of these places, may still do that work and has not stepped back from it, failing them the next, then everybody who leads,
 * and then everybody who works on cases. Empty only where nobody is left who may see it.
 */
export async function whomToTell(tx: Tx, places: readonly Told[], about: About): Promise<string[]> {
  const recused = await recusedFrom(tx, about);
  for (const place of [...places, 'SUPERVISORS', 'CASEWORKERS'] as const) {
    const found = (await whoIs(tx, place, about)).filter((id) => !recused.has(id));
    if (found.length > 0) return found;
  }
  return [];
}

async function recusedFrom(tx: Tx, { kind, id }: About): Promise<Set<string>> {
  if (kind === 'report') return new Set(await recusedFromReport(tx, id));
  const rows = await tx
    .select({ id: caseRecusals.staffId })
    .from(caseRecusals)
    .where(eq(caseRecusals.caseId, id));
  return new Set(rows.map((row) => row.id));
}

async function whoIs(tx: Tx, place: Told | 'CASEWORKERS', { kind, id }: About): Promise<string[]> {
  if (place === 'SUPERVISORS') return staffWithRole(tx, 'SUPERVISOR');
  if (place === 'CASEWORKERS') return staffWithRole(tx, 'CASEWORKER');
  if (place === 'ON_DUTY') return staffOnDuty(tx);
  const [found] =
    kind === 'case'
      ? await tx.select({ id: cases.assignedTo }).from(cases).where(eq(cases.id, id))
      : await tx.select({ id: reports.assignedTo }).from(reports).where(eq(reports.id, id));
  const able = found?.id && (await mayDo(tx, found.id, kind === 'case' ? 'case.work' : 'report.screen'));
  return able ? [found.id as string] : [];
}
