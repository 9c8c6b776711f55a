import { SelectField } from '@/app/_components/select-field';
import { TextField } from '@/app/_components/text-field';
import { caseLists } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import { words } from '@/lib/i18n/words';
import { recordIdentityAction } from '../../../_people/actions';
import { Axis } from './axis';
import { type PersonPage, wrongIn } from './person-page';

/** Whether the person is who they are said to be; by whom, how and when that was checked. */
export function Verification({ page }: { page: PersonPage }) {
  const { locale, found, typed } = page;
  const { people: said } = words(locale).desk;
  const given = typed.verification ?? {};
  return (
    <Axis
      page={page}
      form="verification"
      title={said.axes.IDENTITY}
      action={recordIdentityAction}
      entries={found.person.facts.IDENTITY.map(({ at, by, value, how }) => ({
        at,
        by,
        what: caseWord(locale, 'identity', value),
        lines: [how],
      }))}
    >
      <SelectField
        locale={locale}
        name="verification_value"
        label={said.fields.value}
        options={caseLists.identity.map((code) => ({
          value: code,
          label: caseWord(locale, 'identity', code),
        }))}
        error={wrongIn(page, 'verification', 'verification_value')}
        defaultValue={given.verification_value}
      />
      <TextField
        locale={locale}
        name="verification_how"
        label={said.fields.how}
        hint={said.fields.howHint}
        error={wrongIn(page, 'verification', 'verification_how')}
        defaultValue={given.verification_how}
      />
    </Axis>
  );
}
