import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Props = { locale: Locale; slug: string };

/** The background's pages, and the way to a report. Below the text on a phone: what one came to read stands first. */
export function BackgroundNav({ locale, slug }: Props) {
  const { shell } = words(locale).background;
  return (
    <div data-no-print="" className="lg:border-l lg:border-gray-20 lg:pl-6">
      <nav aria-label={shell.nav} className="lg:sticky lg:top-4">
        <p className="font-bold">{shell.nav}</p>
        <ul className="mt-2">
          {Object.entries(shell.pages).map(([page, label]) => (
            <li key={page}>
              <a
                href={`/${locale}/background${page ? `/${page}` : ''}`}
                aria-current={page === slug ? 'page' : undefined}
                className="inline-flex min-h-11 min-w-11 items-center aria-[current=page]:font-bold aria-[current=page]:text-gray-90 aria-[current=page]:no-underline"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
        <ul className="mt-4 border-t border-gray-20 pt-4">
          <li>
            <a href={`/${locale}/report`} className="inline-flex min-h-11 items-center font-bold">
              {shell.report}
            </a>
          </li>
          <li>
            <a href={`/${locale}/sos`} className="inline-flex min-h-11 items-center font-bold">
              {shell.sos}
            </a>
          </li>
        </ul>
      </nav>
    </div>
  );
}
