import AxeBuilder from '@axe-core/playwright';
import { locales } from '@/lib/i18n/locale';
import { expect, test } from '../support/journey';
import { Documents } from '../support/pages/markup';
import { smallTargets } from '../support/pages/small-targets';
import { tours } from '../support/pages/tour';

const WIDE = { width: 1280, height: 720 };
const NARROW = { width: 320, height: 640 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What passed is not told in full: listing every node of it took longer than finding out. Style sheets and films are not fetched once more: only the rule about
 * turned screens, which is not among ours, and films would need them.
 */
const VIOLATIONS_ONLY = { resultTypes: ['violations' as const], preload: false };

/** Every colour of a page is looked up behind every letter of it, which takes as long as all other rules together; no colour depends on the language. */
const SAME_IN_EVERY_LANGUAGE = ['color-contrast'];

for (const locale of locales) {
  for (const [name, tour] of Object.entries(tours)) {
    test(`axe finds nothing, the markup is valid, the console is quiet, a narrow screen shows all of it: ${name} (${locale}) @javascript`, async ({
      page,
      baseURL,
    }) => {
      test.setTimeout(480_000);
      const found: string[] = [];
      const documents = new Documents(page, locale);
      let here = 'before the tour';
      page.on('console', (message) => {
        // A browser says of every page that is not there, or not sent, that it is not: those are our own answers.
        const expected = /status of 4(04|15|22) /.test(message.text());
        if (message.type() === 'error' && !expected)
          found.push(`${here}: the console says ${message.text()}`);
      });
      page.on('pageerror', (error) => found.push(`${here}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:'))
          found.push(`${here}: asked somebody else, ${request.url()}`);
      });
      await tour(page, locale, async (stop) => {
        here = stop;
        found.push(...(await documents.problems()).map((problem) => `${stop}: ${problem}`));
        const { violations } = await new AxeBuilder({ page })
          .options(VIOLATIONS_ONLY)
          // There are no frames; without this, each result goes through a page of its own.
          .setLegacyMode()
          .withTags(TAGS)
          .disableRules(locale === 'ko' ? [] : SAME_IN_EVERY_LANGUAGE)
          .analyze();
        for (const { id, help, nodes } of violations)
          found.push(`${stop}: ${id}, ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
        await page.setViewportSize(NARROW);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > NARROW.width) found.push(`${stop}: ${width} px wide on a screen of ${NARROW.width}`);
        found.push(...(await page.evaluate(smallTargets)).map((target) => `${stop}: ${target}`));
        await page.setViewportSize(WIDE);
      });
      expect(found).toEqual([]);
    });
  }
}
