import type { Metadata } from 'next';
import { Notice } from '@/app/_components/notice';
import { ProseSections } from '@/app/_components/prose-sections';
import { PublicPage } from '@/app/_components/public-page';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { env } from '@/lib/env';
import type { Privacy } from '@/lib/i18n/ko/page-privacy';
import { words } from '@/lib/i18n/words';
import { type OperatorIn, operatorIn } from '@/lib/settings/details';
import { publicDetails } from '@/lib/settings/queries';
import type { RetentionDays } from '@/lib/settings/retention';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).pages.privacy.title };
}

export default async function PrivacyPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { privacy } = words(locale).pages;
  const details = await publicDetails(database);
  const operator = operatorIn(locale, details.operator);
  const sections = withPeriods(privacy, details.retention);
  return (
    <PublicPage locale={locale} path="/privacy">
      <div className="grid gap-x-16 lg:grid-cols-[42rem_1fr]">
        <div>
          <h1>{privacy.title}</h1>
          <p className="my-4">{privacy.lead}</p>
          <Notice locale={locale} tone="warning">
            <p>{operator ? privacy.operated(operator.name) : privacy.draft}</p>
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
          <ProseSections sections={operator ? withOperator(privacy, sections, operator) : sections} />
        </div>
      </div>
    </PublicPage>
  );
}

type Sections = Privacy['sections'];

/** The sections with how long things are kept now. */
function withPeriods({ sections, kept, keptUnknown }: Privacy, days: RetentionDays | null): Sections {
  return {
    ...sections,
    retention: { ...sections.retention, items: days ? kept(days, env().NARU_BACKUP_DAYS) : [keptUnknown] },
  };
}

/** The sections with who answers, in place of that nobody is named. */
function withOperator(
  privacy: Privacy,
  sections: Sections,
  { name, contact, officer }: OperatorIn,
): Sections {
  const { rights } = sections;
  const answers = [
    privacy.rightsAt(name, contact),
    officer ? privacy.officer(officer) : privacy.noOfficer,
    ...rights.body.slice(1),
  ];
  return { ...sections, rights: { ...rights, body: answers } };
}
