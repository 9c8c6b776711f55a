import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { dayName } from '@/lib/statistics/listing';
import type { Publication } from '@/lib/statistics/tables';

/** How many in all, up to when, and about how many are left out. */
export function Received({ locale, publication }: { locale: Locale; publication: Publication }) {
  const { numbers } = words(locale).pages;
  const { received, leftOut, through } = publication;
  const inWords = (count: number | null) =>
    count === null
      ? numbers.underFive
      : numbers.about(count.toLocaleString(locale === 'ko' ? 'ko-KR' : 'en-GB'));
  return (
    <section aria-labelledby="received" className="mt-8 border-l-4 border-primary-70 pl-5">
      <h2 id="received" className="text-h4">
        {numbers.received}
      </h2>
      <p className="text-h1-narrow font-bold md:text-h1">{inWords(received)}</p>
      <p className="text-gray-70">{numbers.through(dayName(locale, through))}</p>
      <p className="mt-3">{numbers.leftOut(inWords(leftOut))}</p>
    </section>
  );
}
