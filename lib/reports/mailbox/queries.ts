import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { keptMessages, messages, reports, reportTransitions } from '@/db/schema/reports';
import { openDataKey } from '@/lib/vault/commands';
import { open } from '@/lib/vault/seal';
import { keyedDigest } from '@/lib/vault/secrets';
import type { ReportState } from '../code-lists';

export type MailboxMessage = {
  id: string;
  direction: 'TO_REPORTER' | 'FROM_REPORTER';
  text: string;
  sentAt: Date;
};
/** What the holder of a receipt code sees: states and dates, and the messages both ways. */
export type Mailbox = {
  reportId: string;
  reference: string;
  receivedAt: Date;
  state: ReportState;
  history: { state: ReportState; at: Date }[];
  messages: MailboxMessage[];
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
    kept: await readKept(db, reportId),
  };
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
