import { percentile } from './measure';

export type Load = { perSecond: number; p50: number; p95: number; done: number };

/**
 * Lets some clients do the same thing over and over for a while; each begins anew when it is done. What the first seconds did is not
 * counted: the server is still getting warm. Times in milliseconds. Throws when anything fails: a load that breaks is no measure.
 */
export async function underLoad(
  clients: number,
  seconds: number,
  work: () => Promise<void>,
  warmup = 3,
): Promise<Load> {
  const times: number[] = [];
  let done = 0;
  const from = performance.now() + warmup * 1000;
  const until = from + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const started = performance.now();
      await work();
      const ended = performance.now();
      if (ended < from || ended > until) continue;
      done += 1;
      if (started >= from) times.push(ended - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return {
    perSecond: done / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    done,
  };
}
