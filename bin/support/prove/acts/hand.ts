import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '@/lib/i18n/ko/failure';
import type { Shown } from '../access/forms';
import type { Member } from '../access/people';
import type { Seen } from '../access/visitor';
import type { Weather } from '../browser';

/** What a form was answered with. `lost`: an answer before this one never came, and the same form was sent again. */
export type Answer = { outcome: 'done' | 'refused'; why: string; lost: boolean; location: string };

/** Somebody signed in at the desk, without script, who opens a page until it is there and sends a form until it is answered. */
export class Hand {
  constructor(
    readonly member: Member,
    private readonly weather: Weather,
  ) {}

  async open(path: string): Promise<Seen> {
    const { answer } = await this.persist(path, () => this.member.visitor.get(path));
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} ${answer.location}`);
    return answer;
  }

  /** The very same fields again and again, with the key that the form was made with: what "reload" does. */
  async press({ to, fields }: Shown): Promise<Answer> {
    const { answer, lost } = await this.persist(to, () => this.member.visitor.post(to, fields));
    const { location } = answer;
    if (answer.status !== 303) throw new Error(`a form to ${to} was answered with ${answer.status}`);
    const why = new URL(location, 'http://here').searchParams.get('problem');
    return { outcome: why ? 'refused' : 'done', why: why ?? '', lost, location };
  }

  private async persist(path: string, ask: () => Promise<Seen>): Promise<{ answer: Seen; lost: boolean }> {
    let lost = false;
    for (let tries = 0; tries < 300; tries += 1) {
      try {
        this.weather.requests += 1;
        const answer = await ask();
        if (answer.location.includes('/staff/sign-in')) throw new Error(`led to sign in from ${path}`);
        if (answer.status < 500 && !answer.text.includes(`>${failure.title}</h1>`)) return { answer, lost };
        this.weather.unavailable += 1;
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('led ')) throw error;
        this.weather.broken += 1;
      }
      lost = true;
      await sleep(100 + randomInt(300));
    }
    throw new Error(`${path} could not be had in 300 tries`);
  }
}
