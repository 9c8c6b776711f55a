import 'server-only';
import { asc } from 'drizzle-orm';
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
  const rows = await db.select().from(messageTemplates).orderBy(asc(messageTemplates.slug));
  return rows.map((row) => ({
    slug: row.slug,
    title: desk === 'ko' ? row.titleKo : row.titleEn,
    text: reporter === 'ko' ? row.textKo : row.textEn,
  }));
}
