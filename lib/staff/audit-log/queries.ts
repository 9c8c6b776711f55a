import 'server-only';
import { desc, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { staffNames } from '../queries';
import { can } from '../roles';
import type { StaffActor } from '../session';

const PAGE = 100;

export type AuditRow = {
  id: string;
  at: Date;
  act: string;
  objectKind: string;
  objectId: string;
  actorKind: string;
  actorName: string | null;
  detail: Record<string, string | number | boolean>;
};

export type AuditCursor = { at: Date; id: string };

/** The audit, newest first: who did what to which object. It holds codes and ids, never what a report says. */
export async function listAudit(
  db: Db,
  actor: StaffActor,
  before: AuditCursor | null,
): Promise<{ rows: AuditRow[]; next: AuditCursor | null }> {
  if (!can(actor.roles, 'audit.view')) return { rows: [], next: null };
  const found = await db
    .select()
    .from(auditEntries)
    .where(
      before
        ? sql`(${auditEntries.at}, ${auditEntries.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
        : undefined,
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  const names = await staffNames(
    db,
    page.flatMap((row) => (row.actorKind === 'staff' && row.actorId ? [row.actorId] : [])),
  );
  const last = page.at(-1);
  return {
    rows: page.map(({ id, at, act, objectKind, objectId, actorKind, actorId, detail }) => {
      const actorName = actorId ? (names.get(actorId) ?? null) : null;
      return { id, at, act, objectKind, objectId, actorKind, actorName, detail };
    }),
    next: found.length > PAGE && last ? { at: last.at, id: last.id } : null,
  };
}
