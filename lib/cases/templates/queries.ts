import 'server-only';
import { asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { messageTemplates } from '@/db/schema/outbox';
import type { Locale } from '@/lib/i18n/locale';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

export type Template = { slug: string; title: string; text: string };

/** The texts to start a message from. The title in the desk's language, the text in the reporter's. */
export async function listTemplates(
  db: Db,
  actor: StaffActor,
  { desk, reporter }: { desk: Locale; reporter: Locale },
): Promise<Template[]> {
  if (!can(actor.roles, 'report.message')) return [];
  const rows = await db
    .select()
    .from(messageTemplates)
    .where(isNull(messageTemplates.retiredAt))
    .orderBy(asc(messageTemplates.slug));
  return rows.map((row) => ({
    slug: row.slug,
    title: desk === 'ko' ? row.titleKo : row.titleEn,
    text: reporter === 'ko' ? row.textKo : row.textEn,
  }));
}

export type TemplateRow = typeof messageTemplates.$inferSelect;

/** Every template in both languages, also the retired ones, for whoever edits them. */
export async function listAllTemplates(db: Db, actor: StaffActor): Promise<TemplateRow[]> {
  if (!can(actor.roles, 'template.edit')) return [];
  return db.select().from(messageTemplates).orderBy(asc(messageTemplates.slug));
}

/** Whether there is a template of this name: nothing that is typed is kept for one that is made up. */
export async function templateExists(db: Db, slug: string): Promise<boolean> {
  return (await db.$count(messageTemplates, eq(messageTemplates.slug, slug))) > 0;
}
