import type { Metadata } from 'next';
import { LinkButton } from '@/app/_components/button';
import { Sentence } from '@/app/_components/sentence';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { disagreements, overview } from '@/lib/background/evidence';
import { words } from '@/lib/i18n/words';
import { backgroundMetadata } from './_parts/background-metadata';
import { BackgroundPage } from './_parts/background-page';
import { CiteLine } from './_parts/cite';
import { ClaimList } from './_parts/claim-list';
import { Section } from './_parts/section';
import { UnknownList } from './_parts/unknown-list';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { overview: page } = words(locale).background.pages;
  return backgroundMetadata(locale, '', page.title, page.lead);
}

/** For somebody who reads nothing else: what happened, what is disputed, what is not known, what to do. */
export default async function BackgroundOverviewPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { overview: page } = words(locale).background.pages;
  const { shell } = words(locale).background;
  return (
    <BackgroundPage locale={locale} slug="" title={page.title} lead={page.lead}>
      <Section id="happened" title={page.happened}>
        <ClaimList locale={locale} claims={overview} />
      </Section>
      <Section id="disputed" title={page.disputed} lead={page.disputedLead}>
        <ul className="space-y-4">
          {disagreements.map(({ id, point, sides }) => (
            <li key={id} id={id}>
              <b>{point[locale]}</b>
              <ul className="list-disc pl-6">
                {sides.map((claim) => (
                  <li key={claim.id}>
                    {claim.text[locale]} <CiteLine locale={locale} claim={claim} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <a
          href={`/${locale}/background/sources#disagreements`}
          className="mt-2 inline-flex min-h-11 items-center font-bold"
        >
          {page.allDisputed}
        </a>
      </Section>
      <Section id="unknown" title={page.unknown} lead={page.unknownLead}>
        <UnknownList locale={locale} />
      </Section>
      <Section id="todo" title={page.todo} lead={page.todoNote} wide>
        <ul className="grid gap-4 md:grid-cols-3 lg:grid-cols-1 xl:grid-cols-3">
          {page.todos.map(({ title, body, link, label }) => (
            <li key={link} data-tint="" className="flex flex-col rounded-xl bg-gray-5 p-5">
              <h3 className="text-h4 md:text-h4">{title}</h3>
              <p className="mt-1 mb-4 flex-1">
                <Sentence text={body} />
              </p>
              <LinkButton href={`/${locale}/${link}`} variant="secondary">
                {label}
              </LinkButton>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="more" title={page.more}>
        <dl className="space-y-3">
          {Object.entries(page.about).map(([slug, about]) => (
            <div key={slug}>
              <dt>
                <a
                  href={`/${locale}/background/${slug}`}
                  className="inline-flex min-h-11 min-w-11 items-center font-bold"
                >
                  {shell.pages[slug as keyof typeof page.about]}
                </a>
              </dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </BackgroundPage>
  );
}
