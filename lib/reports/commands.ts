import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { newRows } from '@/db/insert-whole';
import { drafts } from '@/db/schema/drafts';
import { reportSections, reports, reportUrgency } from '@/db/schema/reports';
import { type BeginAudit, withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { isUniqueViolation, type Refusal, refuse } from '@/lib/errors';
import { attachEvidence } from '@/lib/evidence/commands';
import type { Locale } from '@/lib/i18n/locale';
import { periodIdAt } from '@/lib/periods/queries';
import type { ReporterKind } from '@/lib/urgency/answers';
import { lookAgainAt } from '@/lib/urgency/look-again';
import { makeDataKey, type NewDataKey, newDataKeyRows } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { keyedDigest, vaultSecret } from '@/lib/vault/secrets';
import { additionOf, storeAddition } from './additions/commands';
import { toMend } from './additions/demands';
import { assessKept, openAnswers } from './assess-kept';
import { codeLists } from './code-lists';
import { mayCount } from './consents';
import { keepReceiptAlone, lockDraft } from './draft/commands';
import { allAnswers, draftReceiptPlace, loadDraft, type Receipt } from './draft/queries';
import { keptAnswers } from './kept-answers';
import type { SectionAnswers } from './posted';
import type { FileCounts, SectionId } from './questionnaire';
import { makeReference } from './reference';
import { checkSections, type Problem } from './schema';
import { allSteps } from './steps';
import { sealSections, tellsCompartment } from './stored/commands';
import type { StoredSection } from './stored/queries';

type Sections = Partial<Record<SectionId, StoredSection>>;
type Submitted = {
  ok: true;
  receipt: Receipt /** It had been sent before: stored once, same receipt. */;
  again: boolean;
};

/**
 * Sends a draft: report, sealed answers, urgency and audit row in one transaction, or nothing. Sent again (double click, retry, reload) it
 * meets the draft's lock and answers with the receipt of the first time.
 */
export async function submitReport(
  db: Db,
  draftId: string,
  locale: Locale,
): Promise<Submitted | Refusal<'gone' | 'nothing'> | (Refusal<'incomplete'> & { problems: Problem[] })> {
  // Read before the transaction opens, so that none ever waits for a second connection.
  await vaultSecret(db, 'digest');
  for (let tries = 3; ; tries -= 1) {
    try {
      return await withAudit(db, async (tx, record) => {
        const locked = await lockDraft(tx, draftId);
        const draft = locked && (await loadDraft(tx, draftId));
        if (!draft) return refuse('gone');
        if (draft.reportId) return { ok: true, receipt: draft.receipt, again: true };
        const digest = await keyedDigest(db, 'receipt', draft.receipt.code);
        const problems = toMend(draft, draftProblems(draft.kind, allAnswers(draft)));
        if (problems.length > 0) return { ...refuse('incomplete'), problems };
        const addition = draft.addsTo && additionOf(draft);
        if (addition === null && draft.addsTo) return refuse('nothing');
        if (addition && draft.addsTo) await storeAddition(tx, record, draft.addsTo, addition);
        const id =
          addition && draft.addsTo
            ? draft.addsTo
            : await storeReport(tx, record, {
                kind: draft.kind,
                sections: draft.sections,
                files: draft.files,
                locale,
                // As the lock found it: another sending of this draft may have drawn a new reference meanwhile. The code never changes.
                receipt: { reference: draft.receipt.reference, digest },
                submissionKey: `draft:${draftId}`,
                viaSos: false,
              });
        await attachEvidence(tx, record, draftId, id);
        await keepReceiptAlone(tx, draft, locked.key, id);
        return { ok: true, receipt: draft.receipt, again: false };
      });
    } catch (error) {
      if (tries === 0 || !isUniqueViolation(error, 'reports_reference')) throw error;
      await renameDraft(db, draftId);
    }
  }
}

/** Everything that still keeps a draft from being sent. */
export function draftProblems(kind: ReporterKind, answers: SectionAnswers): Problem[] {
  return allSteps(kind).flatMap((step) => checkSections(kind, step.sections, answers));
}

/**
 * Two drafts drew the same reference; the later one draws again. Nobody has seen it yet, unless the same draft, sent twice at once, has
 * been stored meanwhile: then it stays.
 */
async function renameDraft(db: Db, draftId: string): Promise<void> {
  await withTransaction(db, async (tx) => {
    const locked = await lockDraft(tx, draftId);
    const draft = locked && (await loadDraft(tx, draftId));
    if (!draft || draft.reportId) return;
    const renamed = { ...draft.receipt, reference: makeReference() };
    const sealedReceipt = seal(locked.key, draftReceiptPlace(draftId), renamed);
    await tx.update(drafts).set({ sealedReceipt }).where(eq(drafts.id, draftId));
  });
}

export type NewReport = {
  kind: ReporterKind;
  /** As typed; what may not be kept is left out here (kept-answers.ts). */
  sections: Sections;
  /** What was handed in beside the answers. */
  files?: FileCounts;
  locale: Locale;
  receipt: { reference: string; digest: Buffer };
  submissionKey: string;
  viaSos: boolean;
};

/** Everything that one report is stored as, sealed. The period it arrived in is asked of the database when it is stored. */
export type ReportRows = {
  id: string;
  keys: { report: NewDataKey; compartment: NewDataKey | null };
  report: Omit<typeof reports.$inferInsert, 'periodId'>;
  sections: (typeof reportSections.$inferInsert)[];
  urgency: typeof reportUrgency.$inferInsert;
};

/**
 * Makes a report's rows: what may be kept, its level, and all of it sealed. Nothing is stored here. `assessed` is there for who makes very
 * many reports that differ in their words alone.
 */
export function makeReportRows(report: NewReport, assessed = assessKept): ReportRows {
  const id = randomUUID();
  const at = now();
  const stored = keptAnswers(report.sections);
  const answers = openAnswers(stored, report.files);
  const urgency = assessed({ ...report, at }, openAnswers(report.sections, report.files), answers);
  const own = makeDataKey({ kind: 'report', id });
  const compartment = tellsCompartment(stored) ? makeDataKey({ kind: 'compartment', id }) : null;
  const row = randomUUID();
  const { level, points } = urgency;
  return {
    id,
    keys: { report: own, compartment },
    report: {
      id,
      reference: report.receipt.reference,
      kind: report.kind,
      viaSos: report.viaSos,
      state: 'RECEIVED',
      level,
      points,
      province: codeLists.province.find((code) => answers.province?.includes(code)) ?? null,
      contactRisk: codeLists.contact_risk.find((code) => answers.contact_risk?.includes(code)) ?? null,
      locale: report.locale,
      receivedAt: at,
      stateChangedAt: at,
      receiptDigest: report.receipt.digest,
      submissionKey: report.submissionKey,
      lookAgainAt: lookAgainAt({ kind: report.kind, viaSos: report.viaSos, answers, at }),
      inStatistics: mayCount(stored.S8?.consents),
    },
    sections: sealSections(id, { report: own.key, compartment: compartment?.key ?? null }, stored),
    urgency: {
      id: row,
      reportId: id,
      computedAt: at,
      level,
      points,
      sealed: seal(own.key, { table: 'report_urgency', row, column: 'sealed' }, urgency),
    },
  };
}

/** What the audit says of a report that arrived. */
export const receivedDetail = ({ report }: ReportRows) => ({
  via: report.viaSos ? 'sos' : 'form',
  kind: report.kind,
  level: report.level,
});

/**
 * Stores one report and the record of it, in one statement: in the transaction at hand, or by itself. Answers its id. `assessed` is there for
 * reports that urgency cannot tell apart.
 */
export async function storeReport(
  db: Db | Tx,
  audit: BeginAudit,
  report: NewReport,
  assessed = assessKept,
): Promise<string> {
  const made = makeReportRows(report, assessed);
  const { id, keys, sections } = made;
  const periodId = sql`(${periodIdAt(db, sql.placeholder('arrivedAt'))})`;
  const rows = [
    newDataKeyRows([keys.report, keys.compartment ?? []].flat()),
    newRows(reports, [{ ...made.report, periodId }]),
    newRows(reportSections, sections),
    newRows(reportUrgency, [made.urgency]),
  ];
  const others = { arrivedAt: made.report.receivedAt };
  const reporter = { kind: 'reporter', id: null } as const;
  await audit.begin(
    { rows, others },
    { kind: 'report', id },
    reporter,
    'report.received',
    receivedDetail(made),
  );
  return id;
}
