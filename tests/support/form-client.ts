import type { APIRequestContext, APIResponse } from '@playwright/test';

type Fields = Record<string, string | readonly string[]>;
type Form = { action: string; hidden: [string, string][]; html: string };

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
const decode = (text: string) => text.replace(/&([#\w]+);/g, (found, name) => ENTITIES[name] ?? found);
const attribute = (tag: string, name: string) =>
  decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** A client that knows nothing but HTML: it reads pages, copies hidden inputs and posts forms. */
export class FormClient {
  /** The last answer. */
  html = '';
  url = '';
  status = 0;

  constructor(
    private readonly request: APIRequestContext,
    private readonly base = process.env.E2E_BASE_URL ?? '',
    /** Whether it posts `a=b&c=d`, as most clients do that are no browser, and not in parts. */
    private readonly plain = false,
  ) {}

  async open(path: string): Promise<void> {
    await this.take(await this.request.get(new URL(path, this.base).href));
  }

  /** Posts the form that has a control (or a button) of this name, with its hidden inputs and these fields. */
  async submit(fields: Fields, has = Object.keys(fields)[0] ?? 'locale'): Promise<void> {
    const form = this.forms().find(({ html }) => html.includes(`name="${has}"`));
    if (!form) throw new Error(`No form with “${has}” on ${this.url}`);
    await this.post(form, fields);
  }

  /** Posts the form around the button with these words. */
  async press(words: string, fields: Fields = {}): Promise<void> {
    const form = this.forms().find(({ html }) => decode(html).includes(words));
    if (!form) throw new Error(`No button “${words}” on ${this.url}`);
    await this.post(form, fields);
  }

  /** What the page says, without tags. */
  get text(): string {
    return decode(this.html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ''));
  }

  get title(): string {
    return decode(/<title>([^<]*)/.exec(this.html)?.[1] ?? '');
  }

  /** The text of the element with this test id. */
  testId(id: string): string {
    return decode(new RegExp(`data-testid="${id}"[^>]*>([^<]*)`).exec(this.html)?.[1] ?? '');
  }

  forms(): Form[] {
    return [...this.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', html = '']) => ({
      action: attribute(tag, 'action'),
      hidden: [...html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
        attribute(input, 'name'),
        attribute(input, 'value'),
      ]),
      html,
    }));
  }

  async post({ action, hidden }: Form, fields: Fields): Promise<void> {
    const form = this.plain ? new URLSearchParams() : new FormData();
    for (const [name, value] of hidden) if (!(name in fields)) form.append(name, value);
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) form.append(name, one);
    const address = new URL(action || this.url, this.url).href;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await this.take(
      await this.request.post(
        address,
        form instanceof FormData ? { multipart: form } : { headers, data: String(form) },
      ),
    );
  }

  /** Posts the form with this control as bytes that no browser would send. */
  async submitBytes(name: string, bytes: Buffer): Promise<void> {
    const form = this.forms().find(({ html }) => html.includes(`name="${name}"`));
    if (!form) throw new Error(`No form with “${name}” on ${this.url}`);
    const edge = 'naru-bytes';
    const part = (field: string, value: Buffer) => [
      Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n`),
      value,
      Buffer.from('\r\n'),
    ];
    const data = Buffer.concat([
      ...form.hidden.flatMap(([field, value]) => part(field, Buffer.from(value))),
      ...part(name, bytes),
      Buffer.from(`--${edge}--\r\n`),
    ]);
    const headers = { 'content-type': `multipart/form-data; boundary=${edge}` };
    await this.take(
      await this.request.post(new URL(form.action || this.url, this.url).href, { headers, data }),
    );
  }

  private async take(response: APIResponse): Promise<void> {
    this.html = await response.text();
    this.url = response.url();
    this.status = response.status();
  }
}
