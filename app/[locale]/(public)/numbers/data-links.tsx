import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** The same numbers for programs and spreadsheets. */
export function DataLinks({ locale }: { locale: Locale }) {
  const { data } = words(locale).pages.numbers;
  return (
    <section aria-labelledby="data" className="mt-12 max-w-reading border-t border-gray-20 pt-8">
      <h2 id="data" className="text-h3-narrow md:text-h3">
        {data.title}
      </h2>
      <p className="mt-3">{data.body}</p>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        {(['json', 'csv'] as const).map((format) => (
          <li key={format}>
            <a href={`/api/numbers.${format}`} className="inline-flex min-h-11 items-center font-bold">
              {data[format]}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-gray-70">{data.terms}</p>
    </section>
  );
}
