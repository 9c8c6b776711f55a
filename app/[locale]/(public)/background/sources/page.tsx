import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { articles, disagreements, disputedBy, supportedBy } from '@/lib/background/evidence';
import { words } from '@/lib/i18n/words';
import { ArticleFacts } from '../_parts/article-facts';
import { backgroundMetadata } from '../_parts/background-metadata';
import { BackgroundPage } from '../_parts/background-page';
import { DisagreementList } from '../_parts/disagreement-list';
import { Section } from '../_parts/section';
import { UnknownList } from '../_parts/unknown-list';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { sources: page } = words(locale).background.pages;
  return backgroundMetadata(locale, 'sources', page.title, page.lead);
}

/** The five articles, how they are cited, and every point on which they differ. */
export default async function SourcesPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { pages, shell } = words(locale).background;
  const { sources: page } = pages;
  return (
    <BackgroundPage locale={locale} slug="sources" title={page.title} lead={page.lead}>
      <Section id="how" title={page.how}>
        <ul className="list-disc space-y-2 pl-6 marker:text-primary-70">
          {page.howItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Section>
      <Section id="articles" title={page.articles}>
        <ul className="space-y-8">
          {articles.map((article) => (
            <li key={article.id} className="break-inside-avoid">
              <h3 className="text-h4 md:text-h4">
                <a
                  href={`/${locale}/background/sources/${article.id}`}
                  className="inline-flex min-h-11 items-center"
                >
                  {shell.article(article.id.toUpperCase())}
                </a>
              </h3>
              <ArticleFacts locale={locale} article={article} />
              <p className="mt-2 text-small text-gray-70">
                {page.supports(supportedBy(article.id).length)},{' '}
                {page.disputes(disputedBy(article.id).length)}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="disagreements" title={page.disagreements} lead={page.disagreementsLead}>
        <DisagreementList locale={locale} disagreements={disagreements} />
      </Section>
      <Section id="unknown" title={page.unknown} lead={pages.overview.unknownLead}>
        <UnknownList locale={locale} />
      </Section>
    </BackgroundPage>
  );
}
