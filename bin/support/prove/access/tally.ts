import type { Standing } from './standing';
import { KEPT } from './standing';
import type { Seen } from './visitor';
import type { Matter, World } from './world';
import { LETTERS, type Letter } from './world';

const FEW = 4;

/** What was tried, and what should not have been. */
export class Tally {
  tries = 0;
  readonly faults: string[] = [];

  constructor(
    readonly world: World,
    private readonly standing: Standing,
  ) {}

  fault(words: string): void {
    this.faults.push(words);
  }

  /** Runs what may change nothing; says so when something did. `keeps`: what was typed may be kept for its own writer. */
  async unmoved(about: string, work: () => Promise<void>, keeps = false): Promise<void> {
    await work();
    const changed = (await this.standing.changed()).filter((table) => !(keeps && table === KEPT));
    if (changed.length > 0) this.fault(`${about}: changed ${changed.join(', ')}`);
  }

  /** Runs for each of many what may change nothing, a few at a time; when something did, it was one of those few, which are all named. */
  async unmovedByAny<Item>(
    items: readonly Item[],
    about: (item: Item) => string,
    work: (item: Item) => Promise<void>,
    keeps = false,
  ): Promise<void> {
    for (let at = 0; at < items.length; at += FEW) {
      const few = items.slice(at, at + FEW);
      await this.unmoved(few.map(about).join(' or '), () => inTurns(few, work), keeps);
    }
  }

  /** Runs what may change something; answers what did. */
  async moved(work: () => Promise<unknown>): Promise<string[]> {
    await work();
    return this.standing.changed();
  }

  /** Counts a try and looks whether the answer broke or shows what this person may not see. */
  seen(about: string, letter: Letter | null, answer: Seen): Seen {
    this.tries += 1;
    if (answer.status >= 500) this.fault(`${about}: answered ${answer.status}`);
    const leaked = this.hiddenFrom(letter).filter((word) => answer.text.includes(word));
    // What was asked for stands in the address, and the page may name its own address.
    const told = leaked.filter((word) => !decodeURIComponent(answer.url).includes(word));
    if (told.length > 0) this.fault(`${about}: shows ${[...new Set(told)].join(', ')}`);
    return answer;
  }

  private hiddenFrom(letter: Letter | null): string[] {
    const { open, other, barred, shunned } = this.world;
    const away = [shunned.word, shunned.reference];
    const words = (matter: Matter) => [matter.word, matter.number, matter.reference];
    const apart = [open, other, barred].flatMap(({ apart: told, position }) =>
      letter === 'C' || letter === 'S' ? [told] : [told, position],
    );
    if (letter && 'ICS'.includes(letter)) return [...words(barred), ...away, ...apart];
    return [...away, ...[open, other, barred].flatMap(words), ...apart];
  }
}

/** A few at a time: the machine is shared with the server that is asked. */
export async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const hand = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: FEW }, hand));
}

export const others = (may: readonly Letter[]) => LETTERS.filter((letter) => !may.includes(letter));

export const signsIn = (answer: Seen) =>
  answer.status >= 300 && answer.status < 400 && answer.location.includes('/staff/sign-in');
