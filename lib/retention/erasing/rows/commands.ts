import 'server-only';
import { and, eq, inArray, isNotNull, like, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { referrals } from '@/db/schema/agencies';
import { approvals } from '@/db/schema/approvals';
import {
  caseEvents,
  casePersons,
  caseReaders,
  caseRecusals,
  caseReports,
  cases,
  caseTasks,
  clocks,
  contactReleases,
  levelChanges,
  personFacts,
  persons,
} from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import {
  keptMessages,
  messages,
  notes,
  reportReaders,
  reportRecusals,
  reportRequests,
  reportSections,
  reports,
  reportTransitions,
  reportUrgency,
} from '@/db/schema/reports';
import { returnPersons, returns } from '@/db/schema/returns';
import { searchDocuments, searchDue } from '@/db/schema/search';
import { caseSites } from '@/db/schema/sites';
import { staffKeptTexts } from '@/db/schema/staff';
import { destroyReportEvidence } from '@/lib/evidence/destroying/commands';
import { destroyDraftsOf } from '@/lib/reports/draft/commands';
import { destroyHeldDataKeys } from '@/lib/vault/commands';
import type { ErasableKind } from '../../ledger/line';

/**
 * What hangs on each kind and goes with it: every column that points at it. A test holds this list against the schema, so that a new table
 * cannot be forgotten; evidence files and drafts go by their own commands, which destroy their keys.
 */
export const HANGS_ON: Readonly<Record<ErasableKind, readonly PgColumn[]>> = {
  report: [
    reportSections.reportId,
    reportUrgency.reportId,
    messages.reportId,
    keptMessages.reportId,
    notes.reportId,
    reportTransitions.reportId,
    reportReaders.reportId,
    reportRequests.reportId,
    reportRecusals.reportId,
    caseReports.reportId,
    levelChanges.reportId,
    contactReleases.reportId,
    clocks.reportId,
  ],
  case: [
    caseReports.caseId,
    casePersons.caseId,
    caseEvents.caseId,
    caseTasks.caseId,
    caseRecusals.caseId,
    caseReaders.caseId,
    levelChanges.caseId,
    clocks.caseId,
    caseSites.caseId,
    returnPersons.caseId,
    referrals.caseId,
  ],
  person: [personFacts.personId, casePersons.personId, caseSites.personId, returnPersons.personId],
  return: [returnPersons.returnId],
};

/** What each is by itself. */
export const ROW_OF: Readonly<Record<ErasableKind, PgColumn>> = {
  report: reports.id,
  case: cases.id,
  person: persons.id,
  return: returns.id,
};

/**
 * Erases one thing: its keys, so that nothing of it can be opened again here, and every row that hangs on it, its search tokens among them. `called`
 * is what addresses and forms call it by. Looks at no hold: the caller has, under a lock. Answers how many files went.
 */
export async function eraseRows(tx: Tx, kind: ErasableKind, id: string, called?: string): Promise<number> {
  const files = kind === 'report' ? await destroyReportEvidence(tx, id) : 0;
  if (kind === 'report') await destroyDraftsOf(tx, id);
  const owners = kind === 'report' ? (['report', 'compartment'] as const) : [kind];
  await destroyHeldDataKeys(
    tx,
    owners.map((owner) => ({ kind: owner, id })),
  );
  await leaveSearch(tx, kind, id);
  if (kind === 'person') await emptyTimelines(tx, id);
  await tx.delete(approvals).where(requestsAbout(kind, id));
  await tx.delete(outbox).where(and(eq(outbox.subjectKind, kind), eq(outbox.subjectId, id)));
  if (called) await forgetTypedAbout(tx, called);
  for (const column of HANGS_ON[kind]) await tx.delete(column.table).where(eq(column, id));
  await tx.delete(ROW_OF[kind].table).where(eq(ROW_OF[kind], id));
  return files;
}

/** What is due first: who indexes it at this moment holds that row, and what it then indexed goes with the rest. */
async function leaveSearch(tx: Tx, kind: ErasableKind, id: string): Promise<void> {
  await tx.delete(searchDue).where(and(eq(searchDue.ownerKind, kind), eq(searchDue.ownerId, id)));
  await tx
    .delete(searchDocuments)
    .where(and(eq(searchDocuments.ownerKind, kind), eq(searchDocuments.ownerId, id)));
}

/**
 * Empties what the timelines say of somebody, in words or codes: what was established of them, where they were, how they returned by themselves, how
 * they came and went, and what was answered to a request about them. That it was done, when and by whom stays, and that they were erased.
 * Those cases are indexed anew.
 */
async function emptyTimelines(tx: Tx, id: string): Promise<void> {
  const idOf = (column: PgColumn, where: SQL | undefined) =>
    tx.select({ id: column }).from(column.table).where(where);
  const returnsAlone = and(
    eq(returnPersons.personId, id),
    eq(returnPersons.caseId, caseEvents.caseId),
    sql`not exists (select 1 from ${returnPersons} other where other.return_id = ${returnPersons.returnId}
      and other.case_id = ${returnPersons.caseId} and other.person_id <> ${id})`,
  );
  const emptied = await tx
    .update(caseEvents)
    .set({ sealed: null, fromCode: null, toCode: null })
    .where(
      and(
        inArray(caseEvents.caseId, idOf(casePersons.caseId, eq(casePersons.personId, id))),
        notInArray(caseEvents.kind, ['APPROVAL_ASKED', 'PERSON_ERASED']),
        or(isNotNull(caseEvents.sealed), isNotNull(caseEvents.fromCode), isNotNull(caseEvents.toCode)),
        or(
          eq(caseEvents.refId, id),
          inArray(caseEvents.refId, idOf(personFacts.id, eq(personFacts.personId, id))),
          inArray(caseEvents.refId, idOf(caseSites.id, eq(caseSites.personId, id))),
          inArray(caseEvents.refId, idOf(approvals.id, requestsAbout('person', id))),
          inArray(caseEvents.refId, idOf(returnPersons.returnId, returnsAlone)),
        ),
      ),
    )
    .returning({ ownerId: caseEvents.caseId });
  for (const ownerId of new Set(emptied.map((one) => one.ownerId)))
    await tx.insert(searchDue).values({ ownerKind: 'case', ownerId }).onConflictDoNothing();
}

const requestsAbout = (kind: ErasableKind, id: string) =>
  and(eq(approvals.subjectKind, kind), eq(approvals.subjectId, id));

/** What staff had typed into a form about it and lost a session over; the place names the report or the case. */
async function forgetTypedAbout(tx: Tx, called: string): Promise<void> {
  await tx
    .delete(staffKeptTexts)
    .where(or(like(staffKeptTexts.place, `%/${called}`), like(staffKeptTexts.place, `%/${called}/%`)));
}

/** Of these people, those whom no case names any more. */
export async function inNoCase(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(
        inArray(persons.id, [...ids]),
        sql`not exists (select 1 from ${casePersons} where ${casePersons.personId} = ${persons.id})`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Of these return operations, those that nobody is part of any more. */
export async function withNobody(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(
      and(
        inArray(returns.id, [...ids]),
        sql`not exists (select 1 from ${returnPersons} where ${returnPersons.returnId} = ${returns.id})`,
      ),
    );
  return rows.map(({ id }) => id);
}
