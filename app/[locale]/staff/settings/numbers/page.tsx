import type { Metadata } from 'next';
import { Button } from '@/app/_components/button';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { publishedContacts } from '@/lib/contacts/published';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { findSetting } from '@/lib/settings/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../_desk/act';
import { type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { EditText, editForm } from '../../_desk/edit-form';
import { SettingsFrame } from '../_parts/settings-frame';
import { saveNumbersAction } from '../actions';
import { NUMBER_FIELDS, NUMBERS_PLACE } from '../setting-places';
import { lastTyped, OwnNumbers, savedOf } from './own-numbers';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.places.numbers.title };
}

export default async function NumbersPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.edit');
  const [stored, typed] = await Promise.all([
    findSetting(database(), actor, 'NUMBERS'),
    findTyped(database(), actor.id, keptPlace(NUMBERS_PLACE, 'numbers')),
  ]);
  const { desk, pages } = words(locale);
  const said = desk.settings.numbers;
  const outcome = readOutcome(await searchParams);
  const own = stored.value?.own ?? [];
  const wrong = NUMBER_FIELDS.find((field) => field === outcome.seen);
  const form = editForm({
    locale,
    outcome,
    form: 'numbers',
    said,
    fieldOf: wrong && outcome.problem ? { [outcome.problem]: wrong } : {},
    saved: savedOf(stored.value),
    typed,
  });
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings', label: desk.settings.back }}
      title={desk.settings.places.numbers.title}
      outcome={outcome}
      said={said}
      anchors={{ numbers: wrong ?? 'police' }}
      kept={typed !== null}
    >
      <p>{said.intro}</p>
      <form
        action={saveNumbersAction}
        noValidate
        className="max-w-form space-y-5 rounded-lg border border-gray-20 p-5"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="seen" value={stored.version} />
        {publishedContacts.map(({ id, shown }) => (
          <EditText
            key={id}
            form={form}
            name={id}
            label={said.of(pages.contacts.items[id].name, shown)}
            hint={said.hint}
            optional
          />
        ))}
        <OwnNumbers form={form} shown={Math.max(own.length, lastTyped(typed))} />
        <Button variant="secondary">{desk.settings.save}</Button>
      </form>
    </SettingsFrame>
  );
}
