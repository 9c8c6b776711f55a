import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { viewpoints } from '@/lib/background/evidence';
import { words } from '@/lib/i18n/words';
import { backgroundMetadata } from '../_parts/background-metadata';
import { BackgroundPage } from '../_parts/background-page';
import { ClaimList } from '../_parts/claim-list';
import { Section } from '../_parts/section';

const PARTIES = ['people-power', 'democratic'];

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { viewpoints: page } = words(locale).background.pages;
  return backgroundMetadata(locale, 'viewpoints', page.title, page.lead);
}

/** What each side says, side by side, and by whom. */
export default async function ViewpointsPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { viewpoints: page } = words(locale).background.pages;
  const columns = (of: typeof viewpoints, look: string) => (
    <div className={`grid gap-x-8 gap-y-10 ${look}`}>
      {of.map(({ id, name, lead, claims }) => (
        <section key={id} aria-labelledby={id} className="border-t-4 border-primary-70 pt-3">
          <h3 id={id} className="text-h4 md:text-h4">
            {name[locale]}
          </h3>
          <p className="mb-4 text-small text-gray-70">{lead[locale]}</p>
          <ClaimList locale={locale} claims={claims} speakers />
        </section>
      ))}
    </div>
  );
  return (
    <BackgroundPage locale={locale} slug="viewpoints" title={page.title} lead={page.lead}>
      <p className="mt-2 max-w-reading text-small text-gray-70">{page.translated}</p>
      <Section id="between" title={page.between} wide>
        {columns(
          viewpoints.filter(({ id }) => !PARTIES.includes(id)),
          'md:grid-cols-2 xl:grid-cols-3',
        )}
      </Section>
      <Section id="parties" title={page.parties} wide>
        {columns(
          viewpoints.filter(({ id }) => PARTIES.includes(id)),
          'md:grid-cols-2',
        )}
      </Section>
    </BackgroundPage>
  );
}
