import 'server-only';
import { and, eq, isNotNull, isNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { caseReports, cases, clocks, levelChanges } from '@/db/schema/cases';
import { reports, reportUrgency } from '@/db/schema/reports';
import { now } from '@/lib/clock';
import { type ClockState, relevel } from '@/lib/clocks/clock-state';
import type { ClockKind } from '@/lib/clocks/durations';
import { type Stage, stageAt, stagesBetween } from '@/lib/clocks/escalation';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { tell } from '@/lib/notify/outbox/commands';
import { oneByOne } from '@/lib/one-by-one';
import type { Level } from '@/lib/urgency/levels';
import { type CaseRow, lockCase } from '../case-work/commands';
import { type ClockRow, clockColumns, clockState, startClock } from '../clock-keeping/commands';
import { casesBehindOnWord, followWord } from '../clock-keeping/word/commands';
import { followReports } from '../levels/commands';
import { refreshCase } from '../refreshing/commands';
import { letGoOfWork } from '../team/letting-go/commands';
import { reopenInDanger } from './danger/commands';
import { tellOfSetDays } from './dates/commands';
import { tellOfNews } from './news/commands';
import { type About, whomToTell } from './whom/queries';

const BATCH = 100;
const OPEN_REPORT = sql`${reports.state} in ('RECEIVED','SCREENING')`;

export type ClockRound = { started: number; met: number; followed: number; escalated: number };

/**
 * One round of the clocks, for whoever's scheduler calls it: takes work from who can no longer do it, starts the clocks of new reports, stops those whose wait is over, follows levels that
 * rose and contact that was barred, and tells who has to be told, also of a hold that is over and a re-contact that is due. Every part is safe beside itself, and finds nothing left when another was first.
 * What one part breaks on is logged, keeps none of the others from their work, and is thrown once all are done.
 */
export async function runClocks(db: Db): Promise<ClockRound> {
  const broken: unknown[] = [];
  const count = async (parts: Record<string, (db: Db) => Promise<number>>): Promise<number> => {
    let sum = 0;
    for (const [part, work] of Object.entries(parts))
      try {
        sum += await work(db);
      } catch (error) {
        log.error('clocks.part-failed', { part, ...describeError(error) });
        broken.push(error);
      }
    return sum;
  };
  await count({ letGoOfWork });
  const started = await count({ startReportClocks });
  await count({ reopenInDanger });
  const met = await count({ meetWhatHappened, followWords });
  const followed = await count({ followReportLevels, followCaseLevels });
  await count({ refreshBehind });
  const escalated = await count({ escalate, tellOfSetDays, tellOfNews });
  if (broken.length > 0) throw broken[0];
  return { started, met, followed, escalated };
}

/** A report that nobody has decided waits for its first look and for triage, from its receipt. */
async function startReportClocks(db: Db): Promise<number> {
  const fresh = await db
    .select({ id: reports.id, level: reports.level, receivedAt: reports.receivedAt })
    .from(reports)
    .leftJoin(clocks, and(eq(clocks.reportId, reports.id), eq(clocks.kind, 'TRIAGE')))
    .where(and(OPEN_REPORT, isNull(clocks.id)));
  for (const { id, level, receivedAt } of fresh)
    await withTransaction(db, async (tx) => {
      for (const kind of ['FIRST_LOOK', 'TRIAGE'] as const)
        await startClock(tx, { of: { reportId: id }, kind, level: level as Level, startedAt: receivedAt });
    });
  return fresh.length;
}

/**
 * First look: somebody opened it. Triage: it left screening. A report that was reopened waits for triage again, from its receipt as before.
 */
async function meetWhatHappened(db: Db): Promise<number> {
  // What staff recorded after a decision waits (lib/cases/report-facts/danger) until a person has changed the report's state or opened its case.
  const waits = sql`${clocks.kind} = 'TRIAGE' and ${clocks.startedAt} > ${reports.stateChangedAt}
    and not exists (select 1 from ${caseReports} join ${cases} on ${cases.id} = ${caseReports.caseId}
      where ${caseReports.reportId} = ${reports.id} and ${caseReports.unlinkedAt} is null
      and (${cases.state} <> 'CLOSED' or ${cases.closedAt} > ${clocks.startedAt}))`;
  // Asked of each running clock, so that it costs what is open and not what there ever was.
  const happened = sql`exists (select 1 from ${reports} where ${reports.id} = ${clocks.reportId}
    and ((not (${OPEN_REPORT}) and not (${waits})) or (${clocks.kind} = 'FIRST_LOOK' and ${reports.openedAt} is not null)))`;
  const done = await db
    .update(clocks)
    .set({ metAt: now(), nextStageAt: null })
    .where(and(isNull(clocks.metAt), isNotNull(clocks.reportId), happened))
    .returning({ id: clocks.id });
  await restartTriage(db);
  return done.length;
}

async function restartTriage(db: Db): Promise<void> {
  const again = await db
    .select({ clock: clocks, level: reports.level })
    .from(reports)
    .innerJoin(clocks, and(eq(clocks.reportId, reports.id), eq(clocks.kind, 'TRIAGE')))
    .where(and(OPEN_REPORT, isNotNull(clocks.metAt)));
  for (const { clock, level } of again) {
    const state = relevel(clockState(clock), level as Level, now());
    const stage = Math.min(clock.stage, stageAt(state, now())) as Stage;
    await db
      .update(clocks)
      .set({ ...clockColumns(state, stage), metAt: null })
      .where(eq(clocks.id, clock.id));
  }
}

/** Word was sent to a reporter, or nothing may be any more, or may be again. */
async function followWords(db: Db): Promise<number> {
  const behind = await casesBehindOnWord(db);
  return onCases(db, 'clocks.word-failed', behind, async (tx, row) => {
    await followWord(tx, row, now());
    await refreshCase(tx, row);
  });
}

/** Answers for how many cases it was done. */
const onCases = (
  db: Db,
  event: string,
  ids: readonly string[],
  work: (tx: Tx, row: CaseRow) => Promise<unknown>,
): Promise<number> =>
  oneByOne(event, 'case', ids, (id) =>
    withTransaction(db, async (tx) => {
      const row = await lockCase(tx, id);
      if (row) await work(tx, row);
      return row !== null;
    }),
  );

/** A report's level changed: the same start, another duration. */
async function followReportLevels(db: Db): Promise<number> {
  const moved = await db
    .select({ clock: clocks, level: reports.level })
    .from(clocks)
    .innerJoin(reports, eq(reports.id, clocks.reportId))
    .where(and(isNull(clocks.metAt), ne(clocks.level, reports.level)));
  for (const { clock, level } of moved) {
    const state = relevel(clockState(clock), level as Level, now());
    const stage = Math.min(clock.stage, stageAt(state, now())) as Stage;
    await db.update(clocks).set(clockColumns(state, stage)).where(eq(clocks.id, clock.id));
  }
  return moved.length;
}

/**
 * An open case whose own row is behind what hangs on it: a reporter has said since that contact is risky, or what is due is reckoned
 * otherwise than when the row was written. Whatever it came from, the next round puts it right.
 */
async function refreshBehind(db: Db): Promise<number> {
  const barred = sql`exists (select 1 from ${caseReports} join ${reports} on ${reports.id} = ${caseReports.reportId}
    where ${caseReports.caseId} = ${cases.id} and ${caseReports.unlinkedAt} is null
    and ${reports.contactRisk} = 'RISKY' and ${reports.contactReleasedAt} is null)`;
  const due = (kind: SQL) => sql`(select min(${clocks.dueAt}) from ${clocks}
    where ${clocks.caseId} = ${cases.id} and ${clocks.metAt} is null${kind})`;
  const held = sql`case when ${cases.state} = 'ON_HOLD' then ${cases.heldUntil} end`;
  const behind = await db
    .select({ id: cases.id })
    .from(cases)
    .where(
      sql`${cases.state} <> 'CLOSED' and ((not ${cases.doNotContact} and ${barred})
        or ${cases.nextDueAt} is distinct from least(${due(sql``)}, ${held})
        or ${cases.agencyDueAt} is distinct from ${due(sql` and ${clocks.kind} = 'AGENCY'`)})`,
    );
  const ids = behind.map(({ id }) => id);
  return onCases(db, 'clocks.refresh-failed', ids, (tx, row) => refreshCase(tx, row));
}

/**
 * A report in an open case came to another level than the case was computed from; or something was added to one after a person had set the
 * case's level.
 */
async function followCaseLevels(db: Db): Promise<number> {
  const settled = sql`coalesce((select max(${levelChanges.at}) from ${levelChanges}
    where ${levelChanges.caseId} = ${cases.id}), ${cases.openedAt})`;
  const added = sql`(${cases.levelManual} and exists (select 1 from ${caseReports}
    join ${reportUrgency} on ${reportUrgency.reportId} = ${caseReports.reportId}
    where ${caseReports.caseId} = ${cases.id} and ${caseReports.unlinkedAt} is null
    and ${reportUrgency.computedAt} > ${settled}))`;
  const told = await db
    .select({ id: cases.id })
    .from(cases)
    .where(sql`${cases.state} <> 'CLOSED' and ${added}`);
  const behind = await db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(caseReports, and(eq(caseReports.caseId, cases.id), isNull(caseReports.unlinkedAt)))
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(sql`${cases.state} <> 'CLOSED'`)
    .groupBy(cases.id)
    .having(sql`min(${reports.level}) <> ${cases.computedLevel}`);
  const both = [...new Set([...behind, ...told].map(({ id }) => id))];
  return oneByOne('clocks.follow-failed', 'case', both, (id) => followReports(db, id));
}

/** Tells of every clock that has come to a stage: 50 % to the assignee, 80 % to all supervisors, 100 % to who is on duty. */
async function escalate(db: Db): Promise<number> {
  let told = 0;
  for (;;) {
    const batch = await withTransaction(db, async (tx) => {
      const due = await tx
        .select()
        .from(clocks)
        .where(and(isNull(clocks.metAt), lte(clocks.nextStageAt, now())))
        .orderBy(clocks.nextStageAt)
        .limit(BATCH)
        .for('update', { skipLocked: true });
      for (const row of due) await tellOf(tx, row);
      return due.length;
    });
    told += batch;
    if (batch < BATCH) return told;
  }
}

async function tellOf(tx: Tx, row: ClockRow): Promise<void> {
  const state: ClockState = clockState(row);
  const stage = stageAt(state, now());
  for (const { percent, tell: first, otherwise } of stagesBetween(row.stage as Stage, stage)) {
    const about: About = row.caseId
      ? { kind: 'case', id: row.caseId }
      : { kind: 'report', id: row.reportId ?? '' };
    const of = row.returnId ? { ...about, returnId: row.returnId } : about;
    await tell(tx, {
      kind: 'CLOCK',
      staffIds: await whomToTell(tx, [first, otherwise], of),
      subject: about,
      detail: { clock: row.kind as ClockKind, percent, level: row.level },
      dedupe: `clock/${row.id}/${row.startedAt.getTime()}/${row.level}/${percent}`,
    });
  }
  await tx.update(clocks).set(clockColumns(state, stage)).where(eq(clocks.id, row.id));
}
