import type { Metadata } from 'next';
import { ProseSections } from '@/app/_components/prose-sections';
import { PublicPage } from '@/app/_components/public-page';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { operatorIn } from '@/lib/settings/details';
import { publicDetails } from '@/lib/settings/queries';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).pages.accessibility.title };
}

export default async function AccessibilityPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { accessibility } = words(locale).pages;
  const operator = operatorIn(locale, (await publicDetails(database)).operator);
  const { contact } = accessibility.sections;
  const told = operator
    ? { ...contact, body: [accessibility.writeTo(operator.name, operator.contact), ...contact.body.slice(1)] }
    : contact;
  const sections = { ...accessibility.sections, contact: told };
  return (
    <PublicPage locale={locale} path="/accessibility" width="reading">
      <h1>{accessibility.title}</h1>
      <p className="mt-4">{accessibility.lead}</p>
      <ProseSections sections={sections} />
    </PublicPage>
  );
}
