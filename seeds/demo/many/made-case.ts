import { randomUUID } from 'node:crypto';
import { referrals } from '@/db/schema/agencies';
import {
  casePersons,
  caseReaders,
  caseReports,
  cases,
  caseTasks,
  clocks,
  personFacts,
  persons,
} from '@/db/schema/cases';
import { caseYear } from '@/lib/cases/case-number';
import type { CaseState, Disposition, Safety } from '@/lib/cases/code-lists';
import { personIn } from '@/lib/cases/person-records';
import { sealRow } from '@/lib/cases/places';
import { isAtRisk, SAFETY } from '@/lib/cases/safety';
import { DAY, HOUR, MINUTE } from '@/lib/clock';
import type { ReferralWords } from '@/lib/referrals/records';
import { caseTexts, personTexts } from '@/lib/search/searchable/texts';
import { mostUrgent } from '@/lib/urgency/standing';
import type { DataKey } from '@/lib/vault/seal';
import { CaseInMaking } from './case-in-making';
import { clockRow, type MadeReport } from './made-report';
import { indexed, type Making } from './making';
import { STAFF_WORDS } from './narratives';
import { byStaff } from './trail';

/** The workflow in its order; a case is as far along it as it came. */
const PATH = ['NEW', 'TRIAGED', 'VERIFYING', 'REFERRED', 'IN_ACTION', 'RESOLVING', 'AFTERCARE'] as const;
const ENDINGS: readonly (readonly [Disposition, number])[] = [
  ['RETURNED_SAFE', 30],
  ['RESCUED_REPATRIATED', 10],
  ['DEPORTED_RETURNED', 12],
  ['DETAINED_HANDED_CONSULAR', 8],
  ['NEVER_DEPARTED', 10],
  ['TRANSFERRED_OUT', 10],
  ['NO_IDENTIFIABLE_PERSON', 12],
  ['DUPLICATE_GROUPED', 8],
];

type ClockRow = typeof clocks.$inferInsert;
type Reached = ReadonlyMap<CaseState, Date>;
type Person = { row: typeof persons.$inferInsert; key: DataKey };

/** A case of these reports, the first of which it was made of. */
export async function makeCase(making: Making, made: readonly MadeReport[], open: boolean): Promise<void> {
  const { rows, chance, trail } = making;
  const [first] = made;
  if (!first) throw new Error('a case without a report');
  const work = new CaseInMaking(making, first.decidedAt);
  const openedAt = work.at;
  const level = mostUrgent(made.map((one) => one.level)) ?? first.level;
  joinReports(work, made);
  const far = chance.int(open ? 0 : 1, PATH.length - 1);
  const assigned = far > 0 || chance.of(0.4);
  work.pass(MINUTE, HOUR);
  if (assigned) work.note('ASSIGNED', { refId: work.worker });
  const person = await addPerson(work, first);
  const reached = walk(work, far);
  if (person && far > 1) establishSafety(work, person, far);
  if (chance.of(0.5)) work.note('NOTE', { words: { text: chance.pick(STAFF_WORDS.note) } });
  if (chance.of(open ? 0.5 : 0.15)) addTask(work, open);
  const referral = reached.has('REFERRED') ? addReferral(work, made, person, reached) : null;
  const end = finish(work, PATH[far] ?? 'NEW', open);

  const isSettled = person !== null && SAFETY[person.row.safety as Safety].settled;
  const running = clocksOf(work, made, { reached, referral, end, isSettled });
  const due = running.flatMap((one) => (one.metAt || !one.dueAt ? [] : [one]));
  const soonest = (all: readonly Pick<ClockRow, 'dueAt'>[]) =>
    all.flatMap((one) => one.dueAt ?? []).toSorted((one, other) => one.getTime() - other.getTime())[0] ??
    null;
  rows.add(clocks, ...running);
  const row: typeof cases.$inferInsert = {
    id: work.id,
    number: '',
    ...end,
    stateChangedAt: work.at,
    level,
    computedLevel: level,
    levelManual: false,
    points: Math.max(...made.map((one) => one.points)),
    province: first.province,
    openedAt,
    receivedAt: receiptOf(made),
    assignedTo: assigned ? work.worker : null,
    recontactAt: open && chance.of(0.15) ? new Date(making.at.getTime() + chance.int(-3, 20) * DAY) : null,
    legalHold: chance.of(0.01),
    safetyUnconfirmed: isAtRisk(person ? [person.row.safety as Safety] : [], level),
    doNotContact: made.some((one) => one.barred),
    nextDueAt: soonest([...due, { dueAt: end.heldUntil }]),
    agencyDueAt: soonest(due.filter((one) => one.kind === 'AGENCY')),
    version: far + 2,
  };
  rows.add(cases, row);
  making.unnumbered.push({ year: caseYear(openedAt), row });
  if (assigned) {
    const times = chance.int(1, 9);
    const reader = { caseId: work.id, staffId: work.worker, times };
    rows.add(caseReaders, { ...reader, firstReadAt: openedAt, lastReadAt: work.at });
    trail.note({ kind: 'case', id: work.id }, work.at, byStaff(work.worker), 'case.read');
  }
  if (work.said.length > 0)
    await indexed(
      making,
      { kind: 'case', id: work.id, at: openedAt },
      { texts: caseTexts(work.said), departs: null },
    );
}

