import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';
import { requireStaff } from '@/lib/staff/session';
import { keysAreOn } from '../_desk/keys-cookie';
import { KeysHelp } from '../_desk/keys-help';
import { PageTitle } from '../_desk/page-title';
import { switchKeysAction } from './actions';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.queue.keys.title };
}

/** The help of the desk as a page, and where its keys are switched off and on. */
export default async function HelpPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  await requireStaff(null);
  const { keys } = words(locale).desk.queue;
  const on = await keysAreOn();
  return (
    <div className="max-w-reading space-y-4">
      <PageTitle>{keys.title}</PageTitle>
      <KeysHelp locale={locale} heading="h2" />
      <form action={switchKeysAction} className="flex flex-wrap items-center gap-4 text-small">
        <input type="hidden" name="locale" value={locale} />
        <span>{on ? keys.on : keys.off}</span>
        <button
          type="submit"
          name="keys"
          value={on ? 'off' : 'on'}
          className="min-h-11 cursor-pointer rounded-md border border-gray-60 px-4 font-bold"
        >
          {on ? keys.turnOff : keys.turnOn}
        </button>
      </form>
    </div>
  );
}
