import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { agencies } from '@/db/schema/agencies';
import { withAudit } from '@/lib/audit/commands';
import { isUniqueViolation, type Refusal, refuse } from '@/lib/errors';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { isMask } from '../masks';
import type { Agency } from './queries';

export type NewAgency = Omit<typeof agencies.$inferInsert, 'id' | 'version'>;
export type AgencyEdit = Omit<NewAgency, 'slug' | 'position'>;

/** Adds agencies that are not there yet; one that is (by slug) stays as staff left it. */
export async function loadAgencies(db: Db, rows: readonly NewAgency[]): Promise<void> {
  for (const row of rows)
    await db
      .insert(agencies)
      .values({ ...row, id: randomUUID() })
      .onConflictDoNothing({ target: agencies.slug });
}

type AgencyProblem = 'name-missing' | 'bad-mask' | 'bad-date';

function agencyProblem(edit: AgencyEdit): AgencyProblem | null {
  if (!edit.nameKo.trim() || !edit.nameEn.trim()) return 'name-missing';
  if (!isMask(edit.mask)) return 'bad-mask';
  const day = edit.verifiedOn;
  return day && !/^\d{4}-\d{2}-\d{2}$/.test(day) ? 'bad-date' : null;
}

/** Changes an agency. A contact that is changed without a new "verified on" is unverified again. */
export async function editAgency(
  db: Db,
  actor: StaffActor,
  { id, seen, edit }: { id: string; seen: number; edit: AgencyEdit },
): Promise<
  | { ok: true }
  | Refusal<'forbidden' | 'unknown' | AgencyProblem>
  | (Refusal<'agency-conflict'> & { seen: number; now: Agency })
> {
  if (!can(actor.roles, 'agency.edit')) return refuse('forbidden');
  const problem = agencyProblem(edit);
  if (problem) return refuse(problem);
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(agencies).where(eq(agencies.id, id)).for('update');
    if (!row) return refuse('unknown');
    if (row.version !== seen) return { ...refuse('agency-conflict'), seen, now: row };
    const stale = edit.contact !== row.contact && edit.verifiedOn === row.verifiedOn;
    await tx
      .update(agencies)
      .set({ ...edit, ...(stale ? { verifiedOn: null } : {}), version: row.version + 1 })
      .where(and(eq(agencies.id, id)));
    await record({ kind: 'agency', id }, { kind: 'staff', id: actor.id }, 'agency.changed', {
      blocked: edit.blocked ?? row.blocked,
    });
    return { ok: true as const };
  });
}

/** Adds an agency, at the end. */
export async function addAgency(
  db: Db,
  actor: StaffActor,
  { slug, edit }: { slug: string; edit: AgencyEdit },
): Promise<{ ok: true; id: string } | Refusal<'forbidden' | 'bad-slug' | 'slug-taken' | AgencyProblem>> {
  if (!can(actor.roles, 'agency.edit')) return refuse('forbidden');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return refuse('bad-slug');
  const problem = agencyProblem(edit);
  if (problem) return refuse(problem);
  const id = randomUUID();
  try {
    return await withAudit(db, async (tx, record) => {
      await tx.insert(agencies).values({ ...edit, id, slug, position: 1_000 });
      await record({ kind: 'agency', id }, { kind: 'staff', id: actor.id }, 'agency.added');
      return { ok: true as const, id };
    });
  } catch (error) {
    if (isUniqueViolation(error, 'agencies_slug')) return refuse('slug-taken');
    throw error;
  }
}
