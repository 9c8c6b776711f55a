import type { Db } from '@/db/client';
import { beginAddition } from '@/lib/reports/additions/commands';
import { submitReport } from '@/lib/reports/commands';
import { saveSections } from '@/lib/reports/draft/commands';
import { readPosted, type SectionAnswers } from '@/lib/reports/posted';
import type { SectionId } from '@/lib/reports/questionnaire';
import type { ReporterKind } from '@/lib/urgency/answers';
import { formOf } from './typed-report';

export type Told = Partial<Record<SectionId, SectionAnswers>>;

/** Types an addition, page by page as the form's action does, without sending it. Answers the draft's id. */
export async function typeAddition(
  db: Db,
  reportId: string,
  kind: ReporterKind,
  told: Told,
): Promise<string> {
  const draft = await beginAddition(db, reportId);
  if (!draft) throw new Error('no report to add to');
  for (const [section, answers] of Object.entries(told)) {
    const posted = readPosted(kind, section as SectionId, formOf(answers)).answers;
    const saved = await saveSections(db, draft, { [section]: posted }, 0);
    if (!saved.ok) throw new Error(saved.reason);
  }
  return draft;
}

/** Types and sends an addition. */
export async function addTo(db: Db, reportId: string, kind: ReporterKind, told: Told) {
  return submitReport(db, await typeAddition(db, reportId, kind, told), 'ko');
}
