import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { caseRecusals, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { returnPersons } from '@/db/schema/returns';
import type { Told } from '@/lib/clocks/escalation';
import { recusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { staffOnDuty, staffWithRole } from '@/lib/staff/duty/queries';
import { mayDo } from '@/lib/staff/queries';
import { isTheirPerson } from '../../people/queries';

/**
 * What somebody is told about; a report in a case is as closed to who has stepped back as the case is. `returnId`: of a case, the operation in
 * question, which is closed to whom nobody in it of that case is theirs.
 */
export type About = { kind: 'case' | 'report'; id: string; returnId?: string };

/**
 * Who is told: whoever holds the first of these places, may still do that work and has not stepped back from it, failing them the next, then everybody who leads,
 * and then everybody who works on cases; of a report at last everybody who takes reports in. Empty only where nobody is left who may see it.
 */
export async function whomToTell(tx: Tx, places: readonly Told[], about: About): Promise<string[]> {
  const recused = await recusedFrom(tx, about);
  const last = about.kind === 'report' ? (['CASEWORKERS', 'INTAKE'] as const) : (['CASEWORKERS'] as const);
  for (const place of [...places, 'SUPERVISORS', ...last] as const) {
    const found = (await whoIs(tx, place, about)).filter((id) => !recused.has(id));
    if (found.length > 0) return found;
  }
  return [];
}

/** Who is told of grave danger: all of these at once, not one place failing another. */
export async function whomInDanger(tx: Tx, about: About): Promise<string[]> {
  const places = ['ASSIGNEE', 'SUPERVISORS', 'ON_DUTY'] as const;
  const found: string[] = [];
  for (const place of places) found.push(...(await whomToTell(tx, [place], about)));
  return found;
}

async function recusedFrom(tx: Tx, { kind, id, returnId }: About): Promise<Set<string>> {
  if (kind === 'report') return new Set(await recusedFromReport(tx, id));
  const rows = await tx
    .select({ id: caseRecusals.staffId })
    .from(caseRecusals)
    .where(eq(caseRecusals.caseId, id));
  const all = rows.map((row) => row.id);
  return new Set(returnId ? [...all, ...(await whoSeesNobodyIn(tx, id, returnId))] : all);
}

/** To whom nobody is theirs of those that an operation takes from this case. */
async function whoSeesNobodyIn(tx: Tx, caseId: string, returnId: string): Promise<string[]> {
  const theirs = sql`select 1 from ${returnPersons} where ${returnPersons.returnId} = ${returnId}
    and ${returnPersons.caseId} = ${caseId} and ${isTheirPerson({ id: caseRecusals.staffId }, returnPersons.personId)}`;
  const rows = await tx
    .selectDistinct({ id: caseRecusals.staffId })
    .from(caseRecusals)
    .where(sql`not exists (${theirs})`);
  return rows.map(({ id }) => id);
}

async function whoIs(tx: Tx, place: Told | 'CASEWORKERS' | 'INTAKE', { kind, id }: About): Promise<string[]> {
  if (place === 'SUPERVISORS') return staffWithRole(tx, 'SUPERVISOR');
  if (place === 'CASEWORKERS') return staffWithRole(tx, 'CASEWORKER');
  if (place === 'INTAKE') return staffWithRole(tx, 'INTAKE');
  if (place === 'ON_DUTY') return staffOnDuty(tx);
  const [found] =
    kind === 'case'
      ? await tx.select({ id: cases.assignedTo }).from(cases).where(eq(cases.id, id))
      : await tx.select({ id: reports.assignedTo }).from(reports).where(eq(reports.id, id));
  const able = found?.id && (await mayDo(tx, found.id, kind === 'case' ? 'case.work' : 'report.screen'));
  return able ? [found.id as string] : [];
}
