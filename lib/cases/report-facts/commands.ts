import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { reports } from '@/db/schema/reports';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { storeAddition } from '@/lib/reports/additions/commands';
import { keptOfAddition } from '@/lib/reports/additions/kept-of-addition';
import { factSection, factSections } from '@/lib/reports/desk/fact-questions';
import { RECORDING } from '@/lib/reports/desk/policy';
import { isRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { submissionKeyOf } from '@/lib/reports/desk/submission-key';
import { HEALTH_CODES } from '@/lib/reports/kept-answers';
import { mergeParts, type Part } from '@/lib/reports/merge-parts';
import type { SectionAnswers } from '@/lib/reports/posted';
import type { SectionId } from '@/lib/reports/questionnaire';
import { isReference } from '@/lib/reports/reference-shape';
import { openSections } from '@/lib/reports/stored/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { ReporterKind } from '@/lib/urgency/answers';
import { openDataKey } from '@/lib/vault/commands';
import { lockReportAndCase } from '../contact/commands';
import { type Left, leftBy, tellOfDanger } from './danger/commands';
import { readFacts, type TypedFacts } from './typed-facts';

export type Recording = { reference: string; typed: TypedFacts; submission: string };

/**
 * Records what staff found out about a report as its next part, by the rules of what a reporter adds (lib/reports/additions) and with how they know.
 * `to-mend`: readFacts says what. `not-kept`: all of it is what the reporter refused to have kept. The same form sent twice is stored once; two people
 * at once are two parts. In whatever state the report is: what becomes known late is still known. `left`: it is grave danger, and the report or its case
 * stays decided until a person takes it up again; who decides has been told.
 */
export async function recordReportFacts(
  db: Db,
  actor: StaffActor,
  { reference, typed, submission }: Recording,
): Promise<{ ok: true; left?: Left } | Refusal<'forbidden' | 'unknown' | 'to-mend' | 'not-kept'>> {
  const { kind, section, answers } = typed;
  if (!can(actor.roles, RECORDING.permission)) return refuse('forbidden');
  if (!factSections(kind).includes(section)) return refuse('unknown');
  const read = readFacts(typed, now());
  if (!read.ok) return refuse('to-mend');
  const sent = await submissionKeyOf(db, { reference, text: section, submission });
  return withAudit(db, async (tx, record) => {
    const locked = await lockReportAndCase(tx, { reference });
    if (!locked || locked.report.kind !== kind) return refuse('unknown');
    const { report } = locked;
    if (await isRecusedFromReport(tx, report.id, actor.id)) return refuse('unknown');
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const parts = await openSections(tx, report.id, key);
    if (parts.some((one) => one.submission === sent)) return done(await leftBy(tx, sent));
    const found = { [section]: { answers, submission: sent } };
    if (Object.keys(keptOfAddition(found, parts)).length === 0) return refuse('not-kept');
    const { source, confidence, learnedAt } = read;
    const by = { by: actor.id, source, confidence, learnedAt };
    const grave = await storeAddition(tx, record, report.id, found, by);
    return done(grave && (await tellOfDanger(tx, locked, { level: grave, at: now(), sent })));
  });
}

const done = (left: Left | null) => ({ ok: true as const, ...(left ? { left } : {}) });

/** What the form for facts shows of a report: what is known so far. */
export type FactsForm = {
  kind: ReporterKind;
  section: SectionId;
  answers: SectionAnswers;
  /** Answers about health are not kept: the reporter was asked for consent and did not give it. */
  healthRefused: boolean;
};

/** Opens the page with this slug for who may record facts about a report; null where its kind has none. Recorded as reading it; what its reporter sent stays unread, since it is not shown here. */
export async function openFactsForm(
  db: Db,
  actor: StaffActor,
  reference: string,
  slug: string,
): Promise<FactsForm | null> {
  if (!can(actor.roles, RECORDING.permission) || !isReference(reference)) return null;
  return withAudit(db, async (tx, record) => {
    const [report] = await tx.select().from(reports).where(eq(reports.reference, reference));
    const section = report && factSection(report.kind as ReporterKind, slug);
    if (!section || (await isRecusedFromReport(tx, report.id, actor.id))) return null;
    await record({ kind: 'report', id: report.id }, { kind: 'staff', id: actor.id }, 'report.read');
    const key = await openDataKey(tx, { kind: 'report', id: report.id });
    const parts = await openSections(tx, report.id, key);
    const { answers } = mergeParts(parts);
    return { kind: report.kind as ReporterKind, section, answers, healthRefused: !keepsHealth(parts) };
  });
}

function keepsHealth(parts: readonly Part[]): boolean {
  const told: Partial<Record<SectionId, { answers: SectionAnswers }>> = {
    S2: { answers: { vulnerability: [...HEALTH_CODES] } },
  };
  return Object.keys(keptOfAddition(told, parts)).length > 0;
}
