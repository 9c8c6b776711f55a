import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { contactReleases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { contactBarrier } from '@/lib/reports/desk/policy';
import { isRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { isReference } from '@/lib/reports/reference-shape';
import { isAsked } from '@/lib/reports/requests/queries';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { isWithheldFrom, WAITING_GLASS } from '../approving/withholding';
import { withheldAround } from '../people/queries';
import { openRow } from '../places';

export type ContactStanding = {
  /** Why nobody may be contacted; null when they may. The commands read the same rule. */
  barrier: ReturnType<typeof contactBarrier>;
  /** Contact was barred and is released: how, by whom, why. */
  release: {
    how: 'TWO_PEOPLE' | 'BROKEN_GLASS';
    by: string[];
    at: Date;
    /** Null where it may be about somebody withheld. */
    reason: string | null;
    /** Until when another supervisor has to look at a broken glass; null when nobody has to. */
    reviewDueAt: Date | null;
    reviewedAt: Date | null;
    mayReview: boolean;
  } | null;
  mayRequestRelease: boolean;
  mayBreakGlass: boolean;
};

/** Whether the reporter of a report may be contacted, why not, and what this person can do about it. */
export async function contactStanding(
  db: Db,
  actor: StaffActor,
  reference: string,
): Promise<ContactStanding | null> {
  if (!can(actor.roles, 'report.read') || !isReference(reference)) return null;
  const [row] = await db
    .select({ report: reports, release: contactReleases })
    .from(reports)
    .leftJoin(contactReleases, and(eq(contactReleases.reportId, reports.id), isNull(contactReleases.endedAt)))
    .where(eq(reports.reference, reference));
  if (!row || (await isRecusedFromReport(db, row.report.id, actor.id))) return null;
  const { report, release } = row;
  const withdrawalAsked = await isAsked(db, report.id, 'WITHDRAW');
  const barrier = contactBarrier({ ...report, withdrawalAsked });
  const barred = barrier === 'DO_NOT_CONTACT';
  const standing = {
    barrier,
    mayRequestRelease: barred && can(actor.roles, 'contact.release'),
    mayBreakGlass: barred && can(actor.roles, 'contact.break-glass'),
  };
  if (!release) return { ...standing, release: null };
  const names = await staffNames(db, [release.askedBy, release.agreedBy ?? []].flat());
  const key = await openDataKey(db, { kind: 'report', id: report.id });
  const waits = release.how === 'BROKEN_GLASS' && release.reviewedAt === null;
  const asked = waits ? WAITING_GLASS : ({ act: 'RELEASE_CONTACT', state: 'APPROVED' } as const);
  const withheld = isWithheldFrom(asked, await withheldAround(db, actor, report.id));
  return {
    ...standing,
    release: {
      how: release.how as 'TWO_PEOPLE' | 'BROKEN_GLASS',
      by: [...names.values()],
      at: release.releasedAt,
      reason: withheld ? null : openRow<{ reason: string }>(key, 'contact_releases', release).reason,
      reviewDueAt: release.reviewDueAt,
      reviewedAt: release.reviewedAt,
      mayReview: waits && release.askedBy !== actor.id && can(actor.roles, 'contact.break-glass'),
    },
  };
}
