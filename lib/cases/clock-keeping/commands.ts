import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { agencies, referrals } from '@/db/schema/agencies';
import { casePersons, clocks, persons } from '@/db/schema/cases';
import { returnPersons, returns } from '@/db/schema/returns';
import { HOUR } from '@/lib/clock';
import { type ClockState, dueOf, pause, relevel, restart, resume } from '@/lib/clocks/clock-state';
import type { ClockKind } from '@/lib/clocks/durations';
import { nextStageAt, type Stage, stageAt } from '@/lib/clocks/escalation';
import type { Level } from '@/lib/urgency/levels';
import type { Safety } from '../code-lists';
import { OPEN_RETURN_STATES } from '../return-transitions';
import { SAFETY } from '../safety';

export type ClockRow = typeof clocks.$inferSelect;

export const clockState = (row: ClockRow): ClockState => ({
  kind: row.kind as ClockKind,
  level: row.level as Level,
  startedAt: row.startedAt,
  pausedAt: row.pausedAt,
  pausedMs: row.pausedMs,
  ownMs: row.ownMs,
});

/** What of a clock's row follows from its state and the stage that was told last. */
export const clockColumns = (state: ClockState, stage: Stage) => ({
  ...state,
  dueAt: dueOf(state),
  stage,
  nextStageAt: nextStageAt(state, stage),
});

export type NewClock = {
  of: { caseId: string; referralId?: string; returnId?: string } | { reportId: string };
  kind: ClockKind;
  level: Level;
  startedAt: Date;
  ownMs?: number | null;
};

/** Starts a clock; a report has one of a kind, whoever starts it. */
export async function startClock(tx: Tx, clock: NewClock): Promise<void> {
  const { of, kind, level, startedAt, ownMs = null } = clock;
  const state = { kind, level, startedAt, pausedAt: null, pausedMs: 0, ownMs };
  await tx
    .insert(clocks)
    .values({ id: randomUUID(), ...of, ...clockColumns(state, 0) })
    .onConflictDoNothing();
}

/** An agency's own time to say that it has a hand-over. What is waited for already keeps the time that it was sent under. */
export const ownTime = (ackHours: number | null): number | null => ackHours && ackHours * HOUR;

/** The clocks of a new case count from when the first report was received; re-assessment from now. */
export async function startCaseClocks(
  tx: Tx,
  row: { id: string; level: Level; receivedAt: Date },
  at: Date,
): Promise<void> {
  for (const kind of ['TRIAGE', 'REFERRAL', 'WORD'] as const)
    await startClock(tx, { of: { caseId: row.id }, kind, level: row.level, startedAt: row.receivedAt });
  await startClock(tx, { of: { caseId: row.id }, kind: 'REASSESS', level: row.level, startedAt: at });
}

