import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { messages, notes, reportReaders, reports, reportTransitions } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { staffWhoDid } from '@/lib/audit/queries';
import { now } from '@/lib/clock';
import { listReportFiles, type ReportFileView } from '@/lib/evidence/queries';
import { findPeriod, type Period } from '@/lib/periods/queries';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { ReporterKind } from '@/lib/urgency/answers';
import type { Assessment } from '@/lib/urgency/assess';
import type { Level } from '@/lib/urgency/levels';
import { openDataKey } from '@/lib/vault/commands';
import { type DataKey, open } from '@/lib/vault/seal';
import type { ReportState } from '../../code-lists';
import type { Consents } from '../../consents';
import { type EarlierAnswer, leaveOutRefused, mergeParts } from '../../merge-parts';
import type { Provenance } from '../../provenance';
import { newestAssessment } from '../../reassessing/queries';
import { isReference } from '../../reference-shape';
import { type ReportRequest, readRequests } from '../../requests/queries';
import { compartmentParts, lastPart, openSections } from '../../stored/queries';
import { allowedActions, type ReportAction } from '../../transitions';
import { type ContactBarrier, contactBarrier, RECORDING } from '../policy';
import { lockReportFor } from '../recusal/queries';

/** `about`: the note is the reason for which somebody opened what the person was made to do, took an original away, played a recording, or for which somebody has stepped back. */
export type DeskNote = {
  id: string;
  author: string;
  text: string;
  about?: 'compartment' | 'evidence' | 'recording' | 'recusal';
  at: Date;
};
export type DeskMessage = {
  id: string;
  fromReporter: boolean;
  author: string | null;
  text: string;
  at: Date;
  readAt: Date | null;
};
export type DeskStep = {
  id: string;
  from: ReportState;
  to: ReportState;
  /** Null: by no person, because grave danger was added (lib/reports/taking-up). */
  author: string | null;
  reason: string | null;
  at: Date;
};
export type DeskAddition = {
  part: number;
  at: Date;
  answers: Record<string, string[]>;
  withFiles: boolean /** Something was told that is read apart. */;
  withCompartment: boolean;
  /** How staff know it; null: its reporter added it. */
  recorded: DeskProvenance | null;
};
/** `by` is a name. */
export type DeskProvenance = Omit<Provenance, 'learnedAt'> & { learnedAt: Date };
export type DeskRequest = Omit<ReportRequest, 'decidedBy'> & { decidedBy: string | null };
export type DeskReader = { id: string; name: string; firstAt: Date; lastAt: Date; times: number };

/** A file at the desk. What the camera wrote and what a scanner called it only for who may open originals. */
export type DeskFile = Omit<ReportFileView, 'photo'> & { photo: ReportFileView['photo'] | null };

export type DeskReport = {
  reference: string;
  kind: ReporterKind;
  viaSos: boolean;
  state: ReportState;
  level: Level;
  points: number;
  province: string | null;
  contactRisk: string | null;
  /** What forbids word to the reporter; null when they may be written to. */
  contactBarrier: ContactBarrier | null;
  mayContact: boolean;
  locale: string;
  receivedAt: Date;
  /** The special reporting period it arrived in, if any. */
  period: Pick<Period, 'nameKo' | 'nameEn'> | null;
  openedAt: Date;
  assignedTo: string | null;
  /** Nothing may erase it. */
  legalHold: boolean;
  /** As they stand: what was sent, with what was added since. */
  answers: Record<string, string[]>;
  /** As they were sent, before anything was added. */
  sent: Record<string, string[]>;
  /** What single answers were before something added said otherwise. */
  earlier: EarlierAnswer[];
  /** What was added by receipt code or recorded by staff, newest first; the compartment is read elsewhere. */
  additions: DeskAddition[];
  /** The last part that was added, also one of which nothing may be read here; 0 where nothing was. */
  lastPart: number;
  requests: DeskRequest[];
  /** The choices about consent; missing when they were never asked for. */
  consents: Consents | undefined;
  /** Something was told of what the person was made to do: it is read on its own page, by permission. */
  hasCompartment: boolean;
  files: DeskFile[];
  assessment: Assessment | null;
  actions: { action: ReportAction; needsReason: boolean }[];
  /** Whoever reads it may record what they found out about it. */
  mayRecordFacts: boolean;
  notes: DeskNote[];
  messages: DeskMessage[];
  steps: DeskStep[];
  readers: DeskReader[];
};

