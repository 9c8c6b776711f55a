import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/client';
import { reportSections } from '@/db/schema/reports';
import { now } from '@/lib/clock';
import { createDataKey, findDataKey } from '@/lib/vault/commands';
import { type DataKey, seal } from '@/lib/vault/seal';
import { COMPARTMENT, type SectionId } from '../questionnaire';
import { type StoredSection, storedSectionPlace } from './queries';

/**
 * Stores the sections of a report (part 0) or of what was added to it, in the transaction at hand. What somebody was made to do is sealed
 * under the compartment's own key, which is made when it is first needed; left blank, it is not stored at all.
 */
export async function storeSections(
  tx: Tx,
  reportId: string,
  key: DataKey,
  sections: Partial<Record<SectionId, StoredSection>>,
  part = 0,
): Promise<void> {
  for (const [section, value] of Object.entries(sections)) {
    const secret = section === COMPARTMENT;
    if (secret && Object.keys(value.answers).length === 0) continue;
    const id = randomUUID();
    const { answers, consents, submission } = value;
    const sealed = seal(secret ? await compartmentKey(tx, reportId) : key, storedSectionPlace(id), {
      answers,
      consents,
      submission,
    });
    await tx.insert(reportSections).values({ id, reportId, section, part, addedAt: now(), sealed });
  }
}

async function compartmentKey(tx: Tx, reportId: string): Promise<DataKey> {
  const owner = { kind: 'compartment', id: reportId } as const;
  return (await findDataKey(tx, owner)) ?? (await createDataKey(tx, owner));
}
