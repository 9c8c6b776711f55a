import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { messages } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { keyedDigest } from '@/lib/vault/secrets';
import { maskResidentNumbers } from '../resident-number';
import { isUnreadable, LONG_TEXT_LIMIT } from '../schema';
import { messagePlace } from './queries';

type BadMessage = Refusal<'empty' | 'too-long' | 'unreadable'>;

/** A message from the reporter, by receipt code alone. The same submission key stores one, however often it is sent. */
export async function sendFromReporter(
  db: Db,
  reportId: string,
  typed: string,
  submissionKey: string,
): Promise<{ ok: true; masked: number } | BadMessage> {
  const problem = messageProblem(typed);
  if (problem) return problem;
  const { text, masked } = maskResidentNumbers(typed.trim());
  await appendFromReporter(db, reportId, text, submissionKey);
  return { ok: true, masked };
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

/** Notes that the holder of the receipt code has seen what staff wrote, and that the mailbox was opened. */
export async function markRead(db: Db, reportId: string): Promise<void> {
  await withAudit(db, async (tx, record) => {
    await tx
      .update(messages)
      .set({ readAt: now() })
      .where(
        and(eq(messages.reportId, reportId), eq(messages.direction, 'TO_REPORTER'), isNull(messages.readAt)),
      );
    await record({ kind: 'report', id: reportId }, { kind: 'reporter', id: null }, 'mailbox.opened');
  });
}

/** A UUID (version 8, RFC 9562) made of a digest. */
function uuidFrom(digest: Buffer): string {
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
