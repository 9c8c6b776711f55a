import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { describeAnswers } from '@/lib/reports/describe';
import type { ReporterKind } from '@/lib/reports/kinds';
import type { SectionAnswers } from '@/lib/reports/posted';
import type { Asked } from '@/lib/reports/questionnaire';
import { QuestionField } from '../../../../../_questions/question-field';
import { Revealed } from '../../../../../_questions/revealed';
import type { FormProblem } from './facts-problems';

type Props = {
  locale: Locale;
  kind: ReporterKind;
  asked: readonly Asked[];
  /** What was typed and could not be taken. */
  given: SectionAnswers;
  /** What the report says so far. */
  known: SectionAnswers;
  problems: readonly FormProblem[];
  more: string | undefined;
};

/** The questions as the form puts them, blank, each with what is known so far. */
export function Questions({ locale, kind, asked, given, known, problems, more }: Props) {
  const { facts: said } = words(locale).desk;
  const rows = describeAnswers(locale, kind, known).flatMap((section) => section.rows);
  return asked.map(({ field, reveal }) => {
    const sofar = rows.find(({ name }) => name === field.name)?.values;
    return (
      <Revealed key={field.name} name={field.name} reveal={reveal}>
        <QuestionField
          {...{ locale, kind, field, more }}
          answers={given}
          error={problems.find((problem) => problem.field === field.name)?.message}
          soFar={sofar && said.soFar(sofar.join(', '))}
        />
      </Revealed>
    );
  });
}
