import { randomInt } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure as en } from '@/lib/i18n/en/failure';
import { failure as ko } from '@/lib/i18n/ko/failure';

export type Page = { url: string; html: string };
/** What is typed or chosen, by the name of its field. */
export type Typed = Record<string, string | File | readonly string[]>;

/** What all browsers of a run met on their way. */
export type Weather = {
  requests: number;
  broken: number;
  unavailable: number;
  /** How often each kind of break was met. */
  reasons: Map<string, number>;
  /** Where it is given: answers “not now” that lack what such a page has to hold (its status, whom to call, what was typed). */
  unclear?: string[];
};

/** A browser without JavaScript: cookies, redirects, forms, and a person who tries again until there is an answer. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private readonly from = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

  constructor(
    private readonly base: string,
    private readonly weather: Weather,
  ) {}

  /** Opens a page, again and again until it is there. */
  open(path: string): Promise<Page> {
    return this.persist(() => this.follow(path));
  }

  /**
   * Fills in a page's form and sends it. When the answer is lost the very same body is sent again with the same cookies: what "reload"
   * and a second press on the button do. `holding`: the form that has this field, where the page's main one is not meant.
   */
  send(page: Page, fields: Typed, holding?: string): Promise<Page> {
    return this.persist(() => this.follow(page.url, formOf(page, fields, holding), fields));
  }

  /** Chooses a file in the page's form for files, and sends it to where that form goes. */
  upload(page: Page, file: File): Promise<Page> {
    const form = formsIn(page.html).find((one) => one.includes('type="file"'));
    const to = /\baction="([^"]*)"/.exec(form ?? '')?.[1];
    if (!form || !to) throw new Error(`no form for files on ${page.url}`);
    return this.persist(() => this.follow(unescaped(to), filledIn(form, { file })));
  }

  /** Sends a page's form and hangs up before the answer is there: what a tunnel does to a telephone. Nothing is known of what became of it. */
  async abandon(page: Page, fields: Record<string, string>, afterMs: number): Promise<void> {
    this.weather.requests += 1;
    const written = new Response(formOf(page, fields));
    const body = Buffer.from(await written.arrayBuffer());
    const headers = {
      ...this.headers,
      'content-type': written.headers.get('content-type') ?? '',
      'content-length': body.length,
    };
    const sent = request(new URL(page.url, this.base), { method: 'POST', headers, agent: false });
    sent.on('error', () => undefined);
    sent.end(body);
    await sleep(afterMs);
    sent.destroy();
  }

  private get headers() {
    return {
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: this.base,
      'x-forwarded-for': this.from,
    };
  }

  private async persist(attempt: () => Promise<Page | undefined>): Promise<Page> {
    for (let tries = 0; tries < 300; tries += 1) {
      try {
        const page = await attempt();
        if (page) return page;
        this.weather.unavailable += 1;
      } catch (error) {
        this.weather.broken += 1;
        const reason = reasonOf(error);
        this.weather.reasons.set(reason, (this.weather.reasons.get(reason) ?? 0) + 1);
      }
      await sleep(100 + randomInt(300));
    }
    const reasons = [...this.weather.reasons.keys()].join('; ');
    throw new Error(
      `a page could not be had in 300 tries: ${reasons || 'the server said that it cannot now'}`,
    );
  }

  /** One request and the redirects that follow it; undefined when the server says that it cannot now. */
  private async follow(path: string, body?: FormData, typed: Typed = {}): Promise<Page | undefined> {
    let url = path;
    let form = body;
    for (let hops = 0; hops < 8; hops += 1) {
      this.weather.requests += 1;
      const answer = await fetch(new URL(url, this.base), {
        ...(form ? { method: 'POST', body: form } : {}),
        redirect: 'manual',
        signal: AbortSignal.timeout(20_000),
        headers: this.headers,
      });
      const html = await answer.text();
      if (answer.status >= 500 || isApology(html)) {
        const lacking = lackingOn(answer.status, html, form ? typed : {});
        if (lacking.length > 0) this.weather.unclear?.push(`${url}: ${lacking.join(', ')}`);
        return undefined;
      }
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.cookies.set(name, value);
      }
      if (answer.status < 300 || answer.status >= 400) {
        if (answer.status >= 400) throw new Error(`${url} answered ${answer.status}`);
        return { url, html };
      }
      const next = new URL(answer.headers.get('location') ?? '/', new URL(url, this.base));
      url = next.pathname + next.search;
      form = undefined;
    }
    throw new Error('redirected in circles');
  }
}

/** A page that says that it could not be made is one to ask for again, whatever its status. */
const isApology = (html: string): boolean => [ko, en].some(({ title }) => html.includes(`>${title}</h1>`));

/** What a page lacks that says that it cannot be now. */
function lackingOn(status: number, html: string, typed: Typed): string[] {
  const shown = unescaped(html);
  const words = Object.values(typed)
    .flat()
    .filter((one) => typeof one === 'string');
  return [
    ...(status === 503 ? [] : [`answered ${status}`]),
    ...(shown.includes('tel:112') ? [] : ['says not whom to call']),
    ...words.filter((word) => !shown.includes(word)).map((word) => `lacks “${word}”`),
  ];
}

const formsIn = (html: string) => [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form);

/** The page's form that holds a field, or its main one. */
function formOf({ html }: Page, fields: Typed, holding?: string): FormData {
  const forms = formsIn(html);
  const mark = holding ? `name="${holding}"` : 'id="report-form"';
  return filledIn(forms.find((one) => one.includes(mark)) ?? forms[0] ?? '', fields);
}

/** A form with its hidden inputs, which a browser sends back without being asked, and what was typed. */
function filledIn(form: string, fields: Typed): FormData {
  const filled = new FormData();
  for (const [name, value] of [...hiddenInputs(form), ...Object.entries(fields)])
    for (const one of [value].flat()) {
      if (one instanceof File) filled.append(name, one, one.name);
      else filled.append(name, one);
    }
  return filled;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  return cause?.code ?? (error instanceof Error ? error.message : String(error));
}

function hiddenInputs(form: string): [string, string][] {
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([input]): [string, string][] => {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    return name ? [[name, unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? '')]] : [];
  });
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
