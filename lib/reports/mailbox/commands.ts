import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { keptMessages, messages } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { maskResidentNumbers } from '@/lib/resident-number';
import { openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { keyedDigest } from '@/lib/vault/secrets';
import { isUnreadable, LONG_TEXT_LIMIT } from '../schema';
import { keptPlace, type MailboxMessage, messagePlace } from './queries';

type BadMessage = Refusal<'empty' | 'too-long' | 'unreadable'>;

/** A message from the reporter, by receipt code alone. The same submission key stores one, however often it is sent. */
export async function sendFromReporter(
  db: Db,
  reportId: string,
  typed: string,
  submissionKey: string,
): Promise<{ ok: true; masked: number } | BadMessage> {
  const problem = messageProblem(typed);
  if (problem) {
    await keepMessage(db, reportId, typed);
    return problem;
  }
  const { text, masked } = maskResidentNumbers(typed.trim());
  await appendFromReporter(db, reportId, text, submissionKey);
  await db.delete(keptMessages).where(eq(keptMessages.reportId, reportId));
  return { ok: true, masked };
}

/** Keeps what was typed, sealed and masked like a message, until a message is sent. */
export async function keepMessage(db: Db, reportId: string, typed: string): Promise<void> {
  if (typed.trim() === '') return;
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  const { text } = maskResidentNumbers(typed);
  const row = { sealed: seal(key, keptPlace(reportId), { text }), keptAt: now() };
  await db
    .insert(keptMessages)
    .values({ reportId, ...row })
    .onConflictDoUpdate({ target: keptMessages.reportId, set: row });
}

/** What keeps a text from being a message, either way. */
export function messageProblem(typed: string): BadMessage | null {
  if (typed.trim() === '') return refuse('empty');
  if (isUnreadable(typed)) return refuse('unreadable');
  return [...typed].length > LONG_TEXT_LIMIT ? refuse('too-long') : null;
}

/** Adds a text as the reporter's message. `submission` with the text makes the key under which it is stored once. */
export async function appendFromReporter(
  db: Db,
  reportId: string,
  text: string,
  submission: string,
): Promise<void> {
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  const id = randomUUID();
  const submissionKey = uuidFrom(await keyedDigest(db, 'message', `${reportId}/${submission}/${text}`));
  await withAudit(db, async (tx, record) => {
    const stored = await tx
      .insert(messages)
      .values({
        id,
        reportId,
        direction: 'FROM_REPORTER',
        sealed: seal(key, messagePlace(id), { text }),
        sentAt: now(),
        submissionKey,
      })
      .onConflictDoNothing({ target: messages.submissionKey })
      .returning({ id: messages.id });
    if (stored.length > 0)
      await record({ kind: 'report', id: reportId }, { kind: 'reporter', id: null }, 'message.received');
  });
}

/** Records that a receipt code opened the mailbox: once a time that the code is given, not at every look. */
export async function recordOpened(db: Db, reportId: string): Promise<void> {
  await withAudit(db, (_tx, record) =>
    record({ kind: 'report', id: reportId }, { kind: 'reporter', id: null }, 'mailbox.opened'),
  );
}

/** Notes that the holder of the receipt code was shown these messages from the desk, and no others that came meanwhile. */
export async function markRead(db: Db, shown: readonly MailboxMessage[]): Promise<void> {
  const ids = shown.filter(({ direction }) => direction === 'TO_REPORTER').map(({ id }) => id);
  if (ids.length === 0) return;
  await db
    .update(messages)
    .set({ readAt: now() })
    .where(and(inArray(messages.id, ids), isNull(messages.readAt)));
}

/** A UUID (version 8, RFC 9562) made of a digest. */
function uuidFrom(digest: Buffer): string {
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
