import { corrections, updatedOn } from '@/lib/background/evidence';
import { writtenDate } from '@/lib/background/when';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** How far the page can be trusted: where it comes from, when it was last changed, what was wrong before. */
export function PageNotes({ locale, own }: { locale: Locale; own: boolean }) {
  const { shell } = words(locale).background;
  return (
    <footer className="mt-12 max-w-reading border-t border-gray-20 pt-4 text-small text-gray-70">
      {own ? null : (
        <p>
          {shell.method} <a href={`/${locale}/background/sources#how`}>{shell.methodLink}</a>
        </p>
      )}
      <p className="mt-2">{shell.updated(writtenDate(locale, updatedOn))}</p>
      <h2 className="mt-2 text-small tracking-normal md:text-small">{shell.corrections}</h2>
      {corrections.length === 0 ? (
        <p>{shell.noCorrections}</p>
      ) : (
        <ul className="list-disc pl-6">
          {corrections.map(({ on, text }) => (
            <li key={`${on} ${text.en}`}>
              {writtenDate(locale, on)}: {text[locale]}
            </li>
          ))}
        </ul>
      )}
    </footer>
  );
}
