import 'server-only';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { reportSections } from '@/db/schema/reports';
import { type DataKey, open } from '@/lib/vault/seal';
import type { SectionAnswers } from '../posted';
import { COMPARTMENT, type SectionId } from '../questionnaire';

/** What a stored section seals. */
export type StoredSection = {
  answers: SectionAnswers;
  consentText?: string;
  /** What was sent without a draft names itself, so that it is stored once. */
  submission?: string;
};
export type OpenedSection = StoredSection & { section: SectionId; part: number; addedAt: Date };

export const storedSectionPlace = (row: string) => ({ table: 'report_sections', row, column: 'sealed' });

/** Everything that was answered but the compartment, earliest part first. */
export async function openSections(db: Db | Tx, reportId: string, key: DataKey): Promise<OpenedSection[]> {
  const rows = await db
    .select()
    .from(reportSections)
    .where(and(eq(reportSections.reportId, reportId), ne(reportSections.section, COMPARTMENT)))
    .orderBy(asc(reportSections.part));
  return rows.map((row) => ({
    ...open<StoredSection>(key, storedSectionPlace(row.id), row.sealed),
    section: row.section as SectionId,
    part: row.part,
    addedAt: row.addedAt,
  }));
}
