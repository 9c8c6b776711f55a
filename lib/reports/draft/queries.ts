import 'server-only';
import { and, eq, exists, gt, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { oncePerDatabase, UNNAMED } from '@/db/once-per-database';
import { draftSections, drafts } from '@/db/schema/drafts';
import { evidenceFiles } from '@/db/schema/evidence';
import { dataKeys } from '@/db/schema/vault';
import { now } from '@/lib/clock';
import { listDraftFiles } from '@/lib/evidence/queries';
import type { ReporterKind } from '@/lib/urgency/answers';
import { unwrapDataKey } from '@/lib/vault/commands';
import { open } from '@/lib/vault/seal';
import type { Consents } from '../consents';
import type { Dropped } from '../kept-answers';
import type { SectionAnswers } from '../posted';
import { type FileCounts, fileAnswers, type SectionId } from '../questionnaire';
import type { SavedBy } from './showing';

export type Receipt = { reference: string; code: string };

/** A report being written, opened. */
export type Draft = {
  id: string;
  kind: ReporterKind;
  expiresAt: Date;
  /** The report it became, once sent. */
  reportId: string | null;
  /** The report it adds to: such a draft demands nothing and has no receipt of its own. */
  addsTo: string | null;
  receipt: Receipt;
  /** Once sent: what was typed and not kept, which the receipt says; the answers themselves are gone then. */
  dropped: Dropped[];
  /** How many files each question is answered with, those that arrived whole. */
  files: FileCounts;
  /** Whether any file was begun, which is what else has to be asked about. */
  hasFiles: boolean;
  sections: Partial<Record<SectionId, { version: number } & SealedSection>>;
};

/** What a draft's receipt column seals. */
export type SealedReceipt = Receipt & { dropped?: Dropped[] };

export const draftReceiptPlace = (id: string) => ({ table: 'drafts', row: id, column: 'sealed_receipt' });
export const draftSectionPlace = (id: string) => ({ table: 'draft_sections', row: id, column: 'sealed' });

/**
 * What a draft's section seals. `by` is the showing of its page that saved it quietly, until the page is sent; `from` the one that saved it last,
 * either way (showing.ts).
 */
export type SealedSection = { answers: SectionAnswers; consents?: Consents; by?: string; from?: SavedBy };

/** The draft, or null when there is none, its 24 hours are over or it was destroyed. One query: every page of the form asks. */
export async function loadDraft(db: Db | Tx, id: string): Promise<Draft | null> {
  const rows = await draftRows(db, id);
  const [first] = rows;
  const key = first && unwrapDataKey({ kind: 'draft', id }, first.key);
  if (!first || !key) return null;
  const { dropped = [], ...receipt } = open<SealedReceipt>(
    key,
    draftReceiptPlace(id),
    first.draft.sealedReceipt,
  );
  return {
    id,
    kind: first.draft.kind as ReporterKind,
    expiresAt: first.draft.expiresAt,
    reportId: first.draft.reportId,
    addsTo: first.draft.addsTo,
    receipt,
    dropped,
    sections: Object.fromEntries(
      rows.flatMap(({ section }) =>
        section
          ? [
              [
                section.section,
                {
                  version: section.version,
                  ...open<SealedSection>(key, draftSectionPlace(section.id), section.sealed),
                },
              ],
            ]
          : [],
      ),
    ),
    hasFiles: Boolean(first.hasFiles),
    files: first.hasFiles ? await countWhole(db, id) : {},
  };
}

/** A draft as it lies there: a row for each of its sections, or one without; none when it is gone or over. */
export const draftRows = (db: Db | Tx, id: string) => reading(db).execute({ id, now: now() });

/** Every page of the form asks, so the statement is put together once. */
const reading = oncePerDatabase((db) =>
  db
    .select({
      draft: drafts,
      key: { id: dataKeys.id, wrapped: dataKeys.wrapped, keyId: dataKeys.keyId },
      section: draftSections,
      hasFiles: exists(db.select({ id: evidenceFiles.id }).from(evidenceFiles).where(isOfDraft)),
    })
    .from(drafts)
    .innerJoin(dataKeys, isKeyOfDraft)
    .leftJoin(draftSections, eq(draftSections.draftId, drafts.id))
    .where(and(eq(drafts.id, sql.placeholder('id')), gt(drafts.expiresAt, sql.placeholder('now'))))
    .prepare(UNNAMED),
);

/** A draft and the row that holds its key, in one query. */
export const isKeyOfDraft = and(eq(dataKeys.ownerKind, 'draft'), eq(dataKeys.ownerId, drafts.id));

const isOfDraft = eq(evidenceFiles.draftId, drafts.id);

/** A file that is still coming answers nothing. */
async function countWhole(db: Db | Tx, draftId: string): Promise<FileCounts> {
  const counts: Record<string, number> = {};
  for (const { field, state } of await listDraftFiles(db, draftId))
    if (state === 'STORED') counts[field] = (counts[field] ?? 0) + 1;
  return counts;
}

/** All answers of a draft together, files as how many there are of each; names are unique over the sections. */
export function allAnswers(draft: {
  sections: Partial<Record<SectionId, { answers: SectionAnswers }>>;
  files?: FileCounts;
}): SectionAnswers {
  return Object.assign(
    fileAnswers(draft.files),
    ...Object.values(draft.sections).map((section) => section.answers),
  );
}
