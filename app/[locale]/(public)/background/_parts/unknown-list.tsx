import { unknowns } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';

/** What none of the articles says. */
export function UnknownList({ locale }: { locale: Locale }) {
  return (
    <ul className="list-disc space-y-2 pl-6 marker:text-primary-70">
      {unknowns.map(({ id, text }) => (
        <li key={id} id={id}>
          {text[locale]}
        </li>
      ))}
    </ul>
  );
}
