import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** Where in the form the person is, in words: "3/6 단계". */
export function StepText({ locale, current, total }: { locale: Locale; current: number; total: number }) {
  return <p className="mb-2 text-gray-70">{words(locale).shell.form.step(current, total)}</p>;
}
