import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, lte } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseReports, contactReleases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import type { AuditActor } from '@/lib/audit/entry';
import { now } from '@/lib/clock';
import { GLASS_REVIEW_DURATION } from '@/lib/clocks/durations';
import { type Refusal, refuse } from '@/lib/errors';
import { tell } from '@/lib/notify/outbox/commands';
import { isRecusedFromReport, recusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { isReference } from '@/lib/reports/reference-shape';
import { requestApproval } from '@/lib/staff/approvals/commands';
import { othersWho } from '@/lib/staff/duty/queries';
import { can, type Permission } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { isWithheldFrom, WAITING_GLASS } from '../approving/withholding';
import { type CaseRow, lockCase } from '../case-work/commands';
import { followWord } from '../clock-keeping/word/commands';
import { withheldAround } from '../people/queries';
import { sealRow } from '../places';
import { refreshCase } from '../refreshing/commands';
import { readTyped, type TextProblem } from '../typed-text';

type ReportRow = typeof reports.$inferSelect;
type Gone = 'forbidden' | 'unknown' | 'recused';
/** The report, and the case it is in: both locked, the case first, as everything that locks both does. */
export type LockedReport = { report: ReportRow; row: CaseRow | null };

/** Locks a report and the case it is in. */
export async function lockReportAndCase(
  tx: Tx,
  which: { id: string } | { reference: string },
): Promise<LockedReport | null> {
  const wanted = 'id' in which ? eq(reports.id, which.id) : eq(reports.reference, which.reference);
  const [known] = await tx
    .select({ caseId: caseReports.caseId })
    .from(reports)
    .leftJoin(caseReports, and(eq(caseReports.reportId, reports.id), isNull(caseReports.unlinkedAt)))
    .where(wanted);
  if (!known) return null;
  const row = known.caseId ? await lockCase(tx, known.caseId) : null;
  const [report] = await tx.select().from(reports).where(wanted).for('update');
  return report ? { report, row } : null;
}

async function onReport<Result>(
  db: Db,
  actor: StaffActor,
  permission: Permission,
  reference: string,
  work: (tx: Tx, record: RecordAudit, locked: LockedReport) => Promise<Result>,
): Promise<Result | Refusal<Gone>> {
  if (!can(actor.roles, permission)) return refuse('forbidden');
  if (!isReference(reference)) return refuse('unknown');
  return withAudit(db, async (tx, record) => {
    const locked = await lockReportAndCase(tx, { reference });
    if (!locked) return refuse('unknown');
    if (await isRecusedFromReport(tx, locked.report.id, actor.id)) return refuse('recused');
    return work(tx, record, locked);
  });
}

const isBarred = ({ contactRisk, contactReleasedAt }: ReportRow) =>
  contactRisk === 'RISKY' && contactReleasedAt === null;

/** Asks a second person to release contact that contact_risk bars. */
export async function requestContactRelease(
  db: Db,
  actor: StaffActor,
  reference: string,
  reason: string,
): Promise<
  | { ok: true; approvalId: string; expiresAt: Date }
  | Refusal<Gone | TextProblem | 'not-barred' | 'already-asked'>
> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return onReport(db, actor, 'contact.release', reference, async (tx, record, { report }) => {
    if (!isBarred(report)) return refuse('not-barred');
    const asked = await requestApproval(tx, record, actor, {
      act: 'RELEASE_CONTACT',
      subject: { kind: 'report', id: report.id },
      payload: {},
      reason: typed.text,
    });
    return asked.ok ? { ok: true as const, approvalId: asked.id, expiresAt: asked.expiresAt } : asked;
  });
}

/**
 * One supervisor releases contact alone, because waiting would cost more. Another one has to look at it within 24 hours, and is told. Whose
 * last one ended without that cannot do it again: it takes somebody else.
 */
export async function breakGlass(
  db: Db,
  actor: StaffActor,
  reference: string,
  reason: string,
): Promise<{ ok: true; reviewDueAt: Date } | Refusal<Gone | TextProblem | 'not-barred' | 'unreviewed'>> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return onReport(db, actor, 'contact.break-glass', reference, async (tx, record, locked) => {
    if (!isBarred(locked.report)) return refuse('not-barred');
    if (await wasLeftUnreviewed(tx, locked.report.id, actor.id)) return refuse('unreviewed');
    const reviewDueAt = new Date(now().getTime() + GLASS_REVIEW_DURATION);
    const id = await release(tx, record, actor, locked, {
      how: 'BROKEN_GLASS',
      askedBy: actor.id,
      agreedBy: null,
      reviewDueAt,
      reason: typed.text,
    });
    const back = await recusedFromReport(tx, locked.report.id);
    await tell(tx, {
      kind: 'GLASS_BROKEN',
      staffIds: (await othersWho(tx, 'contact.break-glass', actor.id)).filter((id) => !back.includes(id)),
      subject: { kind: 'report', id: locked.report.id },
      dedupe: `glass/${id}`,
    });
    return { ok: true as const, reviewDueAt };
  });
}

