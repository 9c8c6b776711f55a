import type { Response } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { backgroundPaths } from '@/lib/background/addresses';
import { locales } from '@/lib/i18n/locale';
import { expect, test } from '../support/journey';
import { tours } from '../support/pages/tour';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Taste, not validity.
    'long-title': 'off',
    'prefer-native-element': 'off',
  },
});

/** React writes `action=""` for every server action, and every browser posts such a form to the page itself; the standard asks for a word there. */
const EMPTY_ACTION = /^Attribute "(form)?action" has invalid value ""$/i;

const policyOf = (response: Response) => response.headers()['content-security-policy'] ?? '';

/** Made at build and the same for everybody (decision 0017); any other page may hold what a person wrote. */
const isForEverybody = (response: Response) =>
  backgroundPaths.includes(new URL(response.url()).pathname.replace(/^\/(ko|en)/, ''));

/** What every document must say in its headers, besides what it says in its markup. */
function headerProblems(response: Response): string[] {
  const headers = response.headers();
  const scripts =
    /script-src ([^;]*)/.exec(policyOf(response))?.[1] ?? /default-src ([^;]*)/.exec(policyOf(response))?.[1];
  return [
    headers['cache-control']?.includes(isForEverybody(response) ? 'public' : 'no-store')
      ? ''
      : `cache-control is ${headers['cache-control']}`,
    scripts && !scripts.includes('unsafe') ? '' : `scripts are let in by ${scripts}`,
    policyOf(response).includes('unsafe-inline') ? 'the policy says unsafe-inline' : '',
    policyOf(response).includes("frame-ancestors 'none'") ? '' : 'it can be framed',
    headers['x-content-type-options'] === 'nosniff' ? '' : 'its type may be guessed',
    headers['referrer-policy'] === 'same-origin' ? '' : `referrer-policy is ${headers['referrer-policy']}`,
  ].filter(Boolean);
}

for (const locale of locales) {
  for (const [name, tour] of Object.entries(tours)) {
    test(`every document is valid HTML with its headers: ${name} (${locale}) @no-javascript`, async ({
      page,
    }) => {
      test.setTimeout(480_000);
      const found: string[] = [];
      const addresses = new Map<string, string>();
      let document: Response | undefined;
      page.on('response', (response) => {
        const redirects = response.status() >= 300 && response.status() < 400;
        if (response.request().isNavigationRequest() && !redirects) document = response;
      });
      await tour(page, locale, async (stop) => {
        if (!document) return void found.push(`${stop}: no document`);
        const html = await document.text();
        found.push(...headerProblems(document).map((problem) => `${stop}: ${problem}`));
        const { results } = await validator.validateString(html);
        for (const { messages } of results)
          for (const { ruleId, message, line, column } of messages) {
            if (EMPTY_ACTION.test(message)) continue;
            const source = (html.split('\n')[line - 1] ?? '').slice(Math.max(0, column - 40), column + 80);
            found.push(`${stop}: ${ruleId}, ${message}, near ${source}`);
          }
        if ((html.match(/<h1\b/g) ?? []).length !== 1) found.push(`${stop}: not one h1`);
        if (!html.includes(`<html lang="${locale}"`)) found.push(`${stop}: the language is not said`);
        const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
        const address = new URL(page.url()).pathname.replace(/NR-[^/]*/, '');
        if (!title) found.push(`${stop}: no title`);
        const other = addresses.get(title);
        if (other && other !== address) found.push(`${stop}: has the title of ${other}, “${title}”`);
        addresses.set(title, address);
      });
      expect(found).toEqual([]);
    });
  }
}
