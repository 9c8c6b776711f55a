import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { timeline } from '@/lib/background/evidence';
import { writtenWhen } from '@/lib/background/when';
import { words } from '@/lib/i18n/words';
import { backgroundMetadata } from '../_parts/background-metadata';
import { BackgroundPage } from '../_parts/background-page';
import { Cite } from '../_parts/cite';
import { DataLinks } from '../_parts/data-links';
import { Section } from '../_parts/section';
import { PlaceMaps } from './_parts/place-maps';
import { PlaceTable } from './_parts/place-table';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { timeline: page } = words(locale).background.pages;
  return backgroundMetadata(locale, 'timeline', page.title, page.lead);
}

/** What happened when, each entry with its source and how exactly its date is known; then where. */
export default async function TimelinePage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { timeline: page } = words(locale).background.pages;
  return (
    <BackgroundPage locale={locale} slug="timeline" title={page.title} lead={page.lead}>
      <ol className="mt-8 max-w-reading border-l-2 border-gray-30">
        {timeline.map((entry) => (
          <li
            key={entry.id}
            id={entry.id}
            className="relative scroll-mt-4 break-inside-avoid pb-6 pl-6 before:absolute before:top-2 before:-left-px before:size-3 before:-translate-x-1/2 before:rounded-full before:bg-primary-70 target:bg-primary-5"
          >
            <h2 className="text-h4 tracking-normal md:text-h4">
              <time dateTime={entry.when.from}>{writtenWhen(locale, entry.when)}</time>
              {entry.when.inferred ? (
                <span className="ml-2 text-small font-normal text-gray-70">({page.inferred})</span>
              ) : null}
            </h2>
            <p className="mt-1">{entry.text[locale]}</p>
            <Cite locale={locale} claim={entry} />
          </li>
        ))}
      </ol>
      <Section id="places" title={page.mapTitle} lead={page.mapLead} wide>
        <PlaceMaps locale={locale} />
        <PlaceTable locale={locale} />
      </Section>
      <DataLinks locale={locale} file="timeline" />
    </BackgroundPage>
  );
}
