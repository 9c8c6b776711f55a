import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../bench/measure';
import { anyAddress } from '../access/visitor';
import { receiptOn } from '../reporter';

type Receipt = { reference: string; code: string };
export type Outcome = Receipt | { why: string };
type Answer = { status: number; html: string };

/** What somebody waits before the next press, at least. */
const PAUSE_MS = 2_000;

/** Sends sos reports for many people at once as cheaply as can be: they share the machine with the servers they flood. */
export class Sender {
  /**
   * A person finds a free connection or makes one. Past so many they wait for one, as before a full house: each is three open files here, with the
   * balancer in the same process, and there is a limit to those.
   */
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4_000 });
  private readonly base: URL;
  /** Answers that nobody may get, or none where there should be one, and how often: neither the page nor one that says plainly that it cannot be now. */
  readonly faults = new Map<string, number>();
  /** How often somebody was told plainly that it cannot be now. */
  told = 0;

  /** `patienceMs`: how long one person waits and tries again, from opening the page to the receipt. */
  constructor(
    address: string,
    private readonly patienceMs: number,
  ) {
    this.base = new URL(address);
  }

  /** One person opens the page and sends its form, again with every press when they are told to, until they see a receipt or their patience is over. */
  async report(words: string, from = anyAddress()): Promise<Outcome> {
    const until = Date.now() + this.patienceMs;
    const form = await this.persist(from, until);
    if ('why' in form) return form;
    const nonce = /name="nonce"[^>]*value="([^"]*)"/.exec(form.html)?.[1] ?? '';
    const answer = await this.persist(from, until, { nonce, narrative: words });
    if ('why' in answer) return answer;
    try {
      return receiptOn({ url: 'sos', html: answer.html });
    } catch (error) {
      return this.fault(error instanceof Error ? error.message : String(error));
    }
  }

  stop(): void {
    this.agent.destroy();
  }

  /** The same request until it is answered with 200. The same form sent again is the same report. */
  private async persist(
    from: string,
    until: number,
    typed?: { nonce: string; narrative: string },
  ): Promise<Answer | { why: string }> {
    let last = 'silence';
    while (Date.now() < until) {
      try {
        const answer = await this.ask(from, until, typed && String(new URLSearchParams(typed)));
        if (answer.status === 200) return answer;
        if (saysNotNow(answer, typed?.narrative)) this.told += 1;
        else
          this.fault(
            `${typed ? 'POST' : 'GET'} answered ${answer.status} without saying plainly that it cannot be now`,
          );
        last = 'told that it cannot be now';
      } catch (error) {
        if (!(error instanceof Silence)) this.fault(error instanceof Error ? error.message : String(error));
      }
      await sleep(PAUSE_MS * (1 + Math.random()));
    }
    return { why: last };
  }

  private fault(why: string): { why: string } {
    this.faults.set(why, (this.faults.get(why) ?? 0) + 1);
    return { why };
  }

  private ask(from: string, until: number, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.agent,
          host: this.base.hostname,
          port: this.base.port,
          path: '/ko/sos',
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            'x-forwarded-for': from,
            origin: this.base.origin,
            ...(body === undefined
              ? {}
              : {
                  'content-type': 'application/x-www-form-urlencoded',
                  'content-length': Buffer.byteLength(body),
                }),
          },
          signal: AbortSignal.timeout(Math.max(1, until - Date.now())),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', (error) => reject(Date.now() < until ? error : new Silence()));
          answer.once('end', () =>
            resolve({ status: answer.statusCode ?? 0, html: Buffer.concat(chunks).toString('utf8') }),
          );
        },
      );
      sent.once('error', (error) => reject(error.name === 'AbortError' ? new Silence() : error));
      sent.end(body);
    });
  }
}

/** Nothing came while somebody had patience. */
class Silence extends Error {}

/** Whether an answer says that it cannot be now, whom to call, and what was typed. */
const saysNotNow = ({ status, html }: Answer, words = '') =>
  status === 503 && html.includes('tel:112') && html.includes(words);

/** Half and nineteen in twenty of the times, in words. */
export const describeTimes = (taken: readonly number[]) =>
  `half within ${(percentile(taken, 0.5) / 1_000).toFixed(1)} s and 19 of 20 within ${(percentile(taken, 0.95) / 1_000).toFixed(1)} s`;