const opened = <Value>(key: DataKey, table: string, row: { id: string; sealed: Buffer }) =>
  open<Value>(key, { table, row: row.id, column: 'sealed' }, row.sealed);

/**
 * Opens a report for a person at the desk. A command, because reading is recorded in the transaction that reads: in the audit, in who has read
 * it, and the first time in when it was first looked at. Null when there is none, it is not theirs to read, or they
 * have stepped back from its case.
 */
export async function readReport(db: Db, actor: StaffActor, reference: string): Promise<DeskReport | null> {
  if (!can(actor.roles, 'report.read') || !isReference(reference)) return null;
  return withAudit(db, async (tx, record) => {
    const report = await lockReportFor(tx, actor, reference);
    if (!report) return null;
    const openedAt = await markRead(tx, report, actor);
    await record({ kind: 'report', id: report.id }, { kind: 'staff', id: actor.id }, 'report.read');
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const state = report.state as ReportState;
    const history = await readHistory(tx, key, report.id);
    const withdrawalAsked = history.requests.some(({ kind, decision }) => kind === 'WITHDRAW' && !decision);
    const barrier = contactBarrier({ ...report, withdrawalAsked });
    return {
      reference,
      kind: report.kind as ReporterKind,
      viaSos: report.viaSos,
      state,
      level: report.level as Level,
      points: report.points,
      province: report.province,
      contactRisk: report.contactRisk,
      contactBarrier: barrier,
      mayContact: barrier === null,
      locale: report.locale,
      receivedAt: report.receivedAt,
      period: report.periodId ? await findPeriod(tx, report.periodId) : null,
      openedAt,
      assignedTo: report.assignedTo,
      legalHold: report.legalHold,
      ...(await readAnswers(tx, key, report.id)),
      lastPart: await lastPart(tx, report.id),
      files: await readFiles(tx, actor, report.id),
      assessment: (await newestAssessment(tx, key, report.id))?.assessment ?? null,
      actions: allowedActions(state, actor.roles),
      mayRecordFacts: can(actor.roles, RECORDING.permission),
      ...history,
    };
  });
}

async function markRead(tx: Tx, report: typeof reports.$inferSelect, actor: StaffActor): Promise<Date> {
  const at = now();
  await tx
    .insert(reportReaders)
    .values({ reportId: report.id, staffId: actor.id, firstReadAt: at, lastReadAt: at, times: 1 })
    .onConflictDoUpdate({
      target: [reportReaders.reportId, reportReaders.staffId],
      set: { lastReadAt: at, times: sql`${reportReaders.times} + 1` },
    });
  await tx
    .update(messages)
    .set({ readAt: at })
    .where(
      and(eq(messages.reportId, report.id), eq(messages.direction, 'FROM_REPORTER'), isNull(messages.readAt)),
    );
  if (!report.openedAt) await tx.update(reports).set({ openedAt: at }).where(eq(reports.id, report.id));
  return report.openedAt ?? at;
}

