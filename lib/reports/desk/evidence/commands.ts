import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { notes } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { listReportFiles, type OpenVariant, openVariant } from '@/lib/evidence/queries';
import { viewerOf } from '@/lib/evidence/shown';
import { readTextPart, type TextPart } from '@/lib/evidence/text-part';
import { maskResidentNumbers } from '@/lib/resident-number';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { messageProblem } from '../../mailbox/commands';
import { isReference } from '../../reference-shape';
import { SHORTEST_REASON } from '../compartment/commands';
import { lockReportFor } from '../recusal/queries';
import { submissionKeyOf } from '../submission-key';
import { findShown } from './queries';

/** A file handed out at the desk. Its name says which report and which file, and nothing that the reporter wrote. */
export type HandedOut = { file: OpenVariant; name: string };

type FilePlace = { reference: string; fileId: string };

/**
 * Opens what was drawn anew from a picture, for whoever reads the report. Recorded before the first byte goes out. Null when there is no such
 * report, file or copy, or it is not theirs to read.
 */
export async function openCopy(
  db: Db,
  actor: StaffActor,
  { reference, fileId }: FilePlace,
  variant: 'COPY' | 'THUMBNAIL',
): Promise<HandedOut | null> {
  if (!can(actor.roles, 'report.read') || !isReference(reference)) return null;
  const found = await withAudit(db, async (tx, record) => {
    const file = await findFile(tx, actor, reference, fileId);
    if (!file || !(await openVariant(tx, fileId, variant))) return null;
    const detail = { file: fileId, variant };
    await record(
      { kind: 'report', id: file.reportId },
      { kind: 'staff', id: actor.id },
      'report.evidence.read',
      detail,
    );
    return file;
  });
  // The bytes are read outside the transaction, as the browser takes them: a slow line must not hold the report's row.
  const opened = found && (await openVariant(db, fileId, variant));
  return opened ? { file: opened, name: `${reference}-${found.number}-copy.${opened.extension}` } : null;
}

/**
 * One part of a text, as plain text in which resident registration numbers are hidden: what a copy is of a picture, for whoever reads the report.
 * Recorded like one, before it is shown; a part that there is not is no reading. Null when there is no such report, text or part, it is not theirs to read, or a scanner found something in it.
 */
export async function openText(
  db: Db,
  actor: StaffActor,
  { reference, fileId }: FilePlace,
  part: number,
): Promise<TextPart | null> {
  if (!can(actor.roles, 'report.read') || !isReference(reference)) return null;
  const file = await findShown(db, actor, { reference, fileId });
  const opened = file?.viewer === 'TEXT' ? await openVariant(db, fileId, 'ORIGINAL') : null;
  const shown = opened && (await readTextPart(opened.bytes, part));
  if (!shown) return null;
  return withAudit(db, async (tx, record) => {
    // Asked again under the lock: it is theirs still, and nothing was found in it meanwhile.
    const found = await findFile(tx, actor, reference, fileId);
    if (!found || !(await openVariant(tx, fileId, 'ORIGINAL'))) return null;
    await record(
      { kind: 'report', id: found.reportId },
      { kind: 'staff', id: actor.id },
      'report.evidence.read',
      { file: fileId, variant: 'TEXT', part },
    );
    return shown;
  });
}

type ReasonProblem = 'empty' | 'too-short' | 'too-long' | 'unreadable';
export type OpeningProblem = 'forbidden' | 'unknown' | ReasonProblem;
export type Opening = FilePlace & { text: string; submission: string };

/**
 * Opens an original: as it came, with everything the camera wrote, and with whatever else may be in it. The reason is kept as a note for every
 * reader of the report to see, and the audit says who opened which file under which note. Never one that a scanner found something in.
 */
export async function openOriginal(
  db: Db,
  actor: StaffActor,
  opening: Opening,
): Promise<({ ok: true } & HandedOut) | Refusal<OpeningProblem>> {
  const { reference, fileId } = opening;
  const found = await openForReason(db, actor, opening, 'evidence');
  if (!found.ok) return found;
  const opened = await openVariant(db, fileId, 'ORIGINAL');
  if (!opened) return refuse('unknown');
  return { ok: true, file: opened, name: `${reference}-${found.number}.${opened.extension}` };
}

/**
 * Keeps the reason for which an original leaves the store, whether it is taken away (`evidence`) or played (`recording`), and records that it
 * does. Answers the note's id and the file's place in the report.
 */
export async function openForReason(
  db: Db,
  actor: StaffActor,
  { reference, fileId, text, submission }: Opening,
  about: 'evidence' | 'recording',
): Promise<{ ok: true; note: string; number: number } | Refusal<OpeningProblem>> {
  if (!can(actor.roles, 'evidence.original')) return refuse('forbidden');
  if (!isReference(reference)) return refuse('unknown');
  const problem = messageProblem(text);
  if (problem) return problem;
  const clean = maskResidentNumbers(text.trim()).text;
  if ([...clean].length < SHORTEST_REASON) return refuse('too-short');
  const submissionKey = await submissionKeyOf(db, { reference, text: `${fileId}/${text}`, submission });
  return withAudit(db, async (tx, record) => {
    const file = await findFile(tx, actor, reference, fileId);
    if (!file || !(await openVariant(tx, fileId, 'ORIGINAL'))) return refuse('unknown');
    const isPlayed = file.viewer === 'AUDIO' || file.viewer === 'VIDEO';
    if (about === 'recording' && !isPlayed) return refuse('unknown');
    const { reportId, number } = file;
    const id = randomUUID();
    const key = await openDataKey(tx, { kind: 'report', id: reportId });
    const sealed = seal(key, { table: 'notes', row: id, column: 'sealed' }, { text: clean, about });
    const [stored] = await tx
      .insert(notes)
      .values({ id, reportId, authorId: actor.id, sealed, writtenAt: now(), submissionKey })
      .onConflictDoNothing({ target: notes.submissionKey })
      .returning({ id: notes.id });
    // The same form sent twice is one note and two openings.
    const note = stored?.id ?? (await noteUnder(tx, submissionKey));
    await record(
      { kind: 'report', id: reportId },
      { kind: 'staff', id: actor.id },
      about === 'recording' ? 'report.evidence.played' : 'report.evidence.original',
      { file: fileId, note },
    );
    return { ok: true as const, note, number };
  });
}

async function noteUnder(tx: Tx, submissionKey: string): Promise<string> {
  const [note] = await tx.select({ id: notes.id }).from(notes).where(eq(notes.submissionKey, submissionKey));
  if (!note) throw new Error('a note that was stored is not there');
  return note.id;
}

/** A file of the report, with its place in the report's list, counted from one. The report's row is locked, as for every reading. */
async function findFile(tx: Tx, actor: StaffActor, reference: string, fileId: string) {
  const report = await lockReportFor(tx, actor, reference);
  if (!report) return null;
  const files = await listReportFiles(tx, report.id);
  const at = files.findIndex(({ id }) => id === fileId);
  return at < 0 ? null : { reportId: report.id, number: at + 1, viewer: viewerOf(files[at]?.type ?? null) };
}
