import 'server-only';
import type { Db } from '@/db/client';
import { type Notice, unseenNotices } from '@/lib/notify/outbox/queries';
import type { StaffActor } from '@/lib/staff/session';
import { type Subject, subjectsById } from '../subjects/queries';

/** Something this person was told; `about` is null where it is not theirs to see any more. */
export type DeskNotice = Omit<Notice, 'subjectKind' | 'subjectId'> & { about: Subject | null };

/** What a person was told and has not yet seen, with the report or case it is about. */
export async function listNotices(db: Db, actor: StaffActor): Promise<DeskNotice[]> {
  const found = await unseenNotices(db, actor.id);
  const subjects = await subjectsById(
    db,
    actor,
    found.map((one) => one.subjectId),
  );
  return found.map(({ subjectKind: _kind, subjectId, ...notice }) => ({
    ...notice,
    about: subjects.get(subjectId) ?? null,
  }));
}
