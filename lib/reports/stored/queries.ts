import 'server-only';
import { and, asc, eq, max, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { reportSections } from '@/db/schema/reports';
import { openDataKey } from '@/lib/vault/commands';
import { type DataKey, open } from '@/lib/vault/seal';
import type { Consents } from '../consents';
import { mergeParts } from '../merge-parts';
import type { SectionAnswers } from '../posted';
import type { Provenance } from '../provenance';
import { COMPARTMENT, type SectionId } from '../questionnaire';

/** What a stored section seals. */
export type StoredSection = {
  answers: SectionAnswers;
  consents?: Consents;
  /** What was sent without a draft names itself, so that it is stored once. */
  submission?: string;
  /** Staff recorded it; missing for whatever the reporter told. */
  recorded?: Provenance;
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

/** The last part of a report that was added, by whomever; 0 where nothing was. */
export async function lastPart(db: Db | Tx, reportId: string): Promise<number> {
  const [last] = await db
    .select({ part: max(reportSections.part) })
    .from(reportSections)
    .where(eq(reportSections.reportId, reportId));
  return last?.part ?? 0;
}

/** When something was told of what the person was made to do: the parts and their dates, and nothing of what they say. */
export async function compartmentParts(
  db: Db | Tx,
  reportId: string,
): Promise<{ part: number; addedAt: Date }[]> {
  return (await compartmentRows(db, reportId)).map(({ part, addedAt }) => ({ part, addedAt }));
}

/** What the person was made to do, with what was added later. Null when nothing was told. Who reads it is the caller's to decide. */
export async function openCompartmentAnswers(db: Db | Tx, reportId: string): Promise<SectionAnswers | null> {
  const rows = await compartmentRows(db, reportId);
  if (rows.length === 0) return null;
  const key = await openDataKey(db, { kind: 'compartment', id: reportId });
  const parts = rows.map((row) => ({
    ...open<StoredSection>(key, storedSectionPlace(row.id), row.sealed),
    section: COMPARTMENT as SectionId,
    part: row.part,
    addedAt: row.addedAt,
  }));
  return mergeParts(parts).answers;
}

/** Whether anything was told of what the person was made to do. */
export async function hasCompartment(db: Db | Tx, reportId: string): Promise<boolean> {
  return (await compartmentRows(db, reportId)).length > 0;
}

function compartmentRows(db: Db | Tx, reportId: string) {
  return db
    .select()
    .from(reportSections)
    .where(and(eq(reportSections.reportId, reportId), eq(reportSections.section, COMPARTMENT)))
    .orderBy(asc(reportSections.part));
}