/** Whether the last broken glass of a report is this person's and nobody reviewed it. Asked while contact is barred, so it has ended. */
async function wasLeftUnreviewed(tx: Tx, reportId: string, staffId: string): Promise<boolean> {
  const [last] = await tx
    .select({ askedBy: contactReleases.askedBy, reviewedAt: contactReleases.reviewedAt })
    .from(contactReleases)
    .where(and(eq(contactReleases.reportId, reportId), eq(contactReleases.how, 'BROKEN_GLASS')))
    .orderBy(desc(contactReleases.releasedAt))
    .limit(1);
  return last?.askedBy === staffId && last.reviewedAt === null;
}

type Release = {
  how: 'TWO_PEOPLE' | 'BROKEN_GLASS';
  askedBy: string;
  agreedBy: string | null;
  reviewDueAt: Date | null;
  reason: string;
};

/** Releases contact, in the transaction of whatever allowed it. Answers the release's id. */
export async function release(
  tx: Tx,
  record: RecordAudit,
  actor: StaffActor,
  { report, row }: LockedReport,
  { reason, ...by }: Release,
): Promise<string> {
  const id = randomUUID();
  const at = now();
  const key = await openDataKey(tx, { kind: 'report', id: report.id });
  const sealed = sealRow(key, 'contact_releases', id, { reason });
  await tx.insert(contactReleases).values({ id, reportId: report.id, ...by, releasedAt: at, sealed });
  await tx.update(reports).set({ contactReleasedAt: at }).where(eq(reports.id, report.id));
  if (row) {
    await followWord(tx, row, at);
    await refreshCase(tx, row);
  }
  const detail = { how: by.how, release: id };
  await record(
    { kind: 'report', id: report.id },
    { kind: 'staff', id: actor.id },
    'contact.released',
    detail,
  );
  return id;
}

/**
 * Another supervisor looks at a broken glass: upheld, it stays released; else contact is barred again at once. To uphold it is to judge it: that takes
 * somebody who may know of everybody in the case that the report is in.
 */
export async function reviewBrokenGlass(
  db: Db,
  actor: StaffActor,
  reference: string,
  { upheld, reason }: { upheld: boolean; reason: string },
): Promise<{ ok: true } | Refusal<Gone | TextProblem | 'nothing-to-review' | 'same-person' | 'withheld'>> {
  const typed = readTyped(reason, !upheld);
  if (!typed.ok) return typed;
  return onReport(db, actor, 'contact.break-glass', reference, async (tx, record, { report, row }) => {
    const [found] = await tx
      .select()
      .from(contactReleases)
      .where(and(eq(contactReleases.reportId, report.id), isNull(contactReleases.endedAt)));
    if (found?.how !== 'BROKEN_GLASS' || found.reviewedAt) return refuse('nothing-to-review');
    if (found.askedBy === actor.id) return refuse('same-person');
    if (upheld && isWithheldFrom(WAITING_GLASS, await withheldAround(tx, actor, report.id)))
      return refuse('withheld');
    await tx
      .update(contactReleases)
      .set({ reviewedBy: actor.id, reviewedAt: now() })
      .where(eq(contactReleases.id, found.id));
    const by = { kind: 'staff' as const, id: actor.id };
    const detail = { release: found.id, upheld };
    await record({ kind: 'report', id: report.id }, by, 'contact.glass-reviewed', detail);
    if (!upheld) await bar(tx, record, by, { report, row });
    return { ok: true as const };
  });
}

/** Bars contact again: anybody who could have asked for its release may, alone. */
export async function barContactAgain(
  db: Db,
  actor: StaffActor,
  reference: string,
): Promise<{ ok: true } | Refusal<Gone | 'not-released'>> {
  return onReport(db, actor, 'contact.release', reference, async (tx, record, locked) => {
    if (!locked.report.contactReleasedAt) return refuse('not-released');
    await bar(tx, record, { kind: 'staff', id: actor.id }, locked);
    return { ok: true as const };
  });
}

async function bar(
  tx: Tx,
  record: RecordAudit,
  by: AuditActor,
  { report, row }: LockedReport,
): Promise<void> {
  await tx
    .update(contactReleases)
    .set({ endedAt: now() })
    .where(and(eq(contactReleases.reportId, report.id), isNull(contactReleases.endedAt)));
  await tx.update(reports).set({ contactReleasedAt: null }).where(eq(reports.id, report.id));
  if (row) {
    await followWord(tx, row, now());
    await refreshCase(tx, row);
  }
  await record({ kind: 'report', id: report.id }, by, 'contact.barred');
}

/** A broken glass that nobody reviewed in its 24 hours ends by itself: one person's word does not stand longer. Answers how many. */
export async function endUnreviewedReleases(db: Db): Promise<number> {
  const over = await db
    .select({ reportId: contactReleases.reportId })
    .from(contactReleases)
    .where(
      and(
        isNull(contactReleases.endedAt),
        isNull(contactReleases.reviewedAt),
        lte(contactReleases.reviewDueAt, now()),
      ),
    );
  for (const { reportId } of over)
    await withAudit(db, async (tx, record) => {
      const locked = await lockReportAndCase(tx, { id: reportId });
      if (locked?.report.contactReleasedAt) await bar(tx, record, { kind: 'system', id: null }, locked);
    });
  return over.length;
}
