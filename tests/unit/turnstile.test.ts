import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { turnstile } from '@/bin/support/turnstile.mjs';
import { requestScope } from '@/lib/request-scope.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets requests in by name; answers which have begun, and what ends the answer of one. */
function entrance(places: number, heldMs: number) {
  const enter = turnstile(places, heldMs);
  const begun: string[] = [];
  const responses = new Map<string, EventEmitter>();
  return {
    begun,
    come: (name: string, go = () => void begun.push(name)) => {
      const response = new EventEmitter();
      responses.set(name, response);
      enter(response, go);
    },
    end: (name: string) => responses.get(name)?.emit('close'),
  };
}

describe('pages that are made a few at a time', () => {
  it('begin at once while there is a place, and then in the order in which they came', () => {
    const { begun, come, end } = entrance(2, 1_000);
    for (const name of ['a', 'b', 'c', 'd']) come(name);
    expect(begun).toEqual(['a', 'b']);
    end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    end('a');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    end('c');
    end('d');
    for (const name of ['e', 'f', 'g']) come(name);
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('wait for nobody whose answer takes long', () => {
    const { begun, come, end } = entrance(1, 200);
    for (const name of ['slow', 'b', 'c']) come(name);
    vi.advanceTimersByTime(200);
    expect(begun).toEqual(['slow', 'b']);
    // Its place was given away already: its end gives away no other.
    end('slow');
    expect(begun).toEqual(['slow', 'b']);
    vi.advanceTimersByTime(200);
    expect(begun).toEqual(['slow', 'b', 'c']);
  });

  it('are made under their own id, whoever lets them in', () => {
    const { come, end } = entrance(1, 1_000);
    const seen: (string | undefined)[] = [];
    const under = (id: string) =>
      requestScope.run({ id }, () => come(id, () => void seen.push(requestScope.getStore()?.id)));
    under('one');
    under('two');
    requestScope.run({ id: 'one' }, () => end('one'));
    expect(seen).toEqual(['one', 'two']);
  });
});
