import type { Metadata } from 'next';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { DELAY_DAYS, nextPublicationDay } from '@/lib/statistics/calendar';
import { dayName, listTables } from '@/lib/statistics/listing';
import { FEWEST_NEW } from '@/lib/statistics/narrowing';
import { newestPublication } from '@/lib/statistics/queries';
import { DataLinks } from './data-links';
import { NumberTable } from './number-table';
import { Received } from './received';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).pages.numbers.title };
}

/** The newest published numbers: one row is read, however many reports there are. */
async function NumbersPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { numbers } = words(locale).pages;
  const publication = await newestPublication(database());
  return (
    <PublicPage locale={locale} path="/numbers">
      <div className="max-w-reading">
        <h1>{numbers.title}</h1>
        <p className="mt-4">{numbers.lead}</p>
        {publication ? (
          <Received locale={locale} publication={publication} />
        ) : (
          <div className="mt-6">
            <Notice locale={locale} title={numbers.notYet.title} heading="h2">
              <p>{numbers.notYet.body(dayName(locale, nextPublicationDay(now())), FEWEST_NEW)}</p>
            </Notice>
          </div>
        )}
        <section aria-labelledby="reading" className="mt-10">
          <h2 id="reading" className="text-h3-narrow md:text-h3">
            {numbers.reading.title}
          </h2>
          <p className="mt-3">{numbers.reading.why}</p>
          <ul className="mt-3 list-disc space-y-2 pl-6 marker:text-primary-70">
            {numbers.reading.items(DELAY_DAYS, FEWEST_NEW).map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      </div>
      {publication
        ? listTables(publication).map((table) => (
            <NumberTable key={table.id} locale={locale} publication={publication} table={table} />
          ))
        : null}
      <DataLinks locale={locale} />
    </PublicPage>
  );
}

export default guarded(NumbersPage);
