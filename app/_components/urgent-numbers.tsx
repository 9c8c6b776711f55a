import { consular, police } from '@/lib/contacts/published';
import { failure as en } from '@/lib/i18n/en/failure';
import { failure as ko } from '@/lib/i18n/ko/failure';
import type { Locale } from '@/lib/i18n/locale';

/** Whom to call when this cannot wait. Two languages and no dictionary: it also stands on pages that are made in the browser. */
export function UrgentNumbers({ locale }: { locale: Locale }) {
  const failure = locale === 'ko' ? ko : en;
  return (
    <>
      <p className="font-bold">{failure.urgent}</p>
      <ul>
        {[police, consular].map(({ id, shown, href }) => (
          <li key={id}>
            <a href={href} className="inline-flex min-h-11 items-center gap-2 font-bold">
              {failure[id === 'police' ? 'police' : 'consular']}{' '}
              <span className="whitespace-nowrap">{shown}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
