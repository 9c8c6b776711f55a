import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { messageTemplates } from '@/db/schema/outbox';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { isUniqueViolation, type Refusal, refuse } from '@/lib/errors';
import { maskResidentNumbers } from '@/lib/resident-number';
import { isSlug } from '@/lib/slug';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

export type NewTemplate = Omit<typeof messageTemplates.$inferInsert, 'id'>;
export type TemplateEdit = {
  titleKo: string;
  titleEn: string;
  textKo: string;
  textEn: string;
  /** Retired: no longer offered, and kept. */
  retired: boolean;
};
export type TemplateProblem = 'title-missing' | 'text-missing' | 'too-long';

const LONGEST = { title: 200, text: 5_000 };

function templateProblem({ titleKo, titleEn, textKo, textEn }: TemplateEdit): TemplateProblem | null {
  if (!titleKo || !titleEn) return 'title-missing';
  if (!textKo || !textEn) return 'text-missing';
  if ([titleKo, titleEn].some((text) => text.length > LONGEST.title)) return 'too-long';
  return [textKo, textEn].some((text) => text.length > LONGEST.text) ? 'too-long' : null;
}

/** What is stored of an edit. A resident registration number has no place in a text that goes to many. */
function stored({ retired, ...texts }: TemplateEdit, retiredAt: Date | null) {
  const masked = Object.entries(texts).map(([name, text]) => [name, maskResidentNumbers(text).text]);
  return {
    ...(Object.fromEntries(masked) as typeof texts),
    retiredAt: retired ? (retiredAt ?? now()) : null,
  };
}

/**
 * Adds templates that are not there yet. One that is (by slug) stays as it is, except that a text of it which is word for word one of `superseded`
 * becomes the new one.
 */
export async function loadTemplates(
  db: Db,
  rows: readonly NewTemplate[],
  superseded: readonly string[] = [],
): Promise<void> {
  const { slug, textKo, textEn } = messageTemplates;
  for (const row of rows) {
    await db
      .insert(messageTemplates)
      .values({ ...row, id: randomUUID() })
      .onConflictDoNothing({ target: slug });
    const stale = (text: typeof textKo | typeof textEn) =>
      and(eq(slug, row.slug), inArray(text, [...superseded]));
    await db.update(messageTemplates).set({ textKo: row.textKo }).where(stale(textKo));
    await db.update(messageTemplates).set({ textEn: row.textEn }).where(stale(textEn));
  }
}

/** Changes a template, or takes it out of the list and back into it. */
export async function editTemplate(
  db: Db,
  actor: StaffActor,
  { id, seen, edit }: { id: string; seen: number; edit: TemplateEdit },
): Promise<{ ok: true } | Refusal<'forbidden' | 'unknown' | 'conflict' | TemplateProblem>> {
  if (!can(actor.roles, 'template.edit')) return refuse('forbidden');
  const problem = templateProblem(edit);
  if (problem) return refuse(problem);
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(messageTemplates).where(eq(messageTemplates.id, id)).for('update');
    if (!row) return refuse('unknown');
    if (row.version !== seen) return refuse('conflict');
    await tx
      .update(messageTemplates)
      .set({ ...stored(edit, row.retiredAt), version: row.version + 1 })
      .where(eq(messageTemplates.id, id));
    const detail = { retired: edit.retired };
    await record({ kind: 'template', id }, { kind: 'staff', id: actor.id }, 'template.changed', detail);
    return { ok: true as const };
  });
}

/** Adds a template; the list is in the order of the slugs. */
export async function addTemplate(
  db: Db,
  actor: StaffActor,
  { slug, edit }: { slug: string; edit: TemplateEdit },
): Promise<{ ok: true; id: string } | Refusal<'forbidden' | 'bad-slug' | 'slug-taken' | TemplateProblem>> {
  if (!can(actor.roles, 'template.edit')) return refuse('forbidden');
  if (!isSlug(slug)) return refuse('bad-slug');
  const problem = templateProblem(edit);
  if (problem) return refuse(problem);
  const id = randomUUID();
  try {
    return await withAudit(db, async (tx, record) => {
      await tx.insert(messageTemplates).values({ ...stored(edit, null), id, slug });
      await record({ kind: 'template', id }, { kind: 'staff', id: actor.id }, 'template.added');
      return { ok: true as const, id };
    });
  } catch (error) {
    if (isUniqueViolation(error, 'message_templates_slug')) return refuse('slug-taken');
    throw error;
  }
}
