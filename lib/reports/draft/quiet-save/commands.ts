import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type Db, withTransaction } from '@/db/client';
import { draftSections } from '@/db/schema/drafts';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { open, seal } from '@/lib/vault/seal';
import type { SectionAnswers } from '../../posted';
import type { SectionId } from '../../questionnaire';
import { isSame, lockDraft } from '../commands';
import { draftSectionPlace, type SealedSection } from '../queries';
import { isElsewhere, isOfThisPage, isOvertaken, type Showing, savedBy } from '../showing';

/**
 * Saves what stands in the fields of a page while it is being written. The version does not move: only a page that is sent counts as saved
 * by the person, so that of two tabs the one that sends later is told. What another tab has saved since this page was shown, sent or
 * quietly, is never overwritten: `replaced`. What this page itself has posted later stands. All sections or none.
 */
export async function saveQuietly(
  db: Db,
  draftId: string,
  posted: Partial<Record<SectionId, SectionAnswers>>,
  seen: number,
  showing: Showing,
): Promise<{ ok: true } | Refusal<'gone' | 'sent' | 'replaced'>> {
  return withTransaction(db, async (tx) => {
    const locked = await lockDraft(tx, draftId);
    if (!locked) return refuse('gone');
    const { draft, key } = locked;
    if (draft.reportId) return refuse('sent');
    const rows = await tx.select().from(draftSections).where(eq(draftSections.draftId, draftId));
    const writes = Object.entries(posted).map(([section, answers]) => {
      const row = rows.find((one) => one.section === section);
      const before = row && open<SealedSection>(key, draftSectionPlace(row.id), row.sealed);
      return { section, answers, row, before };
    });
    const news = writes.filter(
      ({ answers, before }) => !isSame(before?.answers ?? {}, answers) && !isOvertaken(before?.from, showing),
    );
    const others = news.filter(({ before }) => !isOfThisPage(before?.from, showing));
    if (others.some(({ row, before }) => (row?.version ?? 0) > seen || isElsewhere(before?.by, showing)))
      return refuse('replaced');
    for (const { section, answers, row, before } of news) {
      const id = row?.id ?? randomUUID();
      const value: SealedSection = { ...before, answers, by: showing.page, from: savedBy(showing) };
      const sealed = seal(key, draftSectionPlace(id), value);
      const fresh = { sealed, savedAt: now() };
      if (row) await tx.update(draftSections).set(fresh).where(eq(draftSections.id, id));
      else await tx.insert(draftSections).values({ id, draftId, section, version: 0, ...fresh });
    }
    return { ok: true };
  });
}
