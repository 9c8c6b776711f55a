import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { periods } from '@/db/schema/periods';
import { withAudit } from '@/lib/audit/commands';
import { isUniqueViolation, type Refusal, refuse } from '@/lib/errors';
import { isSlug } from '@/lib/slug';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { type PeriodEdit, type PeriodProblem, periodProblem } from './schedule';

export type NewPeriod = Omit<typeof periods.$inferInsert, 'id'>;

/** Adds periods that are not there yet; one that is (by slug) stays as staff left it. */
export async function loadPeriods(db: Db, rows: readonly NewPeriod[]): Promise<void> {
  for (const row of rows) {
    await db
      .insert(periods)
      .values({ ...row, id: randomUUID() })
      .onConflictDoNothing({ target: periods.slug });
  }
}

type Checked = Omit<PeriodEdit, 'opensAt'> & { opensAt: Date };
/** What is stored of an edit that has no problem. */
const stored = (edit: PeriodEdit): Checked => ({
  ...edit,
  opensAt: edit.opensAt as Date,
  closesAt: edit.standing ? null : edit.closesAt,
});

/** Changes a period. Reports keep the period that they arrived in. */
export async function editPeriod(
  db: Db,
  actor: StaffActor,
  { id, seen, edit }: { id: string; seen: number; edit: PeriodEdit },
): Promise<{ ok: true } | Refusal<'forbidden' | 'unknown' | 'conflict' | PeriodProblem>> {
  if (!can(actor.roles, 'settings.edit')) return refuse('forbidden');
  const problem = periodProblem(edit);
  if (problem) return refuse(problem);
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(periods).where(eq(periods.id, id)).for('update');
    if (!row) return refuse('unknown');
    if (row.version !== seen) return refuse('conflict');
    await tx
      .update(periods)
      .set({ ...stored(edit), version: row.version + 1 })
      .where(eq(periods.id, id));
    await record({ kind: 'period', id }, { kind: 'staff', id: actor.id }, 'period.changed', spanOf(edit));
    return { ok: true as const };
  });
}

export async function addPeriod(
  db: Db,
  actor: StaffActor,
  { slug, edit }: { slug: string; edit: PeriodEdit },
): Promise<{ ok: true; id: string } | Refusal<'forbidden' | 'bad-slug' | 'slug-taken' | PeriodProblem>> {
  if (!can(actor.roles, 'settings.edit')) return refuse('forbidden');
  if (!isSlug(slug)) return refuse('bad-slug');
  const problem = periodProblem(edit);
  if (problem) return refuse(problem);
  const id = randomUUID();
  try {
    return await withAudit(db, async (tx, record) => {
      await tx.insert(periods).values({ ...stored(edit), id, slug });
      await record({ kind: 'period', id }, { kind: 'staff', id: actor.id }, 'period.added', spanOf(edit));
      return { ok: true as const, id };
    });
  } catch (error) {
    if (isUniqueViolation(error, 'periods_slug')) return refuse('slug-taken');
    throw error;
  }
}

const spanOf = ({ opensAt, closesAt, standing }: PeriodEdit) => ({
  opens: opensAt?.toISOString() ?? '',
  closes: standing ? '' : (closesAt?.toISOString() ?? ''),
});
