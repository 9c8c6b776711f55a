import type { Metadata } from 'next';
import { ProseSections } from '@/app/_components/prose-sections';
import { PublicPage } from '@/app/_components/public-page';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).pages.accessibility.title };
}

export default async function AccessibilityPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { accessibility } = words(locale).pages;
  return (
    <PublicPage locale={locale} path="/accessibility" width="reading">
      <h1>{accessibility.title}</h1>
      <p className="mt-4">{accessibility.lead}</p>
      <ProseSections sections={accessibility.sections} />
    </PublicPage>
  );
}
