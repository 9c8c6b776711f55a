import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChartTable } from '@/app/_components/chart-table';
import { localeOf } from '@/app/_request/locale';
import { type Article, articles, disputedBy, supportedBy } from '@/lib/background/evidence';
import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { ArticleFacts } from '../../_parts/article-facts';
import { backgroundMetadata } from '../../_parts/background-metadata';
import { BackgroundPage } from '../../_parts/background-page';
import { DisagreementList } from '../../_parts/disagreement-list';
import { Section } from '../../_parts/section';

type Props = { params: Promise<{ locale: string; id: string }> };

/** Any other is an address that no page has. */
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) => articles.map(({ id }) => ({ locale, id })));
}

async function articleIn(params: Props['params']): Promise<Article> {
  const { id } = await params;
  return articles.find((article) => article.id === id) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { id } = await articleIn(params);
  const { sources: page } = words(locale).background.pages;
  return backgroundMetadata(locale, `sources/${id}`, page.oneTitle(id.toUpperCase()), page.oneLead);
}

/** One article: what it says of itself, every claim that rests on it by paragraph, and where it differs from others. */
export default async function ArticlePage({ params }: Props) {
  const locale = await localeOf(params);
  const article = await articleIn(params);
  const { pages, shell } = words(locale).background;
  const { sources: page } = pages;
  const disputed = disputedBy(article.id);
  const title = page.oneTitle(article.id.toUpperCase());
  return (
    <BackgroundPage locale={locale} slug={`sources/${article.id}`} title={title} lead={page.oneLead}>
      <div className="mt-6 max-w-reading">
        <ArticleFacts locale={locale} article={article} />
        <a
          href={`/${locale}/background/sources`}
          className="mt-2 inline-flex min-h-11 items-center font-bold"
        >
          {page.back}
        </a>
      </div>
      <Section id="supports" title={page.supportsTitle}>
        <ChartTable
          caption={`${title}, ${page.supportsTitle}`}
          columns={[page.paragraph, page.claim, page.where]}
          narrow={[0, 2]}
          rows={supportedBy(article.id).map(({ claim, page: slug, paragraphs, about }) => ({
            id: claim.id,
            head: paragraphs.join(', '),
            cells: [
              <span key="claim">
                {about ? <b className="block">{about[locale]}</b> : null}
                {claim.text[locale]}
              </span>,
              <a
                key="page"
                href={`/${locale}/background${slug ? `/${slug}` : ''}#${claim.id}`}
                className="inline-flex min-h-11 min-w-11 items-center"
              >
                {shell.pages[slug]}
              </a>,
            ],
          }))}
        />
      </Section>
      <Section id="disputes" title={page.disputesTitle}>
        {disputed.length > 0 ? (
          <DisagreementList locale={locale} disagreements={disputed} prefix="in-" />
        ) : (
          <p>{page.noDisputes}</p>
        )}
      </Section>
    </BackgroundPage>
  );
}
