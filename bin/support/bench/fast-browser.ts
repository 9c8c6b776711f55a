import { randomInt, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export type Shown = { url: string; html: string };
type Answer = { status: number; location: string; html: string };

/**
 * One connection pool for all clients of a run, so that what is measured is the server and not the making of connections. Used in turn: with Node's own way, the one used
 * last, a client stays on its connection, and all of them may stay on those of one of two instances.
 */
const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'fifo' });

/**
 * A browser without JavaScript that costs as little as can be: cookies, redirects, forms in the encoding that they name. The clients share the machine with
 * the server, so what they spend is missing there.
 */
export class FastBrowser {
  private readonly cookies = new Map<string, string>();
  private readonly from = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

  constructor(
    private readonly base: URL,
    /** Stands around every request, for who measures each by itself. */
    readonly watch: (method: string, path: string, ask: () => Promise<Answer>) => Promise<Answer> = (
      _m,
      _p,
      ask,
    ) => ask(),
  ) {}

  async open(path: string): Promise<Shown> {
    return this.follow(path);
  }

  /** Fills in the page's form that has, or holds something with, this id, else the first one, and sends it as the page says. */
  async send(
    page: Shown,
    fields: Record<string, string | readonly string[]>,
    id = 'report-form',
  ): Promise<Shown> {
    const forms = page.html.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find((one) => one.includes(`id="${id}"`)) ?? forms[0] ?? '';
    const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]): [string, string] => [
      attribute(input, 'name'),
      attribute(input, 'value'),
    ]);
    const given = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    const values = [...hidden, ...given];
    if (attribute(/^<form[^>]*>/.exec(form)?.[0] ?? '', 'encType') !== 'multipart/form-data') {
      const body = Buffer.from(String(new URLSearchParams(values)));
      return this.follow(page.url, { body, type: 'application/x-www-form-urlencoded' });
    }
    const edge = `naru${randomUUID()}`;
    const parts = values.map(
      ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const body = Buffer.from(`${parts.join('')}--${edge}--\r\n`);
    return this.follow(page.url, { body, type: `multipart/form-data; boundary=${edge}` });
  }

  private async follow(path: string, post?: { body: Buffer; type: string }): Promise<Shown> {
    let url = path;
    let sending = post;
    for (let hops = 0; hops < 8; hops += 1) {
      const [to, post] = [url, sending];
      const answer = await this.watch(post ? 'POST' : 'GET', to, () => this.ask(to, post));
      if (answer.status < 300) return { url, html: answer.html };
      if (answer.status >= 400) throw new Error(`${url} answered ${answer.status}`);
      const next = new URL(answer.location, new URL(url, this.base));
      url = next.pathname + next.search;
      sending = undefined;
    }
    throw new Error(`${path} redirected in circles`);
  }

  private ask(url: string, post?: { body: Buffer; type: string }) {
    return new Promise<Answer>((resolve, reject) => {
      const sent = request(
        {
          agent,
          host: this.base.hostname,
          port: this.base.port,
          path: url,
          method: post ? 'POST' : 'GET',
          headers: {
            cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            origin: this.base.origin,
            'x-forwarded-for': this.from,
            ...(post ? { 'content-type': post.type, 'content-length': post.body.length } : {}),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () => {
            for (const line of answer.headers['set-cookie'] ?? []) {
              const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
              this.cookies.set(name, value);
            }
            resolve({
              status: answer.statusCode ?? 0,
              location: answer.headers.location ?? '/',
              html: Buffer.concat(chunks).toString('utf8'),
            });
          });
        },
      );
      sent.once('error', reject);
      sent.end(post?.body);
    });
  }
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
