import { SelectField } from '@/app/_components/select-field';
import { TextField } from '@/app/_components/text-field';
import { caseLists } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import { words } from '@/lib/i18n/words';
import { recordWillingnessAction } from '../../../_people/actions';
import { Axis } from './axis';
import { type PersonPage, wrong } from './person-page';

/** Whether the person wants to come back: not wanting to is an answer, and may change. */
export function Willingness({ page }: { page: PersonPage }) {
  const { locale, found, typed } = page;
  const { people: said } = words(locale).desk;
  const given = typed.willingness ?? {};
  return (
    <Axis
      page={page}
      form="willingness"
      title={said.axes.WILLINGNESS}
      action={recordWillingnessAction}
      entries={found.person.facts.WILLINGNESS.map(({ at, by, value, saidTo, note }) => ({
        at,
        by,
        what: caseWord(locale, 'willingness', value),
        lines: [saidTo ? `${said.fields.saidTo}: ${saidTo}` : '', note],
      }))}
    >
      <SelectField
        locale={locale}
        name="willingness_value"
        label={said.fields.value}
        options={caseLists.willingness.map((code) => ({
          value: code,
          label: caseWord(locale, 'willingness', code),
        }))}
        error={wrong(page, 'willingness')}
        defaultValue={given.willingness_value}
      />
      <TextField
        locale={locale}
        name="willingness_said_to"
        label={said.fields.saidTo}
        optional
        defaultValue={given.willingness_said_to}
      />
      <TextField
        locale={locale}
        name="willingness_note"
        label={said.fields.note}
        optional
        defaultValue={given.willingness_note}
      />
    </Axis>
  );
}
