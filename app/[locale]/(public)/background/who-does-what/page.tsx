import type { Metadata } from 'next';
import { ChartTable } from '@/app/_components/chart-table';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { actors, relations } from '@/lib/background/evidence';
import { words } from '@/lib/i18n/words';
import { backgroundMetadata } from '../_parts/background-metadata';
import { BackgroundPage } from '../_parts/background-page';
import { CiteLinks } from '../_parts/cite';
import { Section } from '../_parts/section';
import { ActorMap } from './_parts/actor-map';

const SIDES = ['korea', 'both', 'cambodia', 'beyond'] as const;

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { actors: page } = words(locale).background.pages;
  return backgroundMetadata(locale, 'who-does-what', page.title, page.lead);
}

/** Actors and relations: a picture, then tables with the words and the sources. */
export default async function WhoDoesWhatPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { actors: page } = words(locale).background.pages;
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name[locale] ?? id;
  return (
    <BackgroundPage locale={locale} slug="who-does-what" title={page.title} lead={page.lead}>
      <div className="mt-8">
        <ActorMap locale={locale} />
      </div>
      {SIDES.map((side) => (
        <Section key={side} id={side} title={page.sides[side]}>
          <ChartTable
            caption={`${page.sides[side]}: ${page.parts}`}
            columns={[page.actor, page.does, page.source]}
            narrow={[2]}
            rows={actors
              .filter((actor) => actor.side === side)
              .flatMap(({ name, parts }) =>
                parts.map((claim) => ({
                  id: claim.id,
                  head: <b>{name[locale]}</b>,
                  cells: [claim.text[locale], <CiteLinks key="source" locale={locale} claim={claim} />],
                })),
              )}
          />
        </Section>
      ))}
      <Section id="relations" title={page.relations}>
        <ChartTable
          caption={page.relations}
          columns={[page.from, page.what, page.source]}
          narrow={[2]}
          rows={relations.map((relation) => ({
            id: relation.id,
            head: nameOf(relation.from),
            cells: [
              <span key="what">
                <b>{nameOf(relation.to)}</b>: {relation.text[locale]}
              </span>,
              <CiteLinks key="source" locale={locale} claim={relation} />,
            ],
          }))}
        />
      </Section>
    </BackgroundPage>
  );
}
