import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { recordReportFacts } from '@/lib/cases/report-facts/commands';
import type { TypedFacts } from '@/lib/cases/report-facts/typed-facts';
import type { SectionAnswers } from '@/lib/reports/posted';
import type { SectionId } from '@/lib/reports/questionnaire';
import type { StaffActor } from '@/lib/staff/session';

/** What the form for facts posts about a report of a family, unless told. */
export const typedFacts = (
  section: SectionId,
  answers: SectionAnswers,
  more: Partial<TypedFacts> = {},
): TypedFacts => ({
  ...{ kind: 'FAMILY', section, answers },
  ...{ source: 'REPORTER', confidence: 'MEDIUM', learnedAt: '2025-10-10 11:30', ...more },
});

/** Records facts about a report as its form does. */
export const recordFacts = (
  db: Db,
  actor: StaffActor,
  reference: string,
  typed: TypedFacts,
  submission: string = randomUUID(),
) => recordReportFacts(db, actor, { reference, typed, submission });
