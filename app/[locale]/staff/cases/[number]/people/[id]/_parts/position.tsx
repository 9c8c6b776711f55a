import { SelectField } from '@/app/_components/select-field';
import { TextField } from '@/app/_components/text-field';
import { caseLists } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import { words } from '@/lib/i18n/words';
import { recordPositionAction } from '../../../_people/actions';
import { Axis } from './axis';
import { type PersonPage, wrong } from './person-page';

/** How the law sees the person, for those who may see it. */
export function Position({ page }: { page: PersonPage }) {
  const { locale, found, typed } = page;
  const { people: said } = words(locale).desk;
  const given = typed.position ?? {};
  return (
    <Axis
      page={page}
      form="position"
      title={said.axes.POSITION}
      action={recordPositionAction}
      rule={<p>{said.positionRule}</p>}
      entries={found.person.facts.POSITION.map(({ at, by, value, note }) => ({
        at,
        by,
        what: caseWord(locale, 'position', value),
        lines: [note],
      }))}
    >
      <SelectField
        locale={locale}
        name="position_value"
        label={said.fields.value}
        options={caseLists.position.map((code) => ({
          value: code,
          label: caseWord(locale, 'position', code),
        }))}
        error={wrong(page, 'position')}
        defaultValue={given.position_value}
      />
      <TextField
        locale={locale}
        name="position_note"
        label={said.fields.note}
        optional
        defaultValue={given.position_note}
      />
    </Axis>
  );
}
