import type { Metadata } from 'next';
import { Notice } from '@/app/_components/notice';
import { ProseSections } from '@/app/_components/prose-sections';
import { PublicPage } from '@/app/_components/public-page';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).pages.privacy.title };
}

export default async function PrivacyPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { privacy } = words(locale).pages;
  return (
    <PublicPage locale={locale} path="/privacy">
      <div className="grid gap-x-16 lg:grid-cols-[42rem_1fr]">
        <div>
          <h1>{privacy.title}</h1>
          <p className="my-4">{privacy.lead}</p>
          <Notice locale={locale} tone="warning">
            <p>{privacy.draft}</p>
          </Notice>
        </div>
        <nav aria-labelledby="contents" className="mt-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-4">
          <h2 id="contents" className="text-h4">
            {privacy.contents}
          </h2>
          <ul className="mt-2 border-l-4 border-gray-10 pl-4 lg:sticky lg:top-4">
            {Object.entries(privacy.sections).map(([id, { title }]) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-flex min-h-11 min-w-11 items-center">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <ProseSections sections={privacy.sections} />
        </div>
      </div>
    </PublicPage>
  );
}
