import 'server-only';
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { casePersons, caseReports, cases, persons } from '@/db/schema/cases';
import { drafts } from '@/db/schema/drafts';
import { reports } from '@/db/schema/reports';
import { returnPersons, returns } from '@/db/schema/returns';
import { type Refusal, refuse } from '@/lib/errors';

export type ReportRow = typeof reports.$inferSelect;
export type CaseRow = typeof cases.$inferSelect;

/**
 * Why something stays. `held`: a legal hold lies on it, or on a case that it is or was in. `unread`: nobody has looked at the report. `in-case`: the
 * case that it is in goes on. `open`: the case is not closed. `in-return`: somebody is still to come home through it. `moved`: it was being put
 * elsewhere at this moment.
 */
export type Stays = 'unknown' | 'held' | 'unread' | 'in-case' | 'open' | 'in-return' | 'moved';

/** What goes together, locked. */
export type Locked = {
  ok: true;
  reports: ReportRow[];
  cases: CaseRow[];
  persons: string[];
  /** Operations that lose somebody by it: those that nobody is part of then go too. */
  returns: string[];
};

/**
 * Locks a report and every case that it is or was in, the cases first, as everything that locks both does: who sets a hold holds the case's row (or the
 * report's), so that either the hold is seen here or what it was to hold is gone.
 */
export async function lockReport(tx: Tx, id: string): Promise<Locked | Refusal<Stays>> {
  const found = await lockReports(tx, [id], []);
  if (!found.ok) return found;
  const [report] = found.reports;
  if (!report) return refuse('unknown');
  if (report.state === 'RECEIVED') return refuse('unread');
  const [current] = await tx
    .select({ state: cases.state })
    .from(caseReports)
    .innerJoin(cases, eq(cases.id, caseReports.caseId))
    .where(and(eq(caseReports.reportId, id), isNull(caseReports.unlinkedAt)));
  if (current && current.state !== 'CLOSED') return refuse('in-case');
  return { ok: true, reports: [report], cases: [], persons: [], returns: [] };
}

/** Locks a closed case with the reports in it, and the people who are in no other case. */
export async function lockClosedCase(tx: Tx, id: string): Promise<Locked | Refusal<Stays>> {
  const inIt = await tx
    .select({ id: caseReports.reportId })
    .from(caseReports)
    .where(and(eq(caseReports.caseId, id), isNull(caseReports.unlinkedAt)));
  const ids = inIt.map((row) => row.id);
  const found = await lockReports(tx, ids, [id]);
  if (!found.ok) return found;
  const row = found.cases.find((one) => one.id === id);
  if (!row) return refuse('unknown');
  if (row.state !== 'CLOSED') return refuse('open');
  const now = await tx
    .select({ id: caseReports.reportId })
    .from(caseReports)
    .where(and(eq(caseReports.caseId, id), isNull(caseReports.unlinkedAt)));
  if (now.length !== ids.length || now.some((one) => !ids.includes(one.id))) return refuse('moved');
  const operations = await lockReturns(tx, returnPersons.caseId, id);
  if (!operations.ok) return operations;
  const people = await tx
    .selectDistinct({ id: casePersons.personId })
    .from(casePersons)
    .where(eq(casePersons.caseId, id));
  const alone = await lockPeople(
    tx,
    people.map((one) => one.id),
  );
  return { ok: true, reports: found.reports, cases: [row], persons: alone, returns: operations.ids };
}

/** Locks a person all of whose cases are closed and not held. */
export async function lockPerson(tx: Tx, id: string): Promise<Locked | Refusal<Stays>> {
  const theirs = await lockCases(tx, await caseIdsOf(tx, casePersons.personId, [id]));
  const [person] = await lockPeople(tx, [id]);
  if (!person) return refuse('unknown');
  const since = await caseIdsOf(tx, casePersons.personId, [id]);
  if (since.some((one) => !theirs.some((row) => row.id === one))) return refuse('moved');
  if (theirs.some((row) => row.legalHold)) return refuse('held');
  if (theirs.some((row) => row.state !== 'CLOSED')) return refuse('open');
  const operations = await lockReturns(tx, returnPersons.personId, id);
  if (!operations.ok) return operations;
  return { ok: true, reports: [], cases: [], persons: [id], returns: operations.ids };
}

/** Cases, then drafts, then reports, each in the order of their ids. */
async function lockReports(
  tx: Tx,
  ids: string[],
  besides: string[],
): Promise<{ ok: true; reports: ReportRow[]; cases: CaseRow[] } | Refusal<Stays>> {
  const known = await caseIdsOf(tx, caseReports.reportId, ids);
  const theirs = await lockCases(tx, [...new Set([...known, ...besides])]);
  if (ids.length === 0) return holds([], theirs);
  await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(or(inArray(drafts.reportId, ids), inArray(drafts.addsTo, ids)))
    .orderBy(asc(drafts.id))
    .for('update');
  const rows = await tx
    .select()
    .from(reports)
    .where(inArray(reports.id, ids))
    .orderBy(asc(reports.id))
    .for('update');
  // Whoever puts a report into a case locks the report: from here on it stays where it is.
  const since = await caseIdsOf(tx, caseReports.reportId, ids);
  if (since.some((one) => !known.includes(one))) return refuse('moved');
  return holds(rows, theirs);
}

const holds = (rows: ReportRow[], theirs: CaseRow[]) =>
  rows.some((one) => one.legalHold) || theirs.some((one) => one.legalHold)
    ? refuse('held' as const)
    : { ok: true as const, reports: rows, cases: theirs };

async function lockCases(tx: Tx, ids: string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  return tx.select().from(cases).where(inArray(cases.id, ids)).orderBy(asc(cases.id)).for('update');
}

async function lockPeople(tx: Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(inArray(persons.id, ids))
    .orderBy(asc(persons.id))
    .for('update');
  return rows.map((row) => row.id);
}

/** The operations that somebody of the case, or this person, is part of; none may still be under way. */
async function lockReturns(
  tx: Tx,
  by: PgColumn,
  id: string,
): Promise<{ ok: true; ids: string[] } | Refusal<'in-return'>> {
  const rows = await tx
    .select({ id: returns.id, state: returns.state })
    .from(returns)
    .where(
      inArray(returns.id, tx.select({ id: returnPersons.returnId }).from(returnPersons).where(eq(by, id))),
    )
    .orderBy(asc(returns.id))
    .for('update');
  if (rows.some(({ state }) => state === 'PLANNED' || state === 'UNDERWAY')) return refuse('in-return');
  return { ok: true, ids: rows.map((row) => row.id) };
}

/** Every case that these reports or people are in, or were. */
async function caseIdsOf(tx: Tx, by: PgColumn, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const table = by.table === caseReports ? caseReports : casePersons;
  const rows = await tx.selectDistinct({ id: table.caseId }).from(table).where(inArray(by, ids));
  return rows.map((row) => row.id);
}
