import { consular, police } from '@/lib/contacts/published';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** The two numbers to call when it cannot wait: the first thing on every page, always in this place. */
export function HelpLine({ locale }: { locale: Locale }) {
  const help = words(locale).shell.help;
  const contacts = [
    { ...police, label: help.police },
    { ...consular, label: help.consular },
  ];
  return (
    <aside aria-label={help.label} data-tint="" className="bg-gray-5">
      <ul className="mx-auto flex max-w-content flex-wrap justify-between gap-x-3 px-4 text-small md:justify-end md:gap-x-8 md:px-6">
        {contacts.map(({ id, label, shown, href }) => (
          <li key={id}>
            <a
              href={href}
              className="inline-flex min-h-11 min-w-11 items-center gap-1 no-underline hover:underline"
            >
              <span className="text-gray-70">{label}</span>{' '}
              <span className="whitespace-nowrap font-bold">{shown}</span>
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
