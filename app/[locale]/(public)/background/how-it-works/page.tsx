import type { Metadata } from 'next';
import { LinkButton } from '@/app/_components/button';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { lureSteps } from '@/lib/background/evidence';
import { words } from '@/lib/i18n/words';
import { backgroundMetadata } from '../_parts/background-metadata';
import { BackgroundPage } from '../_parts/background-page';
import { Cite } from '../_parts/cite';
import { Section } from '../_parts/section';
import { LurePicture } from './_parts/lure-picture';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { lure: page } = words(locale).background.pages;
  return backgroundMetadata(locale, 'how-it-works', page.title, page.lead);
}

/** How the lure works, as a picture and in words beside it. */
export default async function HowItWorksPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { lure: page } = words(locale).background.pages;
  return (
    <BackgroundPage locale={locale} slug="how-it-works" title={page.title} lead={page.lead}>
      <div className="mt-8 grid gap-10 md:grid-cols-[20rem_minmax(0,1fr)]">
        <LurePicture locale={locale} />
        <ol className="space-y-5">
          {lureSteps.map((step, index) => (
            <li key={step.id} id={step.id} className="scroll-mt-4 break-inside-avoid target:bg-primary-5">
              <h2 className="text-h4 tracking-normal md:text-h4">
                {index + 1}. {step.title[locale]}
              </h2>
              <p className="mt-1">{step.text[locale]}</p>
              <Cite locale={locale} claim={step} />
            </li>
          ))}
        </ol>
      </div>
      <Section id="both" title={page.both} lead={page.bothNote}>
        <p>{page.bothBody}</p>
        <div className="mt-6">
          <LinkButton href={`/${locale}/background/before-you-go`} variant="secondary">
            {page.check}
          </LinkButton>
        </div>
      </Section>
    </BackgroundPage>
  );
}
