import { Agent, request } from 'node:http';
import { percentile } from '../../bench/measure';
import { anyAddress } from '../access/visitor';
import { receiptOn } from '../reporter';

export type Outcome = { reference: string; code: string } | { why: string };

/** Sends sos reports for many people at once as cheaply as can be: they share the machine with the servers they flood. */
export class Sender {
  /**
   * A person finds a free connection or makes one. Past so many they wait for one, as before a full house: each is three open files here, with the
   * balancer in the same process, and there is a limit to those.
   */
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4_000 });
  private readonly base: URL;

  /** `patienceMs`: how long one person waits for both answers together. */
  constructor(
    address: string,
    private readonly patienceMs: number,
  ) {
    this.base = new URL(address);
  }

  /** One person opens the page, sends its form once, and reads the receipt, or what they get instead. */
  async report(words: string, from = anyAddress()): Promise<Outcome> {
    const until = Date.now() + this.patienceMs;
    try {
      const form = await this.ask(from, until);
      if (form.status !== 200) return { why: 'told so instead of the form' };
      const nonce = /name="nonce"[^>]*value="([^"]*)"/.exec(form.html)?.[1] ?? '';
      const answer = await this.ask(from, until, String(new URLSearchParams({ nonce, narrative: words })));
      if (answer.status === 503) return { why: 'told that it cannot be taken now' };
      return receiptOn({ url: `sos (${answer.status})`, html: answer.html });
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
  }

  stop(): void {
    this.agent.destroy();
  }

  private ask(from: string, until: number, body?: string): Promise<{ status: number; html: string }> {
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
          answer.once('error', reject);
          answer.once('end', () =>
            resolve({ status: answer.statusCode ?? 0, html: Buffer.concat(chunks).toString('utf8') }),
          );
        },
      );
      sent.once('error', (error) =>
        reject(error.name === 'AbortError' ? new Error('not answered in time') : error),
      );
      sent.end(body);
    });
  }
}

/** Half and nineteen in twenty of the times, in words. */
export const describeTimes = (taken: readonly number[]) =>
  `half within ${(percentile(taken, 0.5) / 1_000).toFixed(1)} s and 19 of 20 within ${(percentile(taken, 0.95) / 1_000).toFixed(1)} s`;
