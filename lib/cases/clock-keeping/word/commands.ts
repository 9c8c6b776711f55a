import 'server-only';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseEvents, caseReports, cases, clocks } from '@/db/schema/cases';
import { messages, reports } from '@/db/schema/reports';
import { type ClockState, startFrom } from '@/lib/clocks/clock-state';
import type { Level } from '@/lib/urgency/levels';
import { changeClocks, holdClocks, meetClocks, relevelClocks, resumeClocks, startClock } from '../commands';

type CaseHead = { id: string; level: string; state: string };

/** From when a reporter waits for word: the receipt of their report, or that their case was opened again after it. */
const WAITS_FROM = sql`greatest(${reports.receivedAt}, (select max(${caseEvents.at}) from ${caseEvents}
  where ${caseEvents.caseId} = ${caseReports.caseId} and ${caseEvents.kind} = 'STATE' and ${caseEvents.fromCode} = 'CLOSED'))`;

/** Of a report in a case: its reporter may be written to, and has not been since they wait. */
export const waitsForWord = sql<boolean>`(${reports.state} <> 'WITHDRAWN'
  and (${reports.contactRisk} is distinct from 'RISKY' or ${reports.contactReleasedAt} is not null)
  and not exists (select 1 from ${messages} where ${messages.reportId} = ${reports.id}
    and ${messages.direction} = 'TO_REPORTER' and ${messages.sentAt} >= ${WAITS_FROM}))`;

/**
 * Word to the reporters of a case is waited for while any of them waits, from when the first of those began to. Called when reports, contact or
 * the case's state have changed, and by the round for what the floors below have done: a message, a withdrawal.
 */
export async function followWord(tx: Tx, row: CaseHead, at: Date): Promise<void> {
  if (row.state === 'CLOSED') return;
  const since = await waitedForSince(tx, row.id);
  if (!since) return meetClocks(tx, row.id, at, { kinds: ['WORD'] });
  const word = and(eq(clocks.caseId, row.id), eq(clocks.kind, 'WORD'));
  if ((await tx.$count(clocks, and(word, isNull(clocks.metAt)))) > 0) {
    const follow = (state: ClockState) => (state.kind === 'WORD' ? startFrom(state, since) : state);
    return changeClocks(tx, row.id, follow, at);
  }
  await startAgain(tx, row, since, at);
}

/** Whom nobody might write to for a while waits on as before, with what time a hold gave; anybody else from when they began to. */
async function startAgain(tx: Tx, row: CaseHead, since: Date, at: Date): Promise<void> {
  const word = and(eq(clocks.caseId, row.id), eq(clocks.kind, 'WORD'));
  const [before] = await tx
    .select({ id: clocks.id })
    .from(clocks)
    .where(and(word, isNotNull(clocks.metAt), eq(clocks.startedAt, since)))
    .orderBy(desc(clocks.metAt))
    .limit(1);
  const level = row.level as Level;
  if (before) await tx.update(clocks).set({ metAt: null }).where(eq(clocks.id, before.id));
  else await startClock(tx, { of: { caseId: row.id }, kind: 'WORD', level, startedAt: since });
  // What it missed while it was met: another level, the beginning or the end of a hold.
  await relevelClocks(tx, row.id, level, row.state === 'ON_HOLD', at);
  await (row.state === 'ON_HOLD' ? holdClocks(tx, row.id, at) : resumeClocks(tx, row.id, at));
}

async function waitedForSince(tx: Tx, caseId: string): Promise<Date | null> {
  const [found] = await tx
    .select({ since: sql<Date | string | null>`min(${WAITS_FROM})` })
    .from(caseReports)
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(and(eq(caseReports.caseId, caseId), isNull(caseReports.unlinkedAt), waitsForWord));
  return found?.since ? new Date(found.since) : null;
}

/** The open cases whose clock does not say what `followWord` would make of it. */
export async function casesBehindOnWord(db: Db): Promise<string[]> {
  const waited = sql`(select min(${WAITS_FROM}) from ${caseReports} join ${reports} on ${reports.id} = ${caseReports.reportId}
    where ${caseReports.caseId} = ${cases.id} and ${caseReports.unlinkedAt} is null and ${waitsForWord})`;
  const { rows } = (await db.execute(sql`select id from (
      select ${cases.id} as id, ${waited} as since from ${cases} where ${cases.state} <> 'CLOSED') as open
    left join lateral (select ${clocks.startedAt} as started, ${clocks.startedAt} + ${clocks.pausedMs} * interval '1 millisecond' as counts
      from ${clocks} where ${clocks.caseId} = open.id and ${clocks.kind} = 'WORD' and ${clocks.metAt} is null limit 1) as word on true
    where (since is null) <> (started is null) or since < started or since > counts`)) as unknown as {
    rows: { id: string }[];
  };
  return rows.map(({ id }) => id);
}
