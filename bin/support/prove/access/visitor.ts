import { randomInt } from 'node:crypto';

export type Seen = { status: number; location: string; text: string; url: string };
export type Fields = readonly (readonly [string, string])[];

/** An address out of sixteen million. */
export const anyAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** Somebody without JavaScript and without a mind of their own: sends what it is told to, keeps cookies, follows nothing. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  /** `from`: the address they come from, as a proxy before the server says it; one of their own unless it is given. */
  constructor(
    private readonly base: string,
    readonly name: string,
    private readonly from = anyAddress(),
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string): Promise<Seen> {
    return this.ask(path, {});
  }

  post(path: string, fields: Fields): Promise<Seen> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    return this.ask(path, { method: 'POST', body });
  }

  private async ask(path: string, init: RequestInit): Promise<Seen> {
    const answer = await fetch(new URL(path, this.base), {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      headers: {
        cookie: this.cookie,
        origin: this.base,
        'x-forwarded-for': this.from,
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    return { status: answer.status, location: answer.headers.get('location') ?? '', text, url: path };
  }
}
