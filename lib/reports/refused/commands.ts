import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { reportSections } from '@/db/schema/reports';
import { openDataKey } from '@/lib/vault/commands';
import { open, seal } from '@/lib/vault/seal';
import { leaveOutRefused } from '../merge-parts';
import { openSections, type StoredSection, storedSectionPlace } from '../stored/queries';

/**
 * Takes out of a report what a granted change of consent no longer lets be used: the sections that held it are sealed anew without it. The caller
 * holds the report's lock and has looked for holds. Answers how many sections changed.
 */
export async function eraseRefused(tx: Tx, reportId: string): Promise<number> {
  const key = await openDataKey(tx, { kind: 'report', id: reportId });
  const parts = await openSections(tx, reportId, key);
  const kept = leaveOutRefused(parts);
  const rows = await tx
    .select()
    .from(reportSections)
    .where(eq(reportSections.reportId, reportId))
    .orderBy(asc(reportSections.part));
  let changed = 0;
  for (const [at, part] of parts.entries()) {
    const answers = kept[at]?.answers ?? part.answers;
    const row = rows.find((one) => one.section === part.section && one.part === part.part);
    if (!row || JSON.stringify(answers) === JSON.stringify(part.answers)) continue;
    const place = storedSectionPlace(row.id);
    const value = { ...open<StoredSection>(key, place, row.sealed), answers };
    await tx
      .update(reportSections)
      .set({ sealed: seal(key, place, value) })
      .where(eq(reportSections.id, row.id));
    changed += 1;
  }
  return changed;
}