const receiptOf = (made: readonly MadeReport[]) =>
  new Date(Math.min(...made.map((one) => one.receivedAt.getTime())));

function joinReports(work: CaseInMaking, made: readonly MadeReport[]): void {
  for (const [index, report] of made.entries()) {
    const by = report.screenedBy;
    if (index === 0) work.note('OPENED', { to: 'NEW', by });
    if (report.decidedAt > work.at) work.at = report.decidedAt;
    const row = { id: randomUUID(), caseId: work.id, reportId: report.id };
    work.making.rows.add(caseReports, { ...row, linkedBy: by, linkedAt: work.at });
    work.note('REPORT_LINKED', { refId: report.id, by });
  }
}

/** The person that the first report tells of, if it says who. */
async function addPerson(work: CaseInMaking, first: MadeReport): Promise<Person | null> {
  const identity = personIn(first.answers);
  if (!identity) return null;
  const { rows, trail } = work.making;
  const id = randomUUID();
  const key = work.newKey({ kind: 'person', id });
  const sealed = sealRow(key, 'persons', id, identity);
  const row = { id, safety: 'UNKNOWN', safetyAt: work.at, sealed, addedAt: work.at, version: 1 };
  rows.add(persons, row);
  rows.add(casePersons, { id: randomUUID(), caseId: work.id, personId: id, addedAt: work.at });
  work.note('PERSON_ADDED', { refId: id });
  trail.note({ kind: 'person', id }, work.at, byStaff(work.worker), 'person.added', { case: work.id });
  const texts = personTexts(identity, []);
  await indexed(work.making, { kind: 'person', id, at: work.at }, { texts, departs: null });
  return { row, key };
}

/** Along the workflow; answers when each state was reached. */
function walk(work: CaseInMaking, far: number): Reached {
  const reached = new Map<CaseState, Date>();
  for (const [index, to] of PATH.entries()) {
    const from = PATH[index - 1];
    if (!from || index > far) continue;
    work.pass(10 * MINUTE, index < 3 ? 6 * HOUR : 2 * DAY);
    work.note('STATE', { from, to });
    reached.set(to, work.at);
  }
  return reached;
}

function establishSafety(work: CaseInMaking, { row, key }: Person, far: number): void {
  const { rows, chance, trail } = work.making;
  const value: Safety =
    far > 4
      ? chance.pick(['RETURNED', 'AT_MISSION', 'RESCUED'])
      : chance.pick(['CONFINED', 'SIGNAL_ONLY', 'DETAINED_BY_STATE']);
  const fact = { value, source: 'AGENCY', confidence: 'MEDIUM', note: '' } as const;
  const id = randomUUID();
  rows.add(personFacts, {
    id,
    personId: row.id,
    axis: 'SAFETY',
    recordedBy: work.worker,
    recordedAt: work.at,
    sealed: sealRow(key, 'person_facts', id, fact),
  });
  work.note('SAFETY', { refId: id, from: row.safety, to: value });
  trail.note({ kind: 'person', id: row.id }, work.at, byStaff(work.worker), 'person.safety', {
    case: work.id,
  });
  row.safety = value;
  row.safetyAt = work.at;
}

