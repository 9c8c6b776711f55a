import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import Figures from '@/app/[locale]/(public)/background/figures/page';
import HowItWorks from '@/app/[locale]/(public)/background/how-it-works/page';
import Overview from '@/app/[locale]/(public)/background/page';
import Article from '@/app/[locale]/(public)/background/sources/[id]/page';
import Sources from '@/app/[locale]/(public)/background/sources/page';
import Timeline from '@/app/[locale]/(public)/background/timeline/page';
import Viewpoints from '@/app/[locale]/(public)/background/viewpoints/page';
import WhoDoesWhat from '@/app/[locale]/(public)/background/who-does-what/page';
import { backgroundPaths, type EvidencePage } from '@/lib/background/addresses';
import { articles, evidence } from '@/lib/background/evidence';
import { locales } from '@/lib/i18n/locale';
import { rows } from '../support/background-rows';

type Page = (props: { params: Promise<{ locale: string }> }) => Promise<ReactNode>;

const pages: Record<EvidencePage, Page> = {
  '': Overview,
  timeline: Timeline,
  figures: Figures,
  'how-it-works': HowItWorks,
  'who-does-what': WhoDoesWhat,
  viewpoints: Viewpoints,
  sources: Sources,
};

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const rendered = async (page: EvidencePage, locale: string) =>
  renderToStaticMarkup(await pages[page]({ params: Promise.resolve({ locale }) }));

describe.each(locales)('the background pages (%s)', (locale) => {
  it.each(Object.entries(rows))('say every row of “%s”', async (_, { page, ids }) => {
    const html = await rendered(page as EvidencePage, locale);
    expect(ids.filter((id) => !html.includes(` id="${id}"`))).toEqual([]);
  });

  it.each(Object.keys(pages) as EvidencePage[])(
    'show each claim of “%s” in words, with its source',
    async (page) => {
      const html = await rendered(page, locale);
      const here = evidence.filter((entry) => entry.page === page).map(({ claim }) => claim);
      expect(here.length).toBeGreaterThan(0);
      for (const { id, text, sources } of here) {
        const after = html.slice(html.indexOf(` id="${id}"`));
        expect(after, id).toContain(escaped(text[locale]));
        const near = after.slice(0, after.indexOf(escaped(text[locale])) + 4000);
        for (const { article } of sources)
          expect(near, `${id} cites ${article}`).toContain(`/${locale}/background/sources/${article}`);
      }
    },
  );

  it.each(articles.map(({ id }) => id))('list what rests on article %s', async (id) => {
    const html = renderToStaticMarkup(await Article({ params: Promise.resolve({ locale, id }) }));
    const claims = evidence.filter(({ claim }) => claim.sources.some(({ article }) => article === id));
    expect(claims.filter(({ claim }) => !html.includes(` id="${claim.id}"`))).toEqual([]);
  });

  it('hold no style in place and no id twice', async () => {
    for (const page of Object.keys(pages) as EvidencePage[]) {
      const html = await rendered(page, locale);
      expect(html).not.toContain(' style=');
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
});

it('every article has an address of its own', () => {
  for (const { id } of articles) expect(backgroundPaths).toContain(`/background/sources/${id}`);
});