/** The states of a hand-over that an agency has and has not ended; lib/referrals, which stands above, tells of all of them. */
const WITH_AGENCY = ['SENT', 'DELIVERED', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_ACTION'];

/** Whether an agency has a case in hand. */
export const isWithAgency = async (tx: Tx, caseId: string): Promise<boolean> =>
  (await tx.$count(
    referrals,
    and(eq(referrals.caseId, caseId), inArray(referrals.state, [...WITH_AGENCY])),
  )) > 0;

/**
 * The clocks of a case that is open again: triage, re-assessment unless everybody is settled and, where no agency is at work on it, referral from now; what it has been waiting for
 * all the while, agencies' word and the return of its people, from when that began. Word to its reporters: word/commands.ts.
 */
export async function startReopenedClocks(
  tx: Tx,
  row: { id: string; level: string },
  at: Date,
): Promise<void> {
  const level = row.level as Level;
  const again: ClockKind[] = ['TRIAGE'];
  if (!areSettled(await seenIn(tx, row.id))) again.push('REASSESS');
  if (!(await isWithAgency(tx, row.id))) again.push('REFERRAL');
  for (const kind of again) await startClock(tx, { of: { caseId: row.id }, kind, level, startedAt: at });
  // AWAITING_WORD of lib/referrals, which stands above.
  const silent = and(eq(referrals.caseId, row.id), inArray(referrals.state, ['SENT', 'DELIVERED']));
  const waiting = await tx
    .select({ id: referrals.id, sentAt: referrals.sentAt, ackHours: agencies.ackHours })
    .from(referrals)
    .innerJoin(agencies, eq(agencies.id, referrals.agencyId))
    .where(silent);
  for (const { id, sentAt, ackHours } of waiting)
    await startClock(tx, {
      ...{ of: { caseId: row.id, referralId: id }, kind: 'AGENCY', level },
      ...{ startedAt: sentAt ?? at, ownMs: ownTime(ackHours) },
    });
  const open = await tx
    .selectDistinct({ id: returns.id, decidedAt: returns.decidedAt })
    .from(returnPersons)
    .innerJoin(returns, eq(returns.id, returnPersons.returnId))
    .where(
      and(
        eq(returnPersons.caseId, row.id),
        isNull(returnPersons.removedAt),
        inArray(returns.state, [...OPEN_RETURN_STATES]),
      ),
    );
  for (const { id, decidedAt } of open)
    await startClock(tx, {
      of: { caseId: row.id, returnId: id },
      kind: 'RETURN',
      level,
      startedAt: decidedAt,
    });
}

type Seen = { safety: Safety; safetyAt: Date };

/** What is known of the safety of everybody in a case, and since when. */
async function seenIn(tx: Tx, caseId: string): Promise<Seen[]> {
  const rows = await tx
    .select({ safety: persons.safety, safetyAt: persons.safetyAt })
    .from(casePersons)
    .innerJoin(persons, eq(persons.id, casePersons.personId))
    .where(and(eq(casePersons.caseId, caseId), isNull(casePersons.removedAt)));
  return rows.map(({ safety, safetyAt }) => ({ safety: safety as Safety, safetyAt }));
}

/** Nothing more is to be asked of anybody. Where nobody is known yet, everything is. */
const areSettled = (people: readonly Seen[]) =>
  people.length > 0 && people.every(({ safety }) => SAFETY[safety].settled);

/** Writes what became of a case's running clocks. */
export async function changeClocks(
  tx: Tx,
  caseId: string,
  next: (state: ClockState) => ClockState,
  at: Date,
): Promise<void> {
  const running = and(eq(clocks.caseId, caseId), isNull(clocks.metAt));
  for (const row of await tx.select().from(clocks).where(running).for('update')) {
    const state = next(clockState(row));
    // A clock that was given more time tells its stages again when it comes to them.
    const stage = Math.min(row.stage, stageAt(state, at)) as Stage;
    await tx.update(clocks).set(clockColumns(state, stage)).where(eq(clocks.id, row.id));
  }
}

export const holdClocks = (tx: Tx, caseId: string, at: Date) =>
  changeClocks(tx, caseId, (state) => pause(state, at), at);

export const resumeClocks = (tx: Tx, caseId: string, at: Date) =>
  changeClocks(tx, caseId, (state) => resume(state, at), at);

/** Another level: the same start, another duration. A case on hold that leaves U1 stands still again, as its hold says. */
export const relevelClocks = (tx: Tx, caseId: string, level: Level, onHold: boolean, at: Date) =>
  changeClocks(
    tx,
    caseId,
    (state) => {
      const moved = relevel(state, level, at);
      return onHold ? pause(moved, at) : moved;
    },
    at,
  );

/**
 * Who is in a case, or their status, has changed. The next re-assessment counts from the longest ago that anybody in it was seen who is not settled,
 * unless it counts from later already: one person's news says nothing of the others. It stops while everybody is settled, and starts again with
 * whoever no longer is.
 */
export async function followReassessment(
  tx: Tx,
  row: { id: string; level: string; state: string },
  at: Date,
): Promise<void> {
  if (row.state === 'CLOSED') return;
  const people = await seenIn(tx, row.id);
  if (areSettled(people)) return meetClocks(tx, row.id, at, { kinds: ['REASSESS'] });
  const open = people.filter(({ safety }) => !SAFETY[safety].settled);
  const since = new Date(Math.min(at.getTime(), ...open.map(({ safetyAt }) => safetyAt.getTime())));
  const running = and(eq(clocks.caseId, row.id), eq(clocks.kind, 'REASSESS'), isNull(clocks.metAt));
  if ((await tx.$count(clocks, running)) === 0) {
    await startClock(tx, {
      of: { caseId: row.id },
      kind: 'REASSESS',
      level: row.level as Level,
      startedAt: since,
    });
    if (row.state === 'ON_HOLD') await holdClocks(tx, row.id, at);
    return;
  }
  if (open.length === 0) return;
  await changeClocks(
    tx,
    row.id,
    (state) => {
      const isLater = since.getTime() > state.startedAt.getTime() + state.pausedMs;
      return state.kind === 'REASSESS' && isLater ? restart(state, since) : state;
    },
    at,
  );
}

/** What these clocks wait for has happened. Without kinds: all of them, because the case is closed. */
export async function meetClocks(
  tx: Tx,
  caseId: string,
  at: Date,
  which: { kinds?: readonly ClockKind[]; referralId?: string; returnId?: string } = {},
): Promise<void> {
  await tx
    .update(clocks)
    .set({ metAt: at, nextStageAt: null })
    .where(
      and(
        eq(clocks.caseId, caseId),
        isNull(clocks.metAt),
        which.kinds ? inArray(clocks.kind, [...which.kinds]) : undefined,
        which.referralId ? eq(clocks.referralId, which.referralId) : undefined,
        which.returnId ? eq(clocks.returnId, which.returnId) : undefined,
      ),
    );
}

/** What a report waited for, first look and triage, is over once it is in a case. */
export async function meetReportClocks(tx: Tx, reportId: string, at: Date): Promise<void> {
  await tx
    .update(clocks)
    .set({ metAt: at, nextStageAt: null })
    .where(and(eq(clocks.reportId, reportId), isNull(clocks.metAt)));
}
