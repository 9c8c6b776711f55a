import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';

type Props = { locale: Locale; given: KeptFields; error?: string | undefined };

/** When, how and with whom people come home; all of it can follow later. */
export function PlanFields({ locale, given, error }: Props) {
  const { fields: said } = words(locale).desk.returns;
  return (
    <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
      <TextField
        locale={locale}
        name="return_planned_at"
        label={said.plannedAt}
        hint={said.plannedHint}
        error={error}
        defaultValue={given.return_planned_at}
      />
      <TextField
        locale={locale}
        name="return_flight"
        label={said.flight}
        spellCheck={false}
        defaultValue={given.return_flight}
      />
      <TextField locale={locale} name="return_from" label={said.from} defaultValue={given.return_from} />
      <TextField locale={locale} name="return_to" label={said.to} defaultValue={given.return_to} />
      <TextField
        locale={locale}
        name="return_escort"
        label={said.escort}
        defaultValue={given.return_escort}
      />
      <TextArea
        locale={locale}
        name="return_note"
        label={said.note}
        rows={2}
        defaultValue={given.return_note}
      />
    </div>
  );
}
