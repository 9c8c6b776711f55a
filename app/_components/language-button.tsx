import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { toggleLook } from './site-header';

/** The language toggle inside a form: it sends the form, so that nothing typed is lost. Posts `intent=locale`. */
export function LanguageButton({ locale, form }: { locale: Locale; form: string }) {
  return (
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
  );
}