function addTask(work: CaseInMaking, open: boolean): void {
  const { rows, chance, at } = work.making;
  const id = randomUUID();
  const words = { text: chance.pick(STAFF_WORDS.task) };
  rows.add(caseTasks, {
    id,
    caseId: work.id,
    ownerId: work.worker,
    dueAt: new Date((open ? at : work.at).getTime() + chance.int(-1, 5) * DAY),
    sealed: sealRow(work.key, 'case_tasks', id, words),
    createdBy: work.worker,
    createdAt: work.at,
    doneBy: open ? null : work.worker,
    doneAt: open ? null : work.at,
  });
  work.said.push(words);
  work.note('TASK', { refId: id });
  if (!open) work.note('TASK_DONE', { refId: id });
}

type Referral = { id: string; sentAt: Date; answeredAt: Date | null };

/** One hand-over of everything in the case; the agency has answered once action began. */
function addReferral(
  work: CaseInMaking,
  made: readonly MadeReport[],
  person: Person | null,
  reached: Reached,
): Referral {
  const { rows, chance, tools } = work.making;
  const id = randomUUID();
  const sentAt = reached.get('REFERRED') ?? work.at;
  const answeredAt = reached.get('IN_ACTION') ?? null;
  const state = answeredAt ? 'ACKNOWLEDGED' : 'SENT';
  const words: ReferralWords = {
    message: chance.pick(STAFF_WORDS.note),
    reportIds: made.map((one) => one.id),
    personIds: person ? [person.row.id] : [],
  };
  work.said.push({ message: words.message });
  rows.add(referrals, {
    id,
    caseId: work.id,
    agencyId: chance.pick(tools.agencies),
    serial: 1,
    state,
    stateChangedAt: answeredAt ?? sentAt,
    basis: 'LIFE_IN_DANGER',
    mask: 'FULL',
    writtenBy: work.worker,
    createdAt: sentAt,
    sentAt,
    acknowledgedAt: answeredAt,
    sealed: sealRow(work.key, 'referrals', id, words),
    version: 1,
  });
  work.note('REFERRAL', { refId: id, from: 'DRAFT', to: 'SENT' });
  if (answeredAt) work.note('REFERRAL', { refId: id, from: 'SENT', to: state });
  return { id, sentAt, answeredAt };
}

type End = Pick<typeof cases.$inferInsert, 'state' | 'heldFrom' | 'heldUntil' | 'disposition' | 'closedAt'>;

/** Closed, or where it is now, here and there on hold. */
function finish(work: CaseInMaking, state: CaseState, open: boolean): End {
  const { chance, at } = work.making;
  const held = open && state !== 'NEW' && chance.of(0.08);
  if (open && !held) return { state, heldFrom: null, heldUntil: null, disposition: null, closedAt: null };
  work.pass(HOUR, open ? DAY : 20 * DAY);
  const to = held ? 'ON_HOLD' : 'CLOSED';
  work.note('STATE', { from: state, to, words: { reason: chance.pick(STAFF_WORDS.reason) } });
  return {
    state: to,
    heldFrom: held ? state : null,
    heldUntil: held ? new Date(at.getTime() + chance.int(1, 14) * DAY) : null,
    disposition: held ? null : chance.weighted(ENDINGS),
    closedAt: held ? null : work.at,
  };
}

function clocksOf(
  work: CaseInMaking,
  made: readonly MadeReport[],
  {
    reached,
    referral,
    end,
    isSettled,
  }: { reached: Reached; referral: Referral | null; end: End; isSettled: boolean },
): ClockRow[] {
  const { making } = work;
  const level = mostUrgent(made.map((one) => one.level)) ?? 'U5';
  const paused = end.heldFrom ? work.at : null;
  const clock = (
    kind: Parameters<typeof clockRow>[2],
    startedAt: Date,
    met: Date | null,
    referralId?: string,
  ) => {
    const of = { caseId: work.id, ...(referralId ? { referralId } : {}) };
    return clockRow(making, of, kind, level, startedAt, end.closedAt ?? met, paused);
  };
  const start = receiptOf(made);
  const waiting = made.filter((one) => !one.barred && !one.answered);
  return [
    clock('TRIAGE', start, reached.get('TRIAGED') ?? null),
    clock('REFERRAL', start, reached.get('REFERRED') ?? null),
    clock('WORD', waiting.length > 0 ? receiptOf(waiting) : start, waiting.length > 0 ? null : work.at),
    clock('REASSESS', work.at, isSettled ? work.at : null),
    ...(referral ? [clock('AGENCY', referral.sentAt, referral.answeredAt, referral.id)] : []),
  ];
}
