import 'server-only';
import { and, asc, eq, gt, not } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { keptMessages, messages, reportSections, reports, reportTransitions } from '@/db/schema/reports';
import type { ReporterKind } from '@/lib/urgency/answers';
import { openDataKey } from '@/lib/vault/commands';
import { type DataKey, open } from '@/lib/vault/seal';
import { keyedDigest } from '@/lib/vault/secrets';
import type { ReportState } from '../code-lists';
import { isConsentChange } from '../merge-parts';
import { COMPARTMENT, type SectionId } from '../questionnaire';
import { type RequestDecision, type RequestKind, readRequests } from '../requests/queries';
import { openSections } from '../stored/queries';

export type MailboxMessage = {
  id: string;
  direction: 'TO_REPORTER' | 'FROM_REPORTER';
  text: string;
  sentAt: Date;
};
/** What was asked for, and once decided, what staff answered, as far as word may go to the reporter. */
export type MailboxRequest = {
  id: string;
  kind: RequestKind;
  /** A withdrawal that asks for erasing as well. */
  erase: boolean;
  askedAt: Date;
  decision: RequestDecision | null;
  decidedAt: Date | null;
  answer: string | null;
};
/** What the holder of a receipt code sees: states and dates, and the messages both ways. */
export type Mailbox = {
  reportId: string;
  reference: string;
  receivedAt: Date;
  state: ReportState;
  history: { state: ReportState; at: Date }[];
  messages: MailboxMessage[];
  /** What its reporter added after sending, oldest first: when, and which pages; what somebody was made to do is not named. */
  additions: { at: Date; sections: SectionId[] }[];
  requests: MailboxRequest[];
  kind: ReporterKind;
  /** What was typed and could not be taken. */
  kept: string;
};

export const messagePlace = (id: string) => ({ table: 'messages', row: id, column: 'sealed' });

/** The report a receipt code opens, or null. One look-up by digest, whatever the code. */
export async function findByReceipt(db: Db, code: string): Promise<string | null> {
  const digest = await keyedDigest(db, 'receipt', code);
  const [row] = await db.select({ id: reports.id }).from(reports).where(eq(reports.receiptDigest, digest));
  return row?.id ?? null;
}

/** A report's mailbox, or null when there is no such report. */
export async function readMailbox(db: Db, reportId: string): Promise<Mailbox | null> {
  const [report] = await db.select().from(reports).where(eq(reports.id, reportId));
  if (!report) return null;
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  const changes = await db
    .select({ state: reportTransitions.toState, at: reportTransitions.changedAt })
    .from(reportTransitions)
    .where(eq(reportTransitions.reportId, reportId))
    .orderBy(asc(reportTransitions.changedAt));
  return {
    reportId,
    reference: report.reference,
    receivedAt: report.receivedAt,
    state: report.state as ReportState,
    history: [
      { state: 'RECEIVED', at: report.receivedAt },
      ...changes.map((change) => ({ ...change, state: change.state as ReportState })),
    ],
    messages: await readMessages(db, reportId),
    additions: await readAdditions(db, reportId, key),
    requests: (await readRequests(db, reportId, key)).map((request) => ({
      id: request.id,
      kind: request.kind,
      erase: request.erase ?? false,
      askedAt: request.askedAt,
      decision: request.decision,
      decidedAt: request.decidedAt,
      answer: request.answer?.toReporter ? request.answer.text : null,
    })),
    kind: report.kind as ReporterKind,
    kept: await readKept(db, reportId),
  };
}

async function readAdditions(db: Db, reportId: string, key: DataKey): Promise<Mailbox['additions']> {
  const changes = (await openSections(db, reportId, key)).filter(isConsentChange).map(({ part }) => part);
  const rows = await db
    .select({ part: reportSections.part, section: reportSections.section, at: reportSections.addedAt })
    .from(reportSections)
    .where(
      and(eq(reportSections.reportId, reportId), gt(reportSections.part, 0), not(reportSections.byStaff)),
    )
    .orderBy(asc(reportSections.part), asc(reportSections.section));
  const parts = [...new Set(rows.map(({ part }) => part))].filter((part) => !changes.includes(part));
  return parts.map((part) => {
    const mine = rows.filter((row) => row.part === part);
    const named = mine
      .map(({ section }) => section as SectionId)
      .filter((section) => section !== COMPARTMENT);
    return { at: mine[0]?.at ?? new Date(0), sections: named };
  });
}

export const keptPlace = (reportId: string) => ({ table: 'kept_messages', row: reportId, column: 'sealed' });

async function readKept(db: Db, reportId: string): Promise<string> {
  const [row] = await db.select().from(keptMessages).where(eq(keptMessages.reportId, reportId));
  if (!row) return '';
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  return open<{ text: string }>(key, keptPlace(reportId), row.sealed).text;
}

/** All messages of a report, oldest first. */
export async function readMessages(db: Db, reportId: string): Promise<MailboxMessage[]> {
  const rows = await db
    .select()
    .from(messages)
    .where(eq(messages.reportId, reportId))
    .orderBy(asc(messages.sentAt), asc(messages.id));
  if (rows.length === 0) return [];
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  return rows.map(({ id, direction, sealed, sentAt }) => ({
    id,
    direction: direction as MailboxMessage['direction'],
    text: open<{ text: string }>(key, messagePlace(id), sealed).text,
    sentAt,
  }));
}
