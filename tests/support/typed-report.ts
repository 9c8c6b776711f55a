import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { reports } from '@/db/schema/reports';
import { submitReport } from '@/lib/reports/commands';
import { createDraft, saveSections } from '@/lib/reports/draft/commands';
import { readPosted, type SectionAnswers } from '@/lib/reports/posted';
import { allSteps } from '@/lib/reports/steps';
import { openSections } from '@/lib/reports/stored/queries';
import type { ReporterKind } from '@/lib/urgency/answers';
import { openDataKey } from '@/lib/vault/commands';

/** The least that each kind may send. */
export const LEAST: Readonly<Record<ReporterKind, SectionAnswers>> = {
  SELF_DANGER: { situation: ['CONFINED'] },
  FAMILY: {
    contact_risk: ['RISKY'],
    name_ko: ['가나루'],
    birth_year: ['1999'],
    sex: ['MALE'],
    prior_reports: ['NONE'],
    last_contact_at_year: ['2025'],
    last_contact_at_month: ['10'],
  },
  WITNESS: { narrative: ['B동 4층에서 봤어요'], country: ['KH'] },
  OFFER: {
    first_contact_channel: ['TELEGRAM'],
    ad_urls: ['https://jobs.example.com/1'],
    gave: ['NONE'],
    decided: ['REFUSED'],
  },
  RETURNEE: { site_name: ['은하수 타운'] },
  PRO: { narrative: ['통보받은 내용입니다'] },
};

/** A form as a browser posts it. */
export function formOf(answers: SectionAnswers): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(answers)) for (const value of values) form.append(name, value);
  return form;
}

/** Types answers into a new draft, page by page, as the form's action does. Answers the draft's id. */
export async function typeReport(db: Db, kind: ReporterKind, answers: SectionAnswers): Promise<string> {
  const draft = await createDraft(db, kind);
  const form = formOf(answers);
  for (const step of allSteps(kind)) {
    const posted = Object.fromEntries(
      step.sections.map((section) => [section, readPosted(kind, section, form).answers] as const),
    );
    const saved = await saveSections(db, draft, posted, 0);
    if (!saved.ok) throw new Error(saved.reason);
  }
  return draft;
}

/** Types and sends; throws when the report is not taken. */
export async function fileReport(db: Db, kind: ReporterKind, answers: SectionAnswers) {
  const draft = await typeReport(db, kind, answers);
  const sent = await submitReport(db, draft, 'ko');
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return { draft, receipt: sent.receipt };
}

/** The row of a report. */
export async function reportRow(db: Db, reference: string) {
  const [row] = await db.select().from(reports).where(eq(reports.reference, reference));
  if (!row) throw new Error(`no report ${reference}`);
  return row;
}

/** All answers of a stored report but the compartment, opened. */
export async function storedAnswers(db: Db, reference: string): Promise<SectionAnswers> {
  const { id } = await reportRow(db, reference);
  const key = await openDataKey(db, { kind: 'report', id });
  return Object.assign({}, ...(await openSections(db, id, key)).map(({ answers }) => answers));
}
