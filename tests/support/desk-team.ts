import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { cases } from '@/db/schema/cases';
import { decideApproval } from '@/lib/cases/approving/commands';
import type { Disposition } from '@/lib/cases/code-lists';
import { promoteReport } from '@/lib/cases/grouping/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { closeCase } from '@/lib/cases/workflow/commands';
import { changeState } from '@/lib/reports/desk/commands';
import type { Role } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { actorFor, makeStaff } from './staff-actor';
import { storeTestReport } from './stored-report';

export type Team = Record<
  'intake' | 'worker' | 'other' | 'lead' | 'second' | 'auditor' | 'admin',
  StaffActor
>;

const ROLE_OF: Record<keyof Team, Role> = {
  intake: 'INTAKE',
  worker: 'CASEWORKER',
  other: 'CASEWORKER',
  lead: 'SUPERVISOR',
  second: 'SUPERVISOR',
  auditor: 'AUDITOR',
  admin: 'ADMIN',
};

/** One of each, two caseworkers and two supervisors. */
export async function makeTeam(db: Db): Promise<Team> {
  const team: Partial<Team> = {};
  for (const [name, role] of Object.entries(ROLE_OF) as [keyof Team, Role][])
    team[name] = actorFor(await makeStaff(db, name, [role]), [role]);
  return team as Team;
}

type Given = Parameters<typeof storeTestReport>[1];

/** A report in screening. */
export async function screenedReport(db: Db, actor: StaffActor, given?: Given) {
  const report = await storeTestReport(db, given);
  const screened = await changeState(db, actor, {
    reference: report.reference,
    action: 'SCREEN',
    seen: 'RECEIVED',
    reason: '',
  });
  if (!screened.ok) throw new Error(screened.reason);
  return report;
}

/** A case made of a new report; answers the case's number and id, and the report. */
export async function openTestCase(db: Db, actor: StaffActor, given?: Given) {
  const report = await screenedReport(db, actor, given);
  const made = await promoteReport(db, actor, report.reference);
  if (!made.ok) throw new Error(made.reason);
  const row = await caseRow(db, made.number);
  return { number: made.number, id: row.id, report };
}

export async function caseRow(db: Db, number: string) {
  const [row] = await db.select().from(cases).where(eq(cases.number, number));
  if (!row) throw new Error(`no case ${number}`);
  return row;
}

/** A form that was filled from the case as it stands now, and is sent once. */
export async function on(db: Db, number: string) {
  return { number, seen: (await caseRow(db, number)).version, submission: randomUUID() };
}

/** Ends a case: a colleague agrees where that takes two. */
export async function endCase(
  db: Db,
  team: Team,
  number: string,
  { disposition, reason }: { disposition: Disposition; reason: string },
): Promise<void> {
  const asked = await closeCase(db, team.worker, await on(db, number), { disposition, reason });
  if (!asked.ok) throw new Error(asked.reason);
  if (!('approvalId' in asked)) return;
  const waiting = (await readCase(db, team.lead, number))?.approvals.find(
    ({ id }) => id === asked.approvalId,
  );
  const yes = { approve: true, answer: '', news: waiting?.news.mark ?? '' };
  const agreed = await decideApproval(db, team.lead, asked.approvalId, yes);
  if (!agreed.ok) throw new Error(agreed.reason);
}
