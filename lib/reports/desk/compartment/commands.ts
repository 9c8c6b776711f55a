import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { notes } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { wasRecorded } from '@/lib/audit/queries';
import { MINUTE, now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { maskResidentNumbers } from '@/lib/resident-number';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { ReporterKind } from '@/lib/urgency/answers';
import { openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { messageProblem } from '../../mailbox/commands';
import type { SectionAnswers } from '../../posted';
import { isReference } from '../../reference-shape';
import { hasCompartment, openCompartmentAnswers } from '../../stored/queries';
import type { Writing } from '../commands';
import { lockReportFor } from '../recusal/queries';
import { submissionKeyOf } from '../submission-key';

/** A reason is a sentence: whoever reads the notes has to understand it. */
export const SHORTEST_REASON = 10;
/** How long an opening waits to be read. */
const OPEN_FOR = 5 * MINUTE;

type ReasonProblem = 'empty' | 'too-short' | 'too-long' | 'unreadable';

/**
 * Opens what a person was made to do, for one reading: the reason is kept as a note, sealed and for every reader of the report to see, and the
 * audit says that it was opened, by whom, and under which note. Answers the opening's id.
 */
export async function openCompartment(
  db: Db,
  actor: StaffActor,
  writing: Writing,
): Promise<{ ok: true; opening: string; masked: number } | Refusal<'forbidden' | 'unknown' | ReasonProblem>> {
  const { reference, text } = writing;
  if (!can(actor.roles, 'report.compartment')) return refuse('forbidden');
  const problem = messageProblem(text);
  if (problem) return problem;
  const clean = maskResidentNumbers(text.trim());
  if ([...clean.text].length < SHORTEST_REASON) return refuse('too-short');
  const submissionKey = await submissionKeyOf(db, writing);
  return withAudit(db, async (tx, record) => {
    const report = await lockReportFor(tx, actor, reference);
    if (!report || !(await hasCompartment(tx, report.id))) return refuse('unknown');
    const before = await findNote(tx, eq(notes.submissionKey, submissionKey));
    if (before) return { ok: true as const, opening: before.id, masked: clean.masked };
    const id = randomUUID();
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const value = { text: clean.text, about: 'compartment' };
    const sealed = seal(key, { table: 'notes', row: id, column: 'sealed' }, value);
    await tx
      .insert(notes)
      .values({ id, reportId: report.id, authorId: actor.id, sealed, writtenAt: now(), submissionKey });
    await record(
      { kind: 'report', id: report.id },
      { kind: 'staff', id: actor.id },
      'report.compartment.opened',
      { note: id },
    );
    return { ok: true as const, opening: id, masked: clean.masked };
  });
}

export type CompartmentReading = { kind: ReporterKind; answers: SectionAnswers };

/**
 * Shows what was opened, once, to the one who opened it, within five minutes. Reading is recorded in the transaction that reads. Null when
 * there is no such report, or it is not theirs to read; `spent` when the opening was used, is over or was never made.
 */
export async function readCompartment(
  db: Db,
  actor: StaffActor,
  { reference, opening }: { reference: string; opening: string },
): Promise<CompartmentReading | 'spent' | null> {
  if (!can(actor.roles, 'report.compartment') || !isReference(reference)) return null;
  return withAudit(db, async (tx, record) => {
    const report = await lockReportFor(tx, actor, reference);
    if (!report) return null;
    const note = isUuid(opening) ? await findNote(tx, eq(notes.id, opening)) : undefined;
    const mine = note?.authorId === actor.id && note.reportId === report.id;
    const object = { kind: 'report', id: report.id } as const;
    const isOpening = mine && (await wasRecorded(tx, object, 'report.compartment.opened', { note: opening }));
    const isOver = !note || note.writtenAt.getTime() + OPEN_FOR < now().getTime();
    if (!isOpening || isOver) return 'spent';
    if (await wasRecorded(tx, object, 'report.compartment.read', { note: opening })) return 'spent';
    const answers = await openCompartmentAnswers(tx, report.id);
    if (!answers) return 'spent';
    await record(object, { kind: 'staff', id: actor.id }, 'report.compartment.read', { note: opening });
    return { kind: report.kind as ReporterKind, answers };
  });
}

async function findNote(tx: Tx, where: ReturnType<typeof eq>) {
  const [note] = await tx.select().from(notes).where(and(where));
  return note;
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
