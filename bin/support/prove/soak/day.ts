import { setTimeout as sleep } from 'node:timers/promises';
import type { Weather } from '../browser';

/** What all of a soak share: what has been reported so far, and what went wrong. */
export class Day {
  readonly weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  /** Receipt codes whose holders may come back. */
  readonly codes: string[] = [];
  /** References that nobody at the desk has taken yet, those in screening, and numbers of cases. */
  readonly fresh: string[] = [];
  readonly screened: string[] = [];
  readonly cases: string[] = [];
  readonly done = new Map<string, number>();
  readonly faults = new Map<string, number>();
  /** The desk's requests; the public's are counted in `weather`. */
  atDesk = 0;
  private on = true;

  /** Does one thing after the other until the day is over, with a pause between them. A thing that throws is a fault. */
  async spend(things: Readonly<Record<string, () => Promise<unknown>>>, pauseMs: number): Promise<void> {
    const names = Object.keys(things);
    for (let turn = Math.floor(Math.random() * names.length); this.on; turn += 1) {
      const name = names[turn % names.length] ?? '';
      try {
        await things[name]?.();
        this.count(this.done, name);
      } catch (error) {
        this.count(this.faults, `${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await sleep(pauseMs * (0.5 + Math.random()));
    }
  }

  end(): void {
    this.on = false;
  }

  /** Every fault, those among them that a patient reporter would not have minded. */
  get allFaults(): string[] {
    const told =
      this.weather.unavailable > 0 ? [`${this.weather.unavailable} × told that it cannot be now`] : [];
    const met = [...this.weather.reasons, ...this.faults].map(([what, times]) => `${times} × ${what}`);
    return [...told, ...met];
  }

  private count(where: Map<string, number>, what: string): void {
    where.set(what, (where.get(what) ?? 0) + 1);
  }
}

/** Any of them; undefined when there is none. */
export const anyOf = <Item>(items: readonly Item[]): Item | undefined =>
  items[Math.floor(Math.random() * items.length)];
