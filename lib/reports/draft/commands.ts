import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { insertWhole, newRows } from '@/db/insert-whole';
import { oncePerDatabase, UNNAMED } from '@/db/once-per-database';
import { draftSections, drafts } from '@/db/schema/drafts';
import { dataKeys } from '@/db/schema/vault';
import { HOUR, now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { destroyDraftEvidence } from '@/lib/evidence/destroying/commands';
import type { Locale } from '@/lib/i18n/locale';
import type { ReporterKind } from '@/lib/urgency/answers';
import { destroyDataKey, makeDataKey, newDataKeyRows, unwrapDataKey } from '@/lib/vault/commands';
import { type DataKey, open, seal } from '@/lib/vault/seal';
import { recordConsents } from '../consents';
import { droppedAnswers } from '../kept-answers';
import type { SectionAnswers } from '../posted';
import type { SectionId } from '../questionnaire';
import { makeReceiptCode } from '../receipt-code';
import { makeReference } from '../reference';
import {
  type Draft,
  draftReceiptPlace,
  draftRows,
  draftSectionPlace,
  isKeyOfDraft,
  type SealedReceipt,
  type SealedSection,
} from './queries';
import { isElsewhere, isOfThisPage, isOvertaken, type Showing, savedBy } from './showing';

/** How long a draft lives from its beginning, and once sent its receipt from the sending. */
export const DRAFT_LIFE = 24 * HOUR;

/** Begins a report. Its reference and receipt code are made now, so that whatever happens while it is sent, the receipt is one. */
export async function createDraft(db: Db, kind: ReporterKind): Promise<string> {
  const id = randomUUID();
  const at = now();
  const made = makeDataKey({ kind: 'draft', id });
  const receipt = { reference: makeReference(), code: makeReceiptCode() };
  const draft = {
    id,
    kind,
    createdAt: at,
    expiresAt: new Date(at.getTime() + DRAFT_LIFE),
    sealedReceipt: seal(made.key, draftReceiptPlace(id), receipt),
  };
  await insertWhole(db, [newDataKeyRows([made]), newRows(drafts, [draft])]);
  return id;
}

type Saved = {
  ok: true /** Somebody (another tab) had saved this page since it was shown. */;
  replaced: boolean;
  /** A later post of this same page has overtaken it: that one stands, and nothing was saved. */
  overtaken?: true;
};

/**
 * Saves what was posted on one page, good or bad, all its sections or none. The later save wins; `seen` is the version the page was shown
 * with, so that the person can be told that another tab had saved it meanwhile. `shownIn` is the language of the words that were agreed to or
 * not; null when the page was cleared rather than answered. `showing` tells this tab's own quiet saves from another's.
 */
export async function saveSections(
  db: Db,
  draftId: string,
  posted: Partial<Record<SectionId, SectionAnswers>>,
  seen: number,
  shownIn: Locale | null = 'ko',
  showing?: Showing,
): Promise<Saved | Refusal<'gone' | 'sent'>> {
  const page = { posted, seen, shownIn, showing };
  if (Object.keys(posted).length > 1) return saveInTurn(db, draftId, page);
  const rows = await draftRows(db, draftId);
  const key = rows[0] && unwrapDataKey({ kind: 'draft', id: draftId }, rows[0].key);
  if (!rows[0] || !key) return refuse('gone');
  const lying = rows.flatMap(({ section }) => section ?? []);
  const { saved, writes } = readForSaving({ draft: rows[0].draft, key, lying }, page);
  const [write] = writes;
  if (!write) return saved;
  const before = lying.find(({ section }) => section === write.section);
  return (await writeIfUnchanged(db, write, before?.sealed ?? null)) ? saved : saveInTurn(db, draftId, page);
}

type PostedPage = {
  posted: Partial<Record<SectionId, SectionAnswers>>;
  seen: number;
  shownIn: Locale | null;
  showing: Showing | undefined;
};
type SectionRow = typeof draftSections.$inferSelect;
type Lying = { draft: typeof drafts.$inferSelect; key: DataKey; lying: readonly SectionRow[] };

/** What a page's post makes of a draft as it was read: what is said of it, and the rows to write. */
function readForSaving(
  { draft, key, lying }: Lying,
  { posted, seen, shownIn, showing }: PostedPage,
): { saved: Saved | Refusal<'sent'>; writes: SectionRow[] } {
  if (draft.reportId) return { saved: refuse('sent'), writes: [] };
  let replaced = false;
  const writes = Object.entries(posted).flatMap(([section, answers]) => {
    const before = lying.find((row) => row.section === section);
    const id = before?.id ?? randomUUID();
    const found = before && open<SealedSection>(key, draftSectionPlace(id), before.sealed);
    if (isOvertaken(found?.from, showing)) return [];
    const value: SealedSection = {
      answers,
      ...(showing?.page ? { from: savedBy(showing) } : {}),
      ...(section === 'S8' && shownIn
        ? { consents: recordConsents(draft.kind as ReporterKind, answers, shownIn) }
        : {}),
    };
    replaced ||=
      before !== undefined &&
      found !== undefined &&
      !isOfThisPage(found.from, showing) &&
      (before.version > seen || isElsewhere(found.by, showing)) &&
      !isSame(found.answers, answers);
    const version = (before?.version ?? 0) + 1;
    const sealed = seal(key, draftSectionPlace(id), value);
    return [{ id, draftId: draft.id, section, version, sealed, savedAt: now() }];
  });
  const isOver = writes.length === 0 && Object.keys(posted).length > 0;
  return { saved: { ok: true, replaced, ...(isOver ? { overtaken: true } : {}) }, writes };
}

/** Where somebody else saves or sends the draft at this moment, or a page has several sections: one after the other. */
function saveInTurn(db: Db, draftId: string, page: PostedPage): Promise<Saved | Refusal<'gone' | 'sent'>> {
  return withTransaction(db, async (tx) => {
    const locked = await lockDraft(tx, draftId);
    if (!locked) return refuse('gone');
    const place = and(
      eq(draftSections.draftId, draftId),
      inArray(draftSections.section, Object.keys(page.posted)),
    );
    const lying = await tx.select().from(draftSections).where(place);
    const { saved, writes } = readForSaving({ ...locked, lying }, page);
    if (writes.length > 0)
      await tx.insert(draftSections).values(writes).onConflictDoUpdate({ target: SECTION, set: asGiven });
    return saved;
  });
}

/** Writes a section in one statement if it still lies there as it was read (`seen`, null where it was not there) and its draft was not sent; false, and nothing is written, if not. */
async function writeIfUnchanged(db: Db, row: SectionRow, seen: Buffer | null): Promise<boolean> {
  const written = await writing(db).execute({ ...row, seen, now: now() });
  return written.length > 0;
}

const SECTION = [draftSections.draftId, draftSections.section];
const asGiven = {
  version: sql`excluded.version`,
  sealed: sql`excluded.sealed`,
  savedAt: sql`excluded.saved_at`,
};

/** The draft's row is locked on the way, as by whoever else saves or sends it. */
const writing = oncePerDatabase((db) => {
  const given = (name: keyof SectionRow, type: string) =>
    sql`${sql.placeholder(name)}::${sql.raw(type)}`.as(name);
  const open = db.$with('open_draft').as(
    db
      .select({ id: drafts.id })
      .from(drafts)
      .where(
        and(
          eq(drafts.id, sql.placeholder('draftId')),
          isNull(drafts.reportId),
          gt(drafts.expiresAt, sql.placeholder('now')),
        ),
      )
      .for('update'),
  );
  return db
    .with(open)
    .insert(draftSections)
    .select(
      db
        .select({
          id: given('id', 'uuid'),
          draftId: open.id,
          section: given('section', 'text'),
          version: given('version', 'integer'),
          sealed: given('sealed', 'bytea'),
          savedAt: given('savedAt', 'timestamptz'),
        })
        .from(open),
    )
    .onConflictDoUpdate({
      target: SECTION,
      set: asGiven,
      setWhere: sql`${draftSections.sealed} = ${sql.placeholder('seen')}`,
    })
    .returning({ id: draftSections.id })
    .prepare(UNNAMED);
});

/** The same post sent again is nobody else's save. */
export const isSame = (one: SectionAnswers, other: SectionAnswers) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** Locks a draft's row, so that saving and sending take turns, and opens its key. Null when it is gone or over. */
export async function lockDraft(tx: Tx, id: string): Promise<Pick<Lying, 'draft' | 'key'> | null> {
  const [row] = await tx
    .select({
      draft: drafts,
      key: { id: dataKeys.id, wrapped: dataKeys.wrapped, keyId: dataKeys.keyId },
    })
    .from(drafts)
    .innerJoin(dataKeys, isKeyOfDraft)
    .where(eq(drafts.id, id))
    .for('update', { of: drafts });
  const key = row && row.draft.expiresAt > now() && unwrapDataKey({ kind: 'draft', id }, row.key);
  return row && key ? { draft: row.draft, key } : null;
}

/**
 * What a draft is once it was sent, in the transaction that sends it: its receipt, for 24 hours more. What was typed lives on in the report
 * alone, so that what may not be kept, and what the compartment keeps apart, does not lie here as well.
 */
export async function keepReceiptAlone(tx: Tx, draft: Draft, key: DataKey, reportId: string): Promise<void> {
  const receipt: SealedReceipt = {
    ...draft.receipt,
    dropped: draft.addsTo ? [] : droppedAnswers(draft.sections),
  };
  await tx.delete(draftSections).where(eq(draftSections.draftId, draft.id));
  await tx
    .update(drafts)
    .set({
      reportId,
      expiresAt: new Date(now().getTime() + DRAFT_LIFE),
      sealedReceipt: seal(key, draftReceiptPlace(draft.id), receipt),
    })
    .where(eq(drafts.id, draft.id));
}

/** Destroys a draft: its keys first, so that nothing of it can be opened again, then its rows. What it was sent as stays. */
export async function destroyDraft(db: Db, id: string): Promise<void> {
  await withTransaction(db, (tx) => destroyDrafts(tx, [id]));
}

/** Destroys every draft whose 24 hours are over. Answers how many. */
export async function destroyExpiredDrafts(db: Db): Promise<number> {
  const over = await db.select({ id: drafts.id }).from(drafts).where(lt(drafts.expiresAt, now())).limit(500);
  if (over.length === 0) return 0;
  const ids = over.map(({ id }) => id);
  return withTransaction(db, async (tx) => destroyDrafts(tx, ids, lt(drafts.expiresAt, now())));
}

/** Destroys the drafts that were sent as a report or add to it, in the transaction that erases it. */
export async function destroyDraftsOf(tx: Tx, reportId: string): Promise<void> {
  const of = or(eq(drafts.reportId, reportId), eq(drafts.addsTo, reportId));
  const rows = await tx.select({ id: drafts.id }).from(drafts).where(of).orderBy(drafts.id).for('update');
  await destroyDrafts(
    tx,
    rows.map(({ id }) => id),
  );
}

/** The keys first. `still`: only those of which it holds once they are locked. Files of a draft that was sent belong to its report by then; the others go with it. */
async function destroyDrafts(tx: Tx, listed: readonly string[], still?: SQL): Promise<number> {
  // Who is adding a file at this moment is waited for, or waits and finds the draft gone. Who was sending it has given its receipt a day more.
  const rows = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(inArray(drafts.id, [...listed]), still))
    .orderBy(drafts.id)
    .for('update');
  const ids = rows.map(({ id }) => id);
  for (const id of ids) {
    await destroyDataKey(tx, { kind: 'draft', id });
    await destroyDraftEvidence(tx, id);
  }
  if (ids.length > 0) await tx.delete(drafts).where(inArray(drafts.id, ids));
  return ids.length;
}
