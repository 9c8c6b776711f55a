import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseReaders, caseRecusals, cases, clocks } from '@/db/schema/cases';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import type { ClockKind } from '@/lib/clocks/durations';
import { newestAssessment } from '@/lib/reports/reassessing/queries';
import { approvalsOf } from '@/lib/staff/approvals/queries';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import type { NpaClass } from '@/lib/urgency/npa-class';
import { openDataKey } from '@/lib/vault/commands';
import { type ApprovalWithNews, withNews } from '../approving/news/queries';
import { asTold } from '../approving/withholding';
import { isCaseNumber } from '../case-number';
import { isRecused } from '../case-work/commands';
import { isWithAgency } from '../clock-keeping/commands';
import { type CaseState, caseLists, type Disposition } from '../code-lists';
import { type DispositionProblem, dispositionProblem, takesTwo } from '../dispositions';
import { TIMELINE_FILTERS, type TimelineFilter, type TimelineKind } from '../event-kinds';
import { withheldIn } from '../people/queries';
import { safetyAtClosing } from '../refreshing/commands';
import { isTheirClock } from '../returns/queries';
import { type AllowedCaseAction, allowedCaseActions, caseTransition } from '../transitions';
import {
  type CasePerson,
  type CaseReport,
  type CaseTask,
  peopleOfCase,
  reportsOfCase,
  type TimelineEntry,
  tasksOfCase,
  timelineOf,
} from './queries';

export type CaseClock = {
  kind: ClockKind;
  startedAt: Date;
  /** Null while it stands still. */
  dueAt: Date | null;
  paused: boolean;
  overdue: boolean;
  referralId: string | null;
  returnId: string | null;
};

export type CaseReader = { id: string; name: string; firstAt: Date; lastAt: Date; times: number };

export type Ending = {
  disposition: Disposition;
  problem: DispositionProblem | null;
  takesTwo: boolean;
};

export type DeskCase = {
  id: string;
  number: string;
  version: number;
  state: CaseState;
  stateChangedAt: Date;
  heldFrom: CaseState | null;
  heldUntil: Date | null;
  level: Level;
  levelManual: boolean;
  computedLevel: Level;
  points: number;
  province: string | null;
  openedAt: Date;
  receivedAt: Date;
  assignedTo: string | null;
  disposition: Disposition | null;
  closedAt: Date | null;
  recontactAt: Date | null;
  legalHold: boolean;
  /** False, too, where anybody is withheld, of whom it might speak. */
  safetyUnconfirmed: boolean;
  doNotContact: boolean;
  actions: AllowedCaseAction[];
  /** A hand-over was sent, and the agency has not ended it. */
  withAgency: boolean;
  /** The ways it can end, what stands against each now, and whether it takes a second person. Empty for who does not see everybody. */
  endings: Ending[];
  clocks: CaseClock[];
  /** Each with the class in which the police count such reports. */
  reports: (CaseReport & { npaClass: NpaClass | null })[];
  /** Those who are the reader's to know of. */
  people: CasePerson[];
  /** How many more there are, from whom the reader has stepped back in another case: who closes or decides has to see everybody. */
  withheld: number;
  tasks: CaseTask[];
  approvals: ApprovalWithNews[];
  timeline: TimelineEntry[];
  /** The step that led to the state it is in, and the level set by hand that counts: both whatever the timeline is narrowed to. */
  lastStep: TimelineEntry | null;
  levelSet: TimelineEntry | null;
  recused: string[];
  readers: CaseReader[];
  /** Names by account id, for everything above that names one. */
  names: Record<string, string>;
};

/**
 * Opens a case for a person at the desk. A command, because reading is recorded in the transaction that reads: on the case, and on each report
 * whose words the timeline shows. Null when there is none, it is not theirs to read, or they have stepped back from it.
 */
export async function readCase(
  db: Db,
  actor: StaffActor,
  number: string,
  filter: TimelineFilter = 'ALL',
): Promise<DeskCase | null> {
  if (!can(actor.roles, 'case.read') || !isCaseNumber(number)) return null;
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(cases).where(eq(cases.number, number));
    if (!row || (await isRecused(tx, row.id, actor.id))) return null;
    const by = { kind: 'staff' as const, id: actor.id };
    const linked = await reportsOfCase(tx, row.id);
    await markCaseRead(tx, row.id, actor);
    await record({ kind: 'case', id: row.id }, by, 'case.read');
    // In the order of their ids, so that two readers of overlapping cases do not wait for each other's audit chains.
    for (const { id } of linked.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
      await record({ kind: 'report', id }, by, 'report.read', { case: row.id });
    const key = await openDataKey(tx, { kind: 'case', id: row.id });
    const people = await peopleOfCase(tx, actor, row);
    const withheld = await withheldIn(tx, actor, row.id);
    const wanted: readonly TimelineKind[] | null = TIMELINE_FILTERS[filter];
    const timeline = await timelineOf(tx, key, actor, {
      ...{ caseId: row.id, linked, withheld: withheld.ever },
    });
    const withAgency = await isWithAgency(tx, row.id);
    const asked = await withNews(tx, actor, await approvalsOf(tx, actor, row.id));
    const found = {
      ...headOf(row),
      safetyUnconfirmed: row.safetyUnconfirmed && withheld.ever.size === 0,
      actions: actionsFor(actor, row, withheld.now, withAgency),
      withAgency,
      endings: withheld.now > 0 ? [] : await endingsNow(tx, row),
      clocks: await runningClocks(tx, actor, row.id),
      reports: await withPoliceClass(tx, linked),
      people,
      withheld: withheld.now,
      tasks: await tasksOfCase(tx, key, row.id),
      approvals: asked.map((one) => asTold(one, withheld)),
      timeline: timeline.filter(({ kind }) => wanted?.includes(kind) ?? true),
      lastStep: timeline.find(({ kind }) => kind === 'STATE') ?? null,
      levelSet: row.levelManual ? (timeline.find(({ kind }) => kind === 'LEVEL') ?? null) : null,
      recused: await recusedFrom(tx, row.id),
      readers: await readersOf(tx, row.id),
    };
    return { ...found, names: await namesIn(tx, found) };
  });
}

