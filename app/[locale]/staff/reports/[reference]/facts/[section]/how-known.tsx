import { SelectField } from '@/app/_components/select-field';
import { TextField } from '@/app/_components/text-field';
import { caseLists } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import { now } from '@/lib/clock';
import type { Locale } from '@/lib/i18n/locale';
import { typedMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { BlockTitle } from '../../../../_desk/page-title';
import type { FormProblem } from './facts-problems';

type Props = { locale: Locale; typed: KeptFields | null; problems: readonly FormProblem[] };

/** From whom staff know it, how surely, and when they learned it. */
export function HowKnown({ locale, typed, problems }: Props) {
  const { facts: said } = words(locale).desk;
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <section aria-labelledby="how-known" className="space-y-4 border-t border-gray-20 pt-6">
      <BlockTitle id="how-known">{said.how}</BlockTitle>
      <SelectField
        locale={locale}
        name="fact_source"
        label={said.source}
        options={caseLists.fact_source.map((code) => ({
          value: code,
          label: caseWord(locale, 'fact_source', code),
        }))}
        error={wrong('fact_source')}
        defaultValue={typed?.fact_source}
      />
      <SelectField
        locale={locale}
        name="fact_confidence"
        label={said.confidence}
        options={caseLists.confidence.map((code) => ({
          value: code,
          label: caseWord(locale, 'confidence', code),
        }))}
        error={wrong('fact_confidence')}
        defaultValue={typed?.fact_confidence}
      />
      <TextField
        locale={locale}
        name="fact_learned_at"
        label={said.learnedAt}
        hint={said.learnedHint}
        error={wrong('fact_learned_at')}
        width="medium"
        defaultValue={typed?.fact_learned_at ?? typedMoment(now())}
      />
    </section>
  );
}
