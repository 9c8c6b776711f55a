import type { ReportState } from '@/lib/reports/code-lists';
import { OPEN_STATES, type ReportAction, TRANSITIONS } from '@/lib/reports/transitions';
import { can, type Role } from '@/lib/staff/roles';
import type { Level } from '@/lib/urgency/levels';

/** What can be done to many rows of the queue at once, in the order it is offered. */
export const BULK_ACTS = [
  'ASSIGN_ME',
  'ASSIGN',
  'SCREEN',
  'KEEP_AS_INTEL',
  'MARK_OUT_OF_SCOPE',
  'MARK_ABUSE',
] as const satisfies readonly ('ASSIGN_ME' | 'ASSIGN' | ReportAction)[];
export type BulkAct = (typeof BULK_ACTS)[number];

export function isBulkAct(value: unknown): value is BulkAct {
  return BULK_ACTS.some((act) => act === value);
}

/** As many as a page of the queue has. */
export const MOST_AT_ONCE = 50;

/** One row as it stands now. */
export type BulkSubject = {
  kind: 'REPORT' | 'CASE';
  ref: string;
  state: string;
  level: Level;
  assignedTo: string | null;
  /** Of a case. */
  version: number | null;
  /** Of a case: whoever acts has stepped back from it. */
  recused: boolean;
  /** The one it would be given to has stepped back from it. */
  targetRecused: boolean;
};

export type LeftOut =
  | 'unknown'
  | 'urgent'
  | 'not-a-report'
  | 'wrong-state'
  | 'decided'
  | 'in-case'
  | 'already'
  | 'not-yours'
  | 'recused'
  | 'target-recused'
  | 'changed'
  | 'failed';

export type BulkOrder = {
  act: BulkAct;
  /** For ASSIGN: to whom. */
  staffId: string | null;
};

type Who = { id: string; roles: readonly Role[] };

/** Whose it becomes; undefined for what is no assignment. */
export function assigneeOf({ act, staffId }: BulkOrder, me: string): string | null | undefined {
  if (act === 'ASSIGN_ME') return me;
  return act === 'ASSIGN' ? staffId : undefined;
}

/** Whether an act takes a reason. */
export function takesReason(act: BulkAct): boolean {
  return stateActOf(act) !== null && act !== 'SCREEN';
}

/** Whether it has to have one: the table of transitions says so. */
export function needsReason(act: BulkAct): boolean {
  const action = stateActOf(act);
  return action !== null && Object.values(TRANSITIONS).some((row) => row[action]?.needsReason);
}

/** Whether what is done can be undone: what a command has a reverse for. Nothing turns a looked-at report into one nobody looked at. */
export function canBeUndone(act: BulkAct): boolean {
  return act !== 'SCREEN';
}

export function stateActOf(act: BulkAct): ReportAction | null {
  return act === 'ASSIGN' || act === 'ASSIGN_ME' ? null : act;
}

/** Why a row is left out of an act; null when it can be done. The states of U1 and U2 are never changed in bulk. */
export function leftOutOf(order: BulkOrder, subject: BulkSubject, who: Who): LeftOut | null {
  if (subject.recused) return 'recused';
  const to = assigneeOf(order, who.id);
  return to === undefined ? stateLeftOut(order.act, subject, who) : assignLeftOut(to, subject, who);
}

function stateLeftOut(act: BulkAct, subject: BulkSubject, who: Who): LeftOut | null {
  const action = stateActOf(act);
  if (subject.kind !== 'REPORT' || !action) return 'not-a-report';
  if (subject.level === 'U1' || subject.level === 'U2') return 'urgent';
  const transition = TRANSITIONS[subject.state as ReportState][action];
  if (!transition) return 'wrong-state';
  return can(who.roles, transition.permission) ? null : 'not-yours';
}

function assignLeftOut(to: string | null, subject: BulkSubject, who: Who): LeftOut | null {
  const isCase = subject.kind === 'CASE';
  if (isCase ? subject.state === 'CLOSED' : !OPEN_STATES.includes(subject.state as ReportState))
    return subject.state === 'PROMOTED' || subject.state === 'LINKED' ? 'in-case' : 'decided';
  if (subject.assignedTo === to) return 'already';
  if (subject.targetRecused) return 'target-recused';
  const own = to === who.id && subject.assignedTo === null;
  const takes = can(who.roles, isCase ? 'case.work' : 'report.screen');
  return can(who.roles, 'case.assign') || (own && takes) ? null : 'not-yours';
}

/** What a preview saw of a row: the act is done only while the row still says the same. Nothing in it is an answer. */
export function seenOf({
  version,
  state,
  level,
  assignedTo,
}: Pick<BulkSubject, 'version' | 'state' | 'level' | 'assignedTo'>): string {
  return version === null ? [state, level, assignedTo ?? '-'].join('.') : `v${version}`;
}
