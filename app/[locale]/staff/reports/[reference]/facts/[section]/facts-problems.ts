import type { FieldProblem } from '@/app/_components/error-summary';
import { type FactsProblem, readFacts } from '@/lib/cases/report-facts/typed-facts';
import { now } from '@/lib/clock';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ReporterKind } from '@/lib/reports/kinds';
import type { SectionId } from '@/lib/reports/questionnaire';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { problemWords } from '../../../../../_questions/problem-words';
import type { Outcome } from '../../../../_desk/act-notice';
import { FACTS_FORM, LOST, readAnswers } from './facts-place';

/** `name` is the id of the control to mend, `field` the question that it belongs to. */
export type FormProblem = FieldProblem & { field: string };

type Given = {
  kind: ReporterKind;
  section: SectionId;
  typed: KeptFields | null;
  outcome: Outcome;
  /** The first question of the page: where a problem with all of it leads. */
  first: string | undefined;
};

const CONTROLS: Partial<Record<FactsProblem, string>> = {
  'no-latitude': 'latitude',
  'no-longitude': 'longitude',
  'no-source': 'fact_source',
  'no-confidence': 'fact_confidence',
  'no-moment': 'fact_learned_at',
  'not-yet': 'fact_learned_at',
};

/** What kept the form from being stored, worked out again from what was typed. */
export function factsProblems(
  locale: Locale,
  { kind, section, typed, outcome, first }: Given,
): FormProblem[] {
  if (outcome.form !== FACTS_FORM || !first) return [];
  const { problems: said } = words(locale).desk.facts;
  const all = { name: first, field: first };
  if (!['to-mend', 'not-kept', LOST].includes(outcome.problem ?? '')) return [];
  if (!typed || outcome.problem === LOST) return [{ ...all, message: said.lost }];
  if (outcome.problem === 'not-kept') return [{ ...all, message: said['not-kept'] }];
  const read = readFacts(
    {
      ...{ kind, section, answers: readAnswers(typed), learnedAt: typed.fact_learned_at ?? '' },
      ...{ source: typed.fact_source ?? '', confidence: typed.fact_confidence ?? '' },
    },
    now(),
  );
  if (read.ok) return [];
  return [
    ...read.answers.map((problem) => ({
      ...{ name: problem.control, field: problem.field as string },
      message: problemWords(locale, kind, problem),
    })),
    ...read.others.map((code) => {
      const control = CONTROLS[code];
      return { ...(control ? { name: control, field: control } : all), message: said[code] };
    }),
  ];
}
