import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { readPoint } from '@/lib/linking/normalise/sites';
import { findSites, siteSources } from '@/lib/linking/sites/reading/commands';
import type { PlaceAnswers } from '@/lib/linking/sites/site-record';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../../_desk/act';
import { ActNotice, type OutcomeSearch, readOutcome } from '../../../../_desk/act-notice';
import { BlockTitle, PageTitle } from '../../../../_desk/page-title';
import { casePath } from '../../_people/place';
import { addSitePlace } from '../../_sites/place';
import { SiteForm } from './site-form';

type Params = { locale: string; number: string };
type Search = OutcomeSearch & { report?: string | string[]; step?: string | string[] };
type Props = { params: Promise<Params>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = words(await localeOf(params)).desk.sites.add;
  return { title: `${title}, ${(await params).number.slice(0, 20)}` };
}

/** Records where a case plays: known sites are offered first, and a person decides which it is. */
export default async function AddSitePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.work');
  const { number } = await params;
  const search = await searchParams;
  const reference = oneOf(search.report);
  const found = await siteSources(database(), actor, number, reference);
  if (!found) notFound();
  const kept = await findTyped(database(), actor.id, keptPlace(addSitePlace(number), 'site-add'));
  const given = reference && found.place ? fieldsOf(found.place, reference) : (kept ?? {});
  const isChoosing = oneOf(search.step) === 'choose' || Boolean(reference && given.site_name);
  const wanted = { name: given.site_name ?? '', point: readPoint(given.site_point ?? '') };
  const candidates = isChoosing ? await findSites(database(), actor, wanted) : null;
  const outcome = readOutcome(search);
  const { sites: said } = words(locale).desk;
  const here = `/${locale}${addSitePlace(number).path}`;
  return (
    <div className="space-y-6">
      <p>
        <a href={`/${locale}${casePath(number)}#sites`} className="inline-flex min-h-11 items-center">
          {words(locale).desk.people.backToCase(number)}
        </a>
      </p>
      <PageTitle>{said.add.title}</PageTitle>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={{ 'site-add': outcome.problem === 'no-choice' ? 'choose' : 'site_name' }}
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-4">
          <p>{reference && found.place ? said.add.filled(reference) : said.add.intro}</p>
          <SiteForm
            locale={locale}
            number={number}
            given={given}
            people={found.people}
            candidates={candidates}
            outcome={outcome}
          />
        </div>
        <section aria-labelledby="from-report" className="min-w-0 space-y-2">
          <BlockTitle id="from-report">{said.add.fromReport}</BlockTitle>
          {reference && !found.place ? <p role="status">{said.add.nothingInReport(reference)}</p> : null}
          <ul>
            {found.sources.map((source) => (
              <li key={source.reference}>
                <a href={`${here}?report=${source.reference}`} className="inline-flex min-h-11 items-center">
                  {said.add.reportLink(source.reference, seoulMoment(source.receivedAt))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** A report's answers as the fields of the form. */
function fieldsOf(place: PlaceAnswers, reference: string): KeptFields {
  return {
    site_name: place.name,
    site_point: place.point ? `${place.point.latitude}, ${place.point.longitude}` : '',
    site_kind: place.kind,
    site_province: place.province,
    site_building: place.building,
    site_floor: place.floor,
    site_room: place.room,
    site_source: reference,
  };
}
