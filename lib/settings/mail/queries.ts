import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { mailSettings } from '@/lib/env';
import { GIVE_UP_AFTER } from '@/lib/notify/outbox/commands';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

export type MailStanding = {
  /** The server's name, and in whose name mail goes; null where no mail is sent. */
  server: { host: string; from: string } | null;
  /** Notices that nobody has seen or been written to about. */
  waiting: number;
  /** Of those, the ones that failed and will be tried again. */
  failing: number;
  /** Given up: nobody is written to about them unless somebody asks. */
  dead: number;
  lastMailedAt: Date | null;
};

/** The very words of the partial index and of "given up". */
export const GIVEN_UP = sql`${outbox.mailedAt} is null and ${outbox.seenAt} is null and ${outbox.nextTryAt} is null and ${outbox.tries} >= ${sql.raw(String(GIVE_UP_AFTER))}`;
const WAITING = sql`${outbox.mailedAt} is null and ${outbox.seenAt} is null and ${outbox.nextTryAt} is not null`;

/** How mail stands, for whoever runs the system: counts, and no word of what it is about. */
export async function mailStanding(db: Db, actor: StaffActor): Promise<MailStanding | null> {
  if (!can(actor.roles, 'settings.edit')) return null;
  const [row] = await db
    .select({
      waiting: sql<string>`count(*) filter (where ${WAITING})`,
      failing: sql<string>`count(*) filter (where ${WAITING} and ${outbox.tries} > 0)`,
      dead: sql<string>`count(*) filter (where ${GIVEN_UP})`,
      last: sql<string | null>`extract(epoch from max(${outbox.mailedAt}))`,
    })
    .from(outbox);
  const settings = mailSettings();
  return {
    server: settings ? { host: new URL(settings.url).host, from: settings.from } : null,
    waiting: Number(row?.waiting ?? 0),
    failing: Number(row?.failing ?? 0),
    dead: Number(row?.dead ?? 0),
    lastMailedAt: row?.last ? new Date(Number(row.last) * 1000) : null,
  };
}
