import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { notes, reports } from '@/db/schema/reports';
import { wasRecorded } from '@/lib/audit/queries';
import { HOUR, now } from '@/lib/clock';
import { isFileId, listReportFiles, type OpenVariant, openVariant } from '@/lib/evidence/queries';
import { type Viewer, viewerOf } from '@/lib/evidence/shown';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { isReference } from '../../reference-shape';
import { isRecusedFromReport } from '../recusal/queries';

/** A picture that can be looked at: one drawn anew, in which no scanner found anything. `number`: its place among all files of the report. */
export type Picture = { id: string; number: number };

/** The pictures of a report in the order they came; null when there is no such report it is not theirs to read, or they have stepped back from it. Says nothing of what they show. */
export async function listPictures(db: Db, actor: StaffActor, reference: string): Promise<Picture[] | null> {
  const reportId = await findReadable(db, actor, reference);
  if (!reportId) return null;
  return (await listReportFiles(db, reportId)).flatMap((file, at) =>
    file.copyState === 'MADE' && file.scanState !== 'INFECTED' ? [{ id: file.id, number: at + 1 }] : [],
  );
}

/** A file that can be read or played in its place. */
export type Shown = { number: number; viewer: Viewer };

/** What one file of a report is looked at with; null when there is none such, it is not theirs to read, or a scanner found something in it. Says nothing of what it holds. */
export async function findShown(
  db: Db,
  actor: StaffActor,
  { reference, fileId }: { reference: string; fileId: string },
): Promise<Shown | null> {
  const reportId = await findReadable(db, actor, reference);
  if (!reportId) return null;
  const files = await listReportFiles(db, reportId);
  const at = files.findIndex(({ id }) => id === fileId);
  const file = files[at];
  const viewer = viewerOf(file?.type ?? null);
  const isOpen = file?.state === 'STORED' && file.scanState !== 'INFECTED';
  return viewer && isOpen ? { number: at + 1, viewer } : null;
}

/** How long a recording can be played for one reason. */
const PLAYED_FOR = HOUR;
type Playing = { reference: string; fileId: string; opening: string };

/** Whether this person opened this recording with a reason less than an hour ago. */
export async function mayPlay(db: Db, actor: StaffActor, playing: Playing): Promise<boolean> {
  const { reference, fileId, opening } = playing;
  if (!can(actor.roles, 'evidence.original') || !isFileId(opening)) return false;
  const id = await findReadable(db, actor, reference);
  if (!id) return false;
  const [note] = await db
    .select({ writtenAt: notes.writtenAt })
    .from(notes)
    .where(and(eq(notes.id, opening), eq(notes.reportId, id), eq(notes.authorId, actor.id)));
  if (!note || note.writtenAt.getTime() + PLAYED_FOR < now().getTime()) return false;
  return wasRecorded(db, { kind: 'report', id }, 'report.evidence.played', { file: fileId, note: opening });
}

/** A recording for the player that was opened with a reason. The opening stands in the audit; what a player fetches under it, part by part, does not. */
export async function findPlayed(db: Db, actor: StaffActor, playing: Playing): Promise<OpenVariant | null> {
  return (await mayPlay(db, actor, playing)) ? openVariant(db, playing.fileId, 'ORIGINAL') : null;
}

/** The id of a report that somebody may read and has not stepped back from. */
async function findReadable(db: Db, actor: StaffActor, reference: string): Promise<string | null> {
  if (!can(actor.roles, 'report.read') || !isReference(reference)) return null;
  const [report] = await db.select({ id: reports.id }).from(reports).where(eq(reports.reference, reference));
  return report && !(await isRecusedFromReport(db, report.id, actor.id)) ? report.id : null;
}
