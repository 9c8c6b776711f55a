import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitBefore } from '@/app/_components/back-off';
import { type Outcome, sendUntilTaken, type Told } from '@/app/_components/send-until-taken';

describe('the wait before another try', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 16],
    [6, 30],
    [7, 30],
    [1_000, 30],
  ])('after %d failures is %d seconds', (failures, seconds) => {
    expect(waitBefore(failures)).toBe(seconds * 1000);
  });
});

describe('sending until it is taken', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function start(outcomes: Outcome[]) {
    const told: Told[] = [];
    const line = new EventTarget();
    let attempts = 0;
    const sending = sendUntilTaken(
      async () => outcomes[Math.min(attempts++, outcomes.length - 1)] ?? 'taken',
      (now) => told.push(now),
      line,
    );
    return { told, line, sending, attempts: () => attempts };
  }
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

  it('tries again after each wait, and ends when it has arrived', async () => {
    const { told, attempts } = start(['dropped', 'busy', 'dropped', 'taken']);
    await pass(0);
    expect(attempts()).toBe(1);
    await pass(1);
    await pass(2);
    await pass(4);
    expect(told.map(({ outcome, tries }) => `${tries} ${outcome}`)).toEqual([
      '1 dropped',
      '2 busy',
      '3 dropped',
      '4 taken',
    ]);
    await pass(100);
    expect(attempts()).toBe(4);
  });

  it.each(['taken', 'refused', 'stale'] as const)('does not try again what was %s', async (outcome) => {
    const { line, attempts } = start([outcome]);
    await pass(100);
    line.dispatchEvent(new Event('online'));
    await pass(100);
    expect(attempts()).toBe(1);
  });

  it('does not try again for who is on the way out', async () => {
    vi.resetModules();
    const { markLeaving } = await import('@/app/_components/leaving');
    const { sendUntilTaken: send } = await import('@/app/_components/send-until-taken');
    const line = new EventTarget();
    let attempts = 0;
    const sending = send(
      async () => {
        attempts += 1;
        return 'dropped';
      },
      () => {},
      line,
    );
    await pass(0);
    markLeaving();
    await pass(100);
    line.dispatchEvent(new Event('online'));
    sending.now();
    await pass(100);
    expect(attempts).toBe(1);
  });

  it('tries at once when the line is back, or when asked to, and no more once stopped', async () => {
    const { line, sending, attempts } = start(['dropped']);
    await pass(0);
    line.dispatchEvent(new Event('online'));
    await pass(0);
    expect(attempts()).toBe(2);
    sending.now();
    await pass(0);
    expect(attempts()).toBe(3);
    sending.stop();
    line.dispatchEvent(new Event('online'));
    await pass(100);
    expect(attempts()).toBe(3);
  });
});
