import 'server-only';
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { caseRecusals, caseReports, cases, levelChanges } from '@/db/schema/cases';
import { reportRecusals, reports } from '@/db/schema/reports';
import { isRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { isReference } from '@/lib/reports/reference-shape';
import { approvalsOf } from '@/lib/staff/approvals/queries';
import { canBeLetBack, listAssignable } from '@/lib/staff/duty/queries';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { openDataKey } from '@/lib/vault/commands';
import { type ApprovalWithNews, withNews } from '../approving/news/queries';
import { asTold, isWithheldFrom } from '../approving/withholding';
import type { CaseState } from '../code-lists';
import { type Withheld, withheldAround } from '../people/queries';
import { openRow } from '../places';

/** A case that a report could be linked to: what the queue shows of it and no more. */
export type CaseChoice = {
  number: string;
  state: CaseState;
  level: Level;
  province: string | null;
  mine: boolean;
};

export type LevelSet = {
  id: string;
  from: Level;
  to: Level;
  by: string;
  /** The second person, where it took one. */
  second: string | null;
  at: Date;
  /** Null where it took two and may be about somebody withheld. */
  reason: string | null;
};

/** What the desk has made of a report: who has it, what was set by hand, the case it is in, what waits for a second person. */
export type ReportWork = {
  assignedTo: { id: string; name: string } | null;
  inCase: { number: string; state: CaseState; level: Level } | null;
  levelsSet: LevelSet[];
  approvals: ApprovalWithNews[];
  /** Whom it can be given to; empty for whoever may give it to nobody else. */
  assignable: { id: string; name: string }[];
  /** Who has stepped back from the report itself. */
  recused: { id: string; name: string }[];
  /** Whether anybody could let the reader back, if they stepped back. */
  canBeLetBack: boolean;
  choices: CaseChoice[];
};

/** Reads what stands around a report, for whoever has opened it. */
export async function reportWork(db: Db, actor: StaffActor, reference: string): Promise<ReportWork | null> {
  if (!can(actor.roles, 'report.read') || !isReference(reference)) return null;
  const [found] = await db
    .select({ report: reports, row: cases })
    .from(reports)
    .leftJoin(caseReports, and(eq(caseReports.reportId, reports.id), isNull(caseReports.unlinkedAt)))
    .leftJoin(cases, eq(cases.id, caseReports.caseId))
    .where(eq(reports.reference, reference));
  if (!found || (await isRecusedFromReport(db, found.report.id, actor.id))) return null;
  const { report, row } = found;
  const back = await db.select().from(reportRecusals).where(eq(reportRecusals.reportId, report.id));
  const recused = back.map(({ staffId }) => staffId);
  const names = await staffNames(db, [report.assignedTo ?? [], recused].flat());
  const withheld = await withheldAround(db, actor, report.id);
  const asked = await withNews(db, actor, await approvalsOf(db, actor, report.id));
  return {
    assignedTo: report.assignedTo
      ? { id: report.assignedTo, name: names.get(report.assignedTo) ?? '–' }
      : null,
    inCase: row && {
      number: row.number,
      state: row.state as CaseState,
      level: row.level as Level,
    },
    levelsSet: await levelsSet(db, report.id, withheld),
    approvals: asked.map((one) => asTold(one, withheld)),
    assignable: can(actor.roles, 'case.assign')
      ? (await listAssignable(db, actor, 'report.screen')).filter(({ id }) => !recused.includes(id))
      : [],
    recused: recused.map((id) => ({ id, name: names.get(id) ?? '–' })),
    canBeLetBack: await canBeLetBack(db, actor, recused),
    choices: report.state === 'SCREENING' && can(actor.roles, 'case.link') ? await choices(db, actor) : [],
  };
}

async function levelsSet(db: Db, reportId: string, withheld: Withheld): Promise<LevelSet[]> {
  const rows = await db
    .select()
    .from(levelChanges)
    .where(and(eq(levelChanges.reportId, reportId), eq(levelChanges.source, 'MANUAL')))
    .orderBy(desc(levelChanges.at));
  if (rows.length === 0) return [];
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  const names = await staffNames(
    db,
    rows.flatMap((row) => [row.staffId ?? [], row.secondId ?? []].flat()),
  );
  const hidden = isWithheldFrom({ act: 'LOWER_LEVEL', state: 'APPROVED' }, withheld);
  const reasonOf = ({ id, sealed }: (typeof rows)[number]) =>
    sealed ? openRow<{ reason: string }>(key, 'level_changes', { id, sealed }).reason : '';
  return rows.map((row) => ({
    id: row.id,
    from: row.fromLevel as Level,
    to: row.toLevel as Level,
    by: names.get(row.staffId ?? '') ?? '–',
    second: row.secondId ? (names.get(row.secondId) ?? '–') : null,
    at: row.at,
    reason: row.secondId && hidden ? null : reasonOf(row),
  }));
}

const OFFERED = 5;

/** One's own open cases that moved last, then those of everybody. */
async function choices(db: Db, actor: StaffActor): Promise<CaseChoice[]> {
  const notMine = sql`${cases.assignedTo} is distinct from ${actor.id}`;
  const mine = await openCases(db, actor, eq(cases.assignedTo, actor.id));
  const others = await openCases(db, actor, notMine);
  return [...mine, ...others].map((row) => ({
    number: row.number,
    state: row.state as CaseState,
    level: row.level as Level,
    province: row.province,
    mine: row.assignedTo === actor.id,
  }));
}

function openCases(db: Db, actor: StaffActor, whose: SQL) {
  const recused = sql`exists (select 1 from ${caseRecusals}
    where ${caseRecusals.caseId} = ${cases.id} and ${caseRecusals.staffId} = ${actor.id})`;
  return db
    .select()
    .from(cases)
    .where(and(sql`${cases.state} <> 'CLOSED'`, whose, sql`not ${recused}`))
    .orderBy(desc(cases.stateChangedAt), desc(cases.id))
    .limit(OFFERED);
}