/**
 * Closing says how it ended for everybody in the case: it is for somebody who sees all of them. What sending a hand-over does is no step of its own
 * before that.
 */
const actionsFor = (
  { roles }: StaffActor,
  row: typeof cases.$inferSelect,
  withheld: number,
  withAgency: boolean,
) => {
  const [state, level] = [row.state as CaseState, row.level as Level];
  return allowedCaseActions(state, level, roles).filter(
    ({ action }) =>
      (action !== 'CLOSE' || withheld === 0) &&
      (withAgency || !caseTransition(state, level, action)?.withAgency),
  );
};

/** With the class in which the police count each report, as its newest computation has it. */
async function withPoliceClass(
  tx: Tx,
  linked: readonly CaseReport[],
): Promise<(CaseReport & { npaClass: NpaClass | null })[]> {
  const found = [];
  for (const report of linked) {
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const newest = await newestAssessment(tx, key, report.id);
    found.push({ ...report, npaClass: newest?.assessment.npaClass ?? null });
  }
  return found;
}

async function endingsNow(tx: Tx, row: typeof cases.$inferSelect): Promise<Ending[]> {
  const statuses = await safetyAtClosing(tx, row.id);
  const level = row.level as Level;
  return caseLists.disposition.map((disposition) => ({
    disposition,
    problem: dispositionProblem(disposition, statuses, level),
    takesTwo: takesTwo(disposition, statuses, level),
  }));
}

const headOf = (row: typeof cases.$inferSelect) => ({
  id: row.id,
  number: row.number,
  version: row.version,
  state: row.state as CaseState,
  stateChangedAt: row.stateChangedAt,
  heldFrom: row.heldFrom as CaseState | null,
  heldUntil: row.heldUntil,
  level: row.level as Level,
  levelManual: row.levelManual,
  computedLevel: row.computedLevel as Level,
  points: row.points,
  province: row.province,
  openedAt: row.openedAt,
  receivedAt: row.receivedAt,
  assignedTo: row.assignedTo,
  disposition: row.disposition as Disposition | null,
  closedAt: row.closedAt,
  recontactAt: row.recontactAt,
  legalHold: row.legalHold,
  doNotContact: row.doNotContact,
});

/** Notes who has opened a case, for "who has read this". */
export async function markCaseRead(tx: Tx, caseId: string, actor: StaffActor): Promise<void> {
  const at = now();
  await tx
    .insert(caseReaders)
    .values({ caseId, staffId: actor.id, firstReadAt: at, lastReadAt: at, times: 1 })
    .onConflictDoUpdate({
      target: [caseReaders.caseId, caseReaders.staffId],
      set: { lastReadAt: at, times: sql`${caseReaders.times} + 1` },
    });
}

async function runningClocks(tx: Tx, actor: StaffActor, caseId: string): Promise<CaseClock[]> {
  const rows = await tx
    .select()
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), isNull(clocks.metAt), isTheirClock(actor)))
    .orderBy(asc(clocks.dueAt), asc(clocks.kind));
  return rows
    .filter((row) => row.dueAt || row.pausedAt)
    .map((row) => ({
      kind: row.kind as ClockKind,
      startedAt: row.startedAt,
      dueAt: row.dueAt,
      paused: row.pausedAt !== null,
      overdue: row.dueAt !== null && row.dueAt.getTime() <= now().getTime(),
      referralId: row.referralId,
      returnId: row.returnId,
    }));
}

async function recusedFrom(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: caseRecusals.staffId })
    .from(caseRecusals)
    .where(eq(caseRecusals.caseId, caseId));
  return rows.map((row) => row.id);
}

async function readersOf(tx: Tx, caseId: string): Promise<CaseReader[]> {
  const rows = await tx
    .select()
    .from(caseReaders)
    .where(eq(caseReaders.caseId, caseId))
    .orderBy(asc(caseReaders.firstReadAt));
  const names = await staffNames(
    tx,
    rows.map((row) => row.staffId),
  );
  return rows.map((row) => ({
    id: row.staffId,
    name: names.get(row.staffId) ?? '–',
    firstAt: row.firstReadAt,
    lastAt: row.lastReadAt,
    times: row.times,
  }));
}

async function namesIn(
  tx: Tx,
  found: Pick<DeskCase, 'assignedTo' | 'people' | 'tasks' | 'timeline' | 'lastStep' | 'levelSet' | 'recused'>,
): Promise<Record<string, string>> {
  const facts = found.people.flatMap((person) => Object.values(person.facts).flat());
  const ids = [
    found.assignedTo,
    ...facts.map((fact) => fact.by),
    ...found.tasks.flatMap((task) => [task.ownerId, task.createdBy, task.doneBy]),
    ...[...found.timeline, found.lastStep, found.levelSet].flatMap((entry) =>
      entry ? [entry.staffId, entry.secondId] : [],
    ),
    ...found.timeline
      .filter(({ kind }) => kind === 'ASSIGNED' || kind === 'RECUSED')
      .map((entry) => entry.ref),
    ...found.recused,
    // Who linked the report that a level was kept for.
    ...[...found.timeline, found.levelSet].map((entry) => entry?.words.linkedBy),
  ];
  return Object.fromEntries(
    await staffNames(
      tx,
      ids.flatMap((id) => (typeof id === 'string' ? id : [])),
    ),
  );
}
