import type { APIResponse, Page, Response } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { backgroundPaths } from '@/lib/background/addresses';
import type { Locale } from '@/lib/i18n/locale';

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

type Document = Response | APIResponse;

const policyOf = (document: Document) => document.headers()['content-security-policy'] ?? '';

/** Made at build and the same for everybody (decision 0017); any other page may hold what a person wrote. */
const isForEverybody = (document: Document) =>
  backgroundPaths.includes(new URL(document.url()).pathname.replace(/^\/(ko|en)/, ''));

/** What every document must say in its headers, besides what it says in its markup. */
function headerProblems(document: Document): string[] {
  const headers = document.headers();
  const scripts =
    /script-src ([^;]*)/.exec(policyOf(document))?.[1] ?? /default-src ([^;]*)/.exec(policyOf(document))?.[1];
  return [
    headers['cache-control']?.includes(isForEverybody(document) ? 'public' : 'no-store')
      ? ''
      : `cache-control is ${headers['cache-control']}`,
    scripts && !scripts.includes('unsafe') ? '' : `scripts are let in by ${scripts}`,
    policyOf(document).includes('unsafe-inline') ? 'the policy says unsafe-inline' : '',
    policyOf(document).includes("frame-ancestors 'none'") ? '' : 'it can be framed',
    headers['x-content-type-options'] === 'nosniff' ? '' : 'its type may be guessed',
    headers['referrer-policy'] === 'same-origin' ? '' : `referrer-policy is ${headers['referrer-policy']}`,
  ].filter(Boolean);
}

async function markupProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ message }) => !EMPTY_ACTION.test(message))
      .map(({ ruleId, message, line, column }) => {
        const source = (html.split('\n')[line - 1] ?? '').slice(Math.max(0, column - 40), column + 80);
        return `${ruleId}, ${message}, near ${source}`;
      }),
  );
}

/** Looks at the documents behind the pages of one tour, as the server sends them to a browser without script. */
export class Documents {
  private latest: Response | undefined;
  private readonly addresses = new Map<string, string>();

  constructor(
    private readonly page: Page,
    private readonly locale: Locale,
  ) {
    page.on('response', (response) => {
      const redirects = response.status() >= 300 && response.status() < 400;
      if (redirects) return;
      if (response.request().isNavigationRequest()) this.latest = response;
      else if (response.request().method() === 'POST') this.latest = undefined;
    });
  }

  /** What is wrong with the document of the page that is open now. */
  async problems(): Promise<string[]> {
    // A form that was sent by script leaves no document; its page is asked for again, as it would stand without script.
    const document = this.latest ?? (await this.page.request.get(this.page.url()));
    const html = await document.text();
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    const address = new URL(this.page.url()).pathname.replace(/NR-[^/]*/, '');
    const other = this.addresses.get(title) ?? address;
    this.addresses.set(title, address);
    return [
      ...headerProblems(document),
      ...(await markupProblems(html)),
      (html.match(/<h1\b/g) ?? []).length === 1 ? '' : 'not one h1',
      html.includes(`<html lang="${this.locale}"`) ? '' : 'the language is not said',
      title ? '' : 'no title',
      other === address ? '' : `has the title of ${other}, “${title}”`,
    ].filter(Boolean);
  }
}
