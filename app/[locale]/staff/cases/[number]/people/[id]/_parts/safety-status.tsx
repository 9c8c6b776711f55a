import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import { caseLists, type Safety } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import { SAFETY } from '@/lib/cases/safety';
import { now } from '@/lib/clock';
import { seoulMoment, typedMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { recordSafetyAction } from '../../../_people/actions';
import { Axis } from './axis';
import { type PersonPage, wrongIn } from './person-page';

/** Safety: each value with source, confidence and time. What counts as proof of freedom is said before anybody chooses. */
export function SafetyStatus({ page }: { page: PersonPage }) {
  const { locale, found, typed, offered } = page;
  const { people: said } = words(locale).desk;
  const given = typed.safety ?? {};
  const { facts } = found.person;
  const options = <List extends 'safety_source' | 'confidence'>(list: List) =>
    caseLists[list].map((code) => ({ value: code, label: caseWord(locale, list, code as never) }));
  return (
    <Axis
      page={page}
      form="safety"
      title={said.axes.SAFETY}
      action={recordSafetyAction}
      open
      entries={facts.SAFETY.map((fact) => ({
        at: fact.at,
        by: fact.by,
        what: caseWord(locale, 'safety_status', fact.value),
        lines: [
          [
            caseWord(locale, 'safety_source', fact.source),
            said.confidence(caseWord(locale, 'confidence', fact.confidence)),
            ...(fact.observedAt ? [said.observed(seoulMoment(new Date(fact.observedAt)))] : []),
          ].join(', '),
          fact.note,
        ],
      }))}
      rule={
        <>
          {offered ? <p className="font-bold">{said.offered}</p> : null}
          <p>{said.proofRule}</p>
          {facts.PROOF_QUESTION.length === 0 ? <p>{said.proofNone}</p> : null}
        </>
      }
    >
      <SelectField
        locale={locale}
        name="safety_value"
        label={said.fields.value}
        options={caseLists.safety_status.map((status) => ({ value: status, label: labelOf(page, status) }))}
        error={wrongIn(page, 'safety', 'safety_value')}
        defaultValue={given.safety_value ?? offered}
      />
      <div className="grid items-end gap-x-4 gap-y-3 md:grid-cols-2">
        <SelectField
          locale={locale}
          name="safety_source"
          label={said.fields.source}
          options={options('safety_source')}
          error={wrongIn(page, 'safety', 'safety_source')}
          defaultValue={given.safety_source}
        />
        <SelectField
          locale={locale}
          name="safety_confidence"
          label={said.fields.confidence}
          options={options('confidence')}
          defaultValue={given.safety_confidence}
        />
      </div>
      <TextField
        locale={locale}
        name="safety_at"
        label={said.fields.observedAt}
        hint={said.fields.observedHint}
        error={wrongIn(page, 'safety', 'safety_at')}
        width="medium"
        defaultValue={given.safety_at ?? typedMoment(now())}
      />
      <TextArea
        locale={locale}
        name="safety_note"
        label={said.fields.note}
        optional
        rows={2}
        defaultValue={given.safety_note}
      />
    </Axis>
  );
}

/** A status, with who alone may establish it where not everybody may. */
function labelOf({ locale }: PersonPage, status: Safety): string {
  const { onlyBy }: { onlyBy: Partial<Record<string, (status: string) => string>> } =
    words(locale).desk.people;
  const name = caseWord(locale, 'safety_status', status);
  return onlyBy[SAFETY[status].proof]?.(name) ?? name;
}
