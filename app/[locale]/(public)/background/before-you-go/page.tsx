import type { Metadata } from 'next';
import { LinkButton } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';
import { backgroundMetadata } from '../_parts/background-metadata';
import { BackgroundPage } from '../_parts/background-page';
import { Section } from '../_parts/section';
import { SelfCheck } from './_parts/self-check';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { beforeYouGo: page } = words(locale).background;
  return backgroundMetadata(locale, 'before-you-go', page.title, page.lead);
}

/** A self-check for a job offer abroad: Naru's own advice, and the way to report the offer. */
export default async function BeforeYouGoPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { beforeYouGo: page } = words(locale).background;
  return (
    <BackgroundPage locale={locale} slug="before-you-go" title={page.title} lead={page.lead} own>
      <div className="mt-6 max-w-reading space-y-4">
        <Notice locale={locale} title={page.ownTitle}>
          <p>{page.own}</p>
        </Notice>
        <p>{page.privacy}</p>
      </div>
      <SelfCheck locale={locale} />
      {[page.steps, page.anyway].map(({ title, items }, index) => (
        <Section key={title} id={index === 0 ? 'steps' : 'anyway'} title={title}>
          <ul className="list-disc space-y-2 pl-6 marker:text-primary-70">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Section>
      ))}
      <Section id="report-offer" title={page.report.title}>
        <p>{page.report.body}</p>
        <div className="mt-4">
          <LinkButton href={`/${locale}/report?kind=OFFER`} wide>
            {page.report.button}
          </LinkButton>
        </div>
      </Section>
    </BackgroundPage>
  );
}
