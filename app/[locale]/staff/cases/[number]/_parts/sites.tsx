import { Button, LinkButton } from '@/app/_components/button';
import { controlLook, FieldError } from '@/app/_components/field-parts';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { CaseSite } from '@/lib/linking/sites/queries';
import { codeWord } from '@/lib/reports/code-words';
import { problemOf } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { removeSiteAction } from '../_sites/actions';
import { addSitePlace } from '../_sites/place';
import { ActForm } from './act-form';
import { type CasePage, may } from './case-page';
import { personName } from './entry-words';

type Props = { page: CasePage; sites: readonly CaseSite[] };

/** Where a case plays: each site with the place in it, since when and from whom that is known. */
export function Sites({ page, sites }: Props) {
  const { locale, found } = page;
  const { sites: said } = words(locale).desk;
  return (
    <section aria-labelledby="sites" className="space-y-3">
      <BlockTitle id="sites">{said.heading}</BlockTitle>
      {sites.length === 0 ? <p className="text-small">{said.none}</p> : null}
      <ul className="grid gap-3">
        {sites.map((site) => (
          <li
            key={site.id}
            data-testid="case-site"
            className="space-y-1 rounded-lg border border-gray-20 p-3 text-small"
          >
            <Card page={page} site={site} />
          </li>
        ))}
      </ul>
      {may(page, 'case.work') ? (
        <p data-no-print="">
          <LinkButton id="site" variant="secondary" href={`/${locale}${addSitePlace(found.number).path}`}>
            {said.add.open}
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}

function Card({ page, site }: { page: CasePage; site: CaseSite }) {
  const { locale, typed, outcome } = page;
  const { sites: said } = words(locale).desk;
  const inside = [
    site.building && `${said.building} ${site.building}`,
    site.floor && `${said.floor} ${site.floor}`,
    site.room && `${said.room} ${site.room}`,
  ].filter((part): part is string => Boolean(part));
  const kept = typed['site-remove']?.site_link === site.id ? typed['site-remove'] : undefined;
  const problem = kept ? problemOf(locale, outcome, 'site-remove', said) : undefined;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a
          href={`/${locale}/staff/sites/${site.siteId}`}
          className="inline-flex min-h-11 min-w-11 items-center text-body font-bold"
        >
          {site.name || said.unnamed}
        </a>
        <span className="text-gray-70">
          {[
            site.kind ? codeWord(locale, 'site_kind', site.kind) : '',
            site.province ? codeWord(locale, 'province', site.province) : '',
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
      {inside.length > 0 ? <p className="font-bold">{said.inside(inside)}</p> : null}
      <p className="text-gray-70">
        {[
          site.personId ? personName(page, site.personId) : '',
          site.knownOn,
          site.source,
          said.recordedBy(site.recordedBy, seoulMoment(site.recordedAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {may(page, 'case.work') ? (
        <details open={Boolean(kept)} data-no-print="">
          <summary className="min-h-11 cursor-pointer py-2">{said.remove.open}</summary>
          <ActForm page={page} action={removeSiteAction}>
            <input type="hidden" name="site_link" value={site.id} />
            <div className="space-y-1">
              <label htmlFor={`site_reason-${site.id}`} className="block font-bold">
                {said.remove.reason}
              </label>
              <FieldError locale={locale} name={`site_reason-${site.id}`} error={problem} />
              <input
                id={`site_reason-${site.id}`}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem && `site_reason-${site.id}-error`}
                name="site_reason"
                type="text"
                autoComplete="off"
                defaultValue={kept?.site_reason}
                className={`${controlLook(problem)} w-full`}
              />
            </div>
            <Button variant="secondary">{said.remove.submit}</Button>
          </ActForm>
        </details>
      ) : null}
    </>
  );
}
