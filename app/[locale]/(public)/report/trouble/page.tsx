import type { Metadata } from 'next';
import { LinkButton } from '@/app/_components/button';
import { PublicPage } from '@/app/_components/public-page';
import { Sentence } from '@/app/_components/sentence';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).report.notices.trouble.title };
}

/** Where a form without JavaScript ends that could not be saved. It asks nothing of the database. */
export default async function TroublePage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { trouble } = words(locale).report.notices;
  return (
    <PublicPage locale={locale} path="/report/trouble" width="form" exit>
      <h1>{trouble.title}</h1>
      <p className="mt-4 mb-8">
        <Sentence text={trouble.text} />
      </p>
      <LinkButton variant="secondary" href={`/${locale}/report`}>
        {trouble.again}
      </LinkButton>
    </PublicPage>
  );
}
