import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { toggleLook } from './site-header';

/** The language toggle inside a form: it sends the form, so that nothing typed is lost. Posts `intent=locale`. */
export function LanguageButton({ locale, form }: { locale: Locale; form: string }) {
  return (
    <>
      {/* The Enter key presses a form's first submit button, and this toggle stands before the form's own. */}
      <span className="sr-only" aria-hidden="true">
        <button type="submit" form={form} tabIndex={-1}>
          {words(locale).report.nav.continue}
        </button>
      </span>
      <button
        type="submit"
        form={form}
        name="intent"
        value="locale"
        lang={otherLocale(locale)}
        className={toggleLook}
      >
        {words(locale).shell.header.otherLanguageName}
      </button>
    </>
  );
}