/** What was answered and added, and the latest choices about consent. */
async function readAnswers(tx: Tx, key: DataKey, reportId: string) {
  const [parts, apart] = [await openSections(tx, reportId, key), await compartmentParts(tx, reportId)];
  const added = leaveOutRefused(parts).filter(({ part }) => part > 0);
  const addedAt = new Map([...apart, ...added].map((one) => [one.part, one.addedAt] as const));
  addedAt.delete(0);
  const names = await staffNames(
    tx,
    added.flatMap(({ recorded }) => recorded?.by ?? []),
  );
  const named = ({ by, learnedAt, ...known }: Provenance): DeskProvenance => ({
    ...known,
    by: names.get(by) ?? '–',
    learnedAt: new Date(learnedAt),
  });
  const additions = [...addedAt].map(([part, at]): DeskAddition => {
    const mine = added.filter((one) => one.part === part);
    const known = mine.find(({ recorded }) => recorded)?.recorded;
    return {
      part,
      at,
      withCompartment: apart.some((one) => one.part === part),
      answers: Object.assign({}, ...mine.map(({ answers }) => answers)),
      withFiles: mine.some(({ section }) => section === 'S7'),
      recorded: known ? named(known) : null,
    };
  });
  return {
    ...mergeParts(parts),
    sent: mergeParts(leaveOutRefused(parts).filter(({ part }) => part === 0)).answers,
    consents: parts.findLast(({ consents }) => consents)?.consents,
    hasCompartment: apart.length > 0,
    additions: additions.toSorted((one, other) => other.part - one.part),
  };
}

async function readFiles(tx: Tx, actor: StaffActor, reportId: string): Promise<DeskFile[]> {
  const mayOpen = can(actor.roles, 'evidence.original');
  return (await listReportFiles(tx, reportId)).map(({ photo, threat, ...file }) => ({
    ...file,
    photo: mayOpen && Object.keys(photo).length > 0 ? photo : null,
    threat: mayOpen ? threat : null,
  }));
}

/** What a step holds sealed. */
type StepWords = { reason: string; byItself?: boolean };

async function readHistory(tx: Tx, key: DataKey, reportId: string) {
  const noteRows = await tx
    .select()
    .from(notes)
    .where(eq(notes.reportId, reportId))
    .orderBy(asc(notes.writtenAt));
  const messageRows = await tx
    .select()
    .from(messages)
    .where(eq(messages.reportId, reportId))
    .orderBy(asc(messages.sentAt));
  const stepRows = await tx
    .select()
    .from(reportTransitions)
    .where(eq(reportTransitions.reportId, reportId))
    .orderBy(asc(reportTransitions.changedAt));
  // From the audit: who read its words in a case, or in a search, has read it too.
  const readerRows = await staffWhoDid(tx, { kind: 'report', id: reportId }, ['report.read', 'search.hit']);
  const requests = await readRequests(tx, reportId, key);
  const names = await staffNames(tx, [
    ...noteRows.map((row) => row.authorId),
    ...messageRows.flatMap((row) => row.authorId ?? []),
    ...stepRows.map((row) => row.staffId),
    ...readerRows.map((row) => row.staffId),
    ...requests.flatMap((request) => request.decidedBy ?? []),
  ]);
  const name = (id: string) => names.get(id) ?? '–';
  return {
    requests: requests.map(
      (request): DeskRequest => ({
        ...request,
        decidedBy: request.decidedBy ? name(request.decidedBy) : null,
      }),
    ),
    notes: noteRows.map((row) => ({
      id: row.id,
      author: name(row.authorId),
      ...opened<Pick<DeskNote, 'text' | 'about'>>(key, 'notes', row),
      at: row.writtenAt,
    })),
    messages: messageRows.map((row) => ({
      id: row.id,
      fromReporter: row.direction === 'FROM_REPORTER',
      author: row.authorId ? name(row.authorId) : null,
      text: opened<{ text: string }>(key, 'messages', row).text,
      at: row.sentAt,
      readAt: row.readAt,
    })),
    steps: stepRows.map(({ id, sealed, ...row }) => {
      const said = sealed ? opened<StepWords>(key, 'report_transitions', { id, sealed }) : null;
      return {
        id,
        from: row.fromState as ReportState,
        to: row.toState as ReportState,
        author: said?.byItself ? null : name(row.staffId),
        reason: said?.reason || null,
        at: row.changedAt,
      };
    }),
    readers: readerRows.map((row) => ({
      id: row.staffId,
      name: name(row.staffId),
      firstAt: row.firstAt,
      lastAt: row.lastAt,
      times: row.times,
    })),
  };
}
