import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { readSite } from '@/lib/linking/sites/reading/commands';
import { siteNames } from '@/lib/linking/sites/site-record';
import { codeWord } from '@/lib/reports/code-words';
import { findTyped } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../_desk/act';
import { ActNotice, type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { PageTitle } from '../../_desk/page-title';
import { EditSite } from './_parts/edit-site';
import { SiteCases } from './_parts/site-cases';
import { EDIT_PROBLEM_FIELDS, sitePlace } from './form-place';

type Params = { locale: string; id: string };
type Props = { params: Promise<Params>; searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // No name: a title is kept in places that a page is not.
  return { title: `${words(await localeOf(params)).desk.sites.heading}, ${(await params).id.slice(0, 8)}` };
}

/** One site: what it is called, and its cases that the reader may open. Opening it is recorded. */
export default async function SitePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const found = await readSite(database(), actor, (await params).id);
  if (!found) notFound();
  const typed = await findTyped(database(), actor.id, keptPlace(sitePlace(found.id), 'site-edit'));
  const outcome = readOutcome(await searchParams);
  const { sites: said } = words(locale).desk;
  const [name, ...others] = siteNames(found.site);
  const about = [
    ...others,
    found.site.kind ? codeWord(locale, 'site_kind', found.site.kind) : '',
    found.province ? codeWord(locale, 'province', found.province) : '',
    found.fromReference ? said.page.reference : '',
  ].filter(Boolean);
  return (
    <div className="space-y-6">
      <p>
        <a href={`/${locale}/staff/sites`} className="inline-flex min-h-11 items-center">
          {said.page.back}
        </a>
      </p>
      <div>
        <PageTitle>{name ?? said.unnamed}</PageTitle>
        <p className="text-gray-70">{about.join(' · ')}</p>
        {found.site.notes ? <p className="whitespace-pre-line">{found.site.notes}</p> : null}
      </div>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={{ 'site-edit': EDIT_PROBLEM_FIELDS[outcome.problem ?? ''] ?? 'site_ko' }}
        kept={Boolean(typed)}
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[3fr_2fr]">
        <SiteCases locale={locale} found={found} />
        {can(actor.roles, 'case.work') ? (
          <EditSite locale={locale} found={found} typed={typed} outcome={outcome} />
        ) : null}
      </div>
    </div>
  );
}
