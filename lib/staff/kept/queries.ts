import 'server-only';
import { and, eq, gt, like } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staffKeptTexts } from '@/db/schema/staff';
import { HOUR, now } from '@/lib/clock';
import { findDataKey } from '@/lib/vault/commands';
import { open } from '@/lib/vault/seal';

/** Long enough to sign in again after a night. */
export const KEPT_MS = 24 * HOUR;

/** The fields of one form, as they were typed. */
export type KeptFields = Record<string, string>;

export const placeOf = (row: string) => ({ table: 'staff_kept_texts', row, column: 'sealed' });

/** What the person had typed into a form that could not be taken; null when there is nothing. */
export async function findTyped(db: Db, staffId: string, place: string): Promise<KeptFields | null> {
  const [row] = await db
    .select()
    .from(staffKeptTexts)
    .where(
      and(
        eq(staffKeptTexts.staffId, staffId),
        eq(staffKeptTexts.place, place),
        gt(staffKeptTexts.keptAt, new Date(now().getTime() - KEPT_MS)),
      ),
    );
  if (!row) return null;
  const key = await findDataKey(db, { kind: 'staff', id: staffId });
  return key ? open<KeptFields>(key, placeOf(row.id), row.sealed) : null;
}

/** Everything the person had typed on one page, by form: what is kept under `place` and a name. */
export async function findTypedOn(
  db: Db,
  staffId: string,
  place: string,
): Promise<Partial<Record<string, KeptFields>>> {
  const rows = await db
    .select()
    .from(staffKeptTexts)
    .where(
      and(
        eq(staffKeptTexts.staffId, staffId),
        like(staffKeptTexts.place, `${place.replace(/[\\%_]/g, '\\$&')}/%`),
        gt(staffKeptTexts.keptAt, new Date(now().getTime() - KEPT_MS)),
      ),
    );
  if (rows.length === 0) return {};
  const key = await findDataKey(db, { kind: 'staff', id: staffId });
  if (!key) return {};
  return Object.fromEntries(
    rows.map((row) => [
      row.place.slice(place.length + 1),
      open<KeptFields>(key, placeOf(row.id), row.sealed),
    ]),
  );
}
