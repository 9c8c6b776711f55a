import type { Metadata } from 'next';
import { PublicPage } from '@/app/_components/public-page';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';
import { AfterReporting } from './_home/after-reporting';
import { DangerPanel } from './_home/danger-panel';
import { Opening } from './_home/opening';
import { PointList } from './_home/point-list';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const { name, tagline } = words(await localeOf(params)).shell;
  return { title: { absolute: `${name} - ${tagline}` } };
}

export default async function HomePage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { home } = words(locale).pages;
  return (
    <PublicPage locale={locale} path="">
      <div className="grid gap-8 lg:grid-cols-[1fr_24rem] lg:gap-16">
        <Opening locale={locale} />
        <DangerPanel locale={locale} />
      </div>
      <PointList title={home.when.title} points={Object.values(home.when.items)} />
      <AfterReporting locale={locale} />
      <PointList title={home.before.title} points={Object.values(home.before.items)}>
        <a href={`/${locale}/privacy`} className="inline-flex min-h-11 items-center font-bold">
          {home.before.privacy}
        </a>
      </PointList>
      <PointList title={home.background.title} points={Object.values(home.background.items)}>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <a href={`/${locale}/background`} className="inline-flex min-h-11 items-center font-bold">
              {home.background.overview}
            </a>
          </li>
          <li>
            <a
              href={`/${locale}/background/before-you-go`}
              className="inline-flex min-h-11 items-center font-bold"
            >
              {home.background.check}
            </a>
          </li>
        </ul>
      </PointList>
    </PublicPage>
  );
}
