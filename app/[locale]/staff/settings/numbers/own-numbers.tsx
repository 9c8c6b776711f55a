import { words } from '@/lib/i18n/words';
import { MOST_OWN, type NumbersToCall, OWN_KEYS, type OwnKey, ownField } from '@/lib/settings/numbers';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { type EditForm, EditText } from '../../_desk/edit-form';

/** The fields of the numbers by their posted names, as they are stored. */
export function savedOf(stored: NumbersToCall | null): Record<string, string> {
  const { own = [], ...days } = stored ?? { police: null, missing: null, consular: null };
  return Object.fromEntries([
    ...Object.entries(days).map(([id, day]) => [id, day ?? '']),
    ...own.flatMap((one, at) => OWN_KEYS.map((key) => [ownField(at, key), one[key]])),
  ]);
}

/** How many of the operator's own numbers have something typed into them, counted up to the last. */
export function lastTyped(typed: KeptFields | null): number {
  const places = Array.from({ length: MOST_OWN }, (_, at) => at + 1);
  return places.findLast((place) => OWN_KEYS.some((key) => typed?.[ownField(place - 1, key)])) ?? 0;
}

const LANGUAGE: Partial<Record<OwnKey, string>> = {
  nameKo: 'ko',
  nameEn: 'en',
  hoursKo: 'ko',
  hoursEn: 'en',
};

/** The numbers that the operator has beside the published ones, and room for one more. */
export function OwnNumbers({ form, shown }: { form: EditForm; shown: number }) {
  const { own: said } = words(form.locale).desk.settings.numbers;
  const places = Array.from({ length: Math.min(shown + 1, MOST_OWN) }, (_, at) => at);
  return (
    <>
      <h2 className="text-h4! md:text-h4!">{said.title}</h2>
      <p>{said.intro}</p>
      {places.map((at) => (
        <fieldset key={at} className="space-y-3 rounded-lg border border-gray-20 p-4">
          <legend className="px-1 font-bold">{said.legend(at + 1)}</legend>
          {OWN_KEYS.map((key) => (
            <EditText
              key={key}
              form={form}
              name={ownField(at, key)}
              label={said.fields[key]}
              {...(key === 'number' || key === 'verifiedOn' ? { hint: said.hints[key] } : {})}
              {...(LANGUAGE[key] ? { inputLang: LANGUAGE[key] } : {})}
              optional={key === 'hoursKo' || key === 'hoursEn' || key === 'verifiedOn'}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
