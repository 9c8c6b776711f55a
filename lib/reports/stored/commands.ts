import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/client';
import { reportSections } from '@/db/schema/reports';
import { now } from '@/lib/clock';
import { createDataKey, findDataKey } from '@/lib/vault/commands';
import { type DataKey, seal } from '@/lib/vault/seal';
import { COMPARTMENT, type SectionId } from '../questionnaire';
import { type StoredSection, storedSectionPlace } from './queries';

type Sections = Partial<Record<SectionId, StoredSection>>;

/**
 * Stores the sections of a report (part 0) or of what was added to it, in the transaction at hand. What somebody was made to do is sealed
 * under the compartment's own key, which is made when it is first needed; left blank, it is not stored at all.
 */
export async function storeSections(
  tx: Tx,
  reportId: string,
  key: DataKey,
  sections: Sections,
  part = 0,
): Promise<void> {
  const compartment = tellsCompartment(sections) ? await compartmentKey(tx, reportId) : null;
  const rows = sealSections(reportId, { report: key, compartment }, sections, part);
  if (rows.length > 0) await tx.insert(reportSections).values(rows);
}

/** Whether the sections tell of what somebody was made to do, so that they need the compartment's key. */
export const tellsCompartment = (sections: Sections) =>
  Object.keys(sections[COMPARTMENT]?.answers ?? {}).length > 0;

/** The rows of sections, sealed: the compartment under its own key, and not at all without one. */
export function sealSections(
  reportId: string,
  keys: { report: DataKey; compartment: DataKey | null },
  sections: Sections,
  part = 0,
): (typeof reportSections.$inferInsert)[] {
  return Object.entries(sections).flatMap(([section, { answers, consents, submission, recorded }]) => {
    const key = section === COMPARTMENT ? keys.compartment : keys.report;
    if (!key) return [];
    const id = randomUUID();
    const sealed = seal(key, storedSectionPlace(id), { answers, consents, submission, recorded });
    return [{ id, reportId, section, part, addedAt: now(), byStaff: recorded !== undefined, sealed }];
  });
}

async function compartmentKey(tx: Tx, reportId: string): Promise<DataKey> {
  const owner = { kind: 'compartment', id: reportId } as const;
  return (await findDataKey(tx, owner)) ?? (await createDataKey(tx, owner));
}
