import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { disagreements } from '@/lib/background/evidence';
import { words } from '@/lib/i18n/words';
import { backgroundMetadata } from '../_parts/background-metadata';
import { BackgroundPage } from '../_parts/background-page';
import { DataLinks } from '../_parts/data-links';
import { DisagreementList } from '../_parts/disagreement-list';
import { Section } from '../_parts/section';
import { CaseCharts, PeopleChart } from './_parts/case-charts';
import { FigureTable } from './_parts/figure-table';

/** The disagreements that are about a number. */
const ABOUT_NUMBERS = ['disagree-2024', 'disagree-63', 'disagree-330', 'disagree-64'];

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { figures: page } = words(locale).background.pages;
  return backgroundMetadata(locale, 'figures', page.title, page.lead);
}

/** The figures: pictures, under each its table, and both versions where the articles differ. */
export default async function FiguresPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { figures: page } = words(locale).background.pages;
  return (
    <BackgroundPage locale={locale} slug="figures" title={page.title} lead={page.lead}>
      <Section id="cases" title={page.groups.cases} lead={page.casesNote} wide>
        <CaseCharts locale={locale} />
        <div className="mt-6 max-w-reading">
          <FigureTable locale={locale} group="cases" />
        </div>
      </Section>
      <Section id="people" title={page.groups.people}>
        <PeopleChart locale={locale} />
        <div className="mt-6">
          <FigureTable locale={locale} group="people" />
        </div>
      </Section>
      <Section id="differ" title={page.differ} lead={page.differLead}>
        <DisagreementList
          locale={locale}
          disagreements={disagreements.filter(({ id }) => ABOUT_NUMBERS.includes(id))}
        />
      </Section>
      <Section id="elsewhere" title={page.groups.elsewhere}>
        <FigureTable locale={locale} group="elsewhere" />
      </Section>
      <Section id="mission" title={page.groups.mission}>
        <FigureTable locale={locale} group="mission" />
      </Section>
      <DataLinks locale={locale} file="figures" />
    </BackgroundPage>
  );
}
