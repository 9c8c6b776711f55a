import 'server-only';
import { and, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { approvals } from '@/db/schema/approvals';
import { casePersons, caseRecusals, caseReports, contactReleases } from '@/db/schema/cases';
import { reportRecusals } from '@/db/schema/reports';
import { DAY, now } from '@/lib/clock';
import { APPROVAL_ACTS, APPROVALS } from '@/lib/staff/approvals/policy';
import type { Approval } from '@/lib/staff/approvals/queries';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { withheldAround, withheldIn } from '../people/queries';
import { openRow } from '../places';
import { type PersonSubject, personsById, type Subject, subjectsById } from '../subjects/queries';
import { type ApprovalWithNews, withNews } from './news/queries';
import { asTold, isWithheldFrom, WAITING_GLASS } from './withholding';

/** How far back the outcomes of requests and reviews are shown. */
export const SHOWN_BACK = 7 * DAY;

/** A broken glass that another supervisor has to look at, or had to. */
export type Glass = {
  id: string;
  reference: string;
  by: string;
  at: Date;
  /** Null where it may be about somebody withheld. */
  reason: string | null;
  dueAt: Date;
  /** Nobody looked in time: contact is barred again, or will be with the next round of the job. */
  overdue: boolean;
  /** This person broke it: another has to look. */
  own: boolean;
};

const recusedFromCase = (actor: StaffActor, caseId: unknown) => sql`exists (select 1 from ${caseRecusals}
  where ${caseRecusals.staffId} = ${actor.id} and ${caseRecusals.caseId} = ${caseId})`;

const recusedFromReport = (
  actor: StaffActor,
  reportId: unknown,
) => sql`(exists (select 1 from ${reportRecusals}
  where ${reportRecusals.staffId} = ${actor.id} and ${reportRecusals.reportId} = ${reportId})
  or exists (select 1 from ${caseRecusals}
  join ${caseReports} on ${caseReports.caseId} = ${caseRecusals.caseId} and ${caseReports.unlinkedAt} is null
  where ${caseRecusals.staffId} = ${actor.id} and ${caseReports.reportId} = ${reportId}))`;

const recusedFromPerson = (actor: StaffActor, personId: unknown) => sql`exists (select 1 from ${caseRecusals}
  join ${casePersons} on ${casePersons.caseId} = ${caseRecusals.caseId} and ${casePersons.removedAt} is null
  where ${caseRecusals.staffId} = ${actor.id} and ${casePersons.personId} = ${personId})`;

/** How much waits for this very person to decide or to review: what others asked for, of cases they have not stepped back from. */
export async function countToDecide(db: Db, actor: StaffActor): Promise<number> {
  const waiting = can(actor.roles, 'approval.decide')
    ? await db.$count(
        approvals,
        and(
          eq(approvals.state, 'PENDING'),
          inArray(
            approvals.act,
            APPROVAL_ACTS.filter((act) => can(actor.roles, APPROVALS[act].decide)),
          ),
          gt(approvals.expiresAt, now()),
          ne(approvals.requestedBy, actor.id),
          sql`not ${recusedFromCase(actor, approvals.subjectId)}`,
          sql`not ${recusedFromReport(actor, approvals.subjectId)}`,
          sql`not ${recusedFromPerson(actor, approvals.subjectId)}`,
        ),
      )
    : 0;
  const unreviewed = can(actor.roles, 'contact.break-glass')
    ? await db.$count(
        contactReleases,
        and(
          isNull(contactReleases.endedAt),
          isNull(contactReleases.reviewedAt),
          isNotNull(contactReleases.reviewDueAt),
          ne(contactReleases.askedBy, actor.id),
          sql`not ${recusedFromReport(actor, contactReleases.reportId)}`,
        ),
      )
    : 0;
  return waiting + unreviewed;
}

export type ApprovalAbout = ApprovalWithNews & { about: Subject | PersonSubject };

/**
 * Requests with what they are about; those of a case that this person has stepped back from are left out, and the words of those of a case, or of a
 * report in one, in which somebody is withheld from them.
 */
export async function withSubjects(
  tx: Tx,
  actor: StaffActor,
  found: readonly Approval[],
): Promise<ApprovalAbout[]> {
  const ids = found.map((one) => one.subject.id);
  const people = found.filter(({ subject }) => subject.kind === 'person').map(({ subject }) => subject.id);
  const subjects = new Map<string, Subject | PersonSubject>([
    ...(await subjectsById(tx, actor, ids)),
    ...(await personsById(tx, actor, people)),
  ]);
  const told: ApprovalAbout[] = [];
  for (const one of await withNews(tx, actor, found)) {
    const about = subjects.get(one.subject.id);
    if (!about) continue;
    const around = about.kind === 'case' ? withheldIn : withheldAround;
    told.push({ ...asTold(one, await around(tx, actor, one.subject.id)), about });
  }
  return told;
}

/** Broken glasses that wait for their review, and those of the last days that nobody reviewed in time. */
export async function listGlasses(tx: Tx, actor: StaffActor): Promise<(Glass & { reportId: string })[]> {
  if (!can(actor.roles, 'contact.break-glass')) return [];
  const since = new Date(now().getTime() - SHOWN_BACK);
  const inTime = and(isNull(contactReleases.endedAt), gt(contactReleases.reviewDueAt, now()));
  const late = and(lte(contactReleases.reviewDueAt, now()), gt(contactReleases.reviewDueAt, since));
  // Barred again by hand before its time was over: there is nothing left to look at.
  const ranOut = or(
    isNull(contactReleases.endedAt),
    sql`${contactReleases.endedAt} >= ${contactReleases.reviewDueAt}`,
  );
  const rows = await tx
    .select()
    .from(contactReleases)
    .where(
      and(
        eq(contactReleases.how, 'BROKEN_GLASS'),
        isNull(contactReleases.reviewedAt),
        or(inTime, and(late, ranOut)),
      ),
    )
    .orderBy(contactReleases.reviewDueAt);
  const names = await staffNames(
    tx,
    rows.map((row) => row.askedBy),
  );
  const subjects = await subjectsById(
    tx,
    actor,
    rows.map((row) => row.reportId),
  );
  const found: (Glass & { reportId: string })[] = [];
  for (const row of rows) {
    const about = subjects.get(row.reportId);
    if (!about || !row.reviewDueAt) continue;
    const key = await openDataKey(tx, { kind: 'report', id: row.reportId });
    const withheld = isWithheldFrom(WAITING_GLASS, await withheldAround(tx, actor, row.reportId));
    found.push({
      id: row.id,
      reportId: row.reportId,
      reference: about.ref,
      by: names.get(row.askedBy) ?? '–',
      at: row.releasedAt,
      reason: withheld ? null : openRow<{ reason: string }>(key, 'contact_releases', row).reason,
      dueAt: row.reviewDueAt,
      overdue: row.reviewDueAt.getTime() <= now().getTime(),
      own: row.askedBy === actor.id,
    });
  }
  return found;
}
