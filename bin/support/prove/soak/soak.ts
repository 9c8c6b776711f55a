import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentMegabytes } from '../../bench/memory';
import { newInstance } from '../../stage';
import { type Figure, none, type Stage } from '../figure';
import { Day } from './day';
import { deskDay } from './desk-day';
import { Gauge, HELD } from './gauge';
import { liveHeap } from './live-heap';
import { publicThings } from './public-day';

const SECOND = 1_000;
/** People who report, read and come back at the same time. */
const PEOPLE = 4;
const PAUSE_MS = 400;
/** What is held in the last third of the time against the second, after the first has warmed everything up. */
const FLAT = 1.1;
/** Below so many more than before it is chance, not growth: connections and sockets come and go. */
const FEW = 5;
/** MB that a process may have held at any moment. */
const MOST = 300;

/**
 * A mixed day at one instance of its own: people who report, hand in photos, come back, read; three at the desk; jobs every few seconds. Nothing may go
 * wrong. In long, what the process holds in the last third of half an hour is held against the second third; each of the two begins right
 * after a garbage collection, and none is forced within them.
 */
export async function proveSoak({ directory, long }: Stage): Promise<Figure[]> {
  const third = (long ? 600 : 2) * SECOND;
  const temporary = join(directory, 'soak-temporary');
  await mkdir(temporary, { recursive: true });
  const app = await newInstance(['--inspect=127.0.0.1:0'], 1, { TMPDIR: temporary });
  await app.start();
  const gauge = await Gauge.on(app.pid ?? 0, temporary);
  try {
    const day = new Day();
    const things = publicThings(app.address, day);
    const desk = await deskDay(app.address, day, PAUSE_MS);
    const people = Array.from({ length: PEOPLE }, () => day.spend(things, PAUSE_MS));
    gauge.start(long ? 2 * SECOND : SECOND);
    const bounds: number[] = [];
    const heap: number[] = [];
    for (let part = 0; part < 3; part += 1) {
      await sleep(third);
      bounds.push(gauge.taken);
      heap.push(await liveHeap(app.output));
    }
    day.end();
    await Promise.all([...desk, ...people]);
    const most = await residentMegabytes(app.pid, 'at most');
    const [first = 0, second = 0, last = 0] = bounds;
    const figures = HELD.map((held) =>
      flat(held, gauge.middle(held, first, second), gauge.middle(held, second, last)),
    );
    const [, before = 0, after = 0] = heap;
    tell(day, heap, (3 * third) / SECOND);
    if (!long) console.log(`  MB resident at most: ${most.toFixed(0)} (in long at most ${MOST})`);
    return [
      none(`faults in ${day.weather.requests + day.atDesk} requests`, day.allFaults),
      none('errors in its log', errorsIn(app.output, long)),
      ...(long ? [...figures, flat('MB of live heap and buffers', before, after), within(most)] : []),
    ];
  } finally {
    await gauge.stop();
    await app.end('SIGTERM');
  }
}

function flat(what: string, before: number, after: number): Figure {
  return {
    what: `${what}, middle of the second third and of the last`,
    value: `${before.toFixed(0)} and ${after.toFixed(0)}`,
    bar: `at most ${FLAT} ×`,
    held: after <= before * FLAT || (!what.startsWith('MB') && after - before < FEW),
  };
}

function within(most: number): Figure {
  return {
    what: 'MB resident, at most',
    value: most.toFixed(0),
    bar: `at most ${MOST}`,
    held: Number.isNaN(most) ? null : most <= MOST,
  };
}

/** In short, what Next says of itself is told and not judged: six seconds are too few to know a rare line from a fault, and nobody's request failed. */
function errorsIn(output: string, long: boolean): string[] {
  const lines = output
    .split('\n')
    .filter((line) => /"level":"(?:error|warn)"/.test(line) || /^(?:⨯|\w*Error\b)/.test(line));
  if (long) return lines;
  const ours = lines.filter((line) => !line.includes('"event":"console.said"'));
  for (const line of lines) if (!ours.includes(line)) console.log(`  said in its log: ${line}`);
  return ours;
}

function tell(day: Day, heap: readonly number[], seconds: number): void {
  const done = [...day.done].map(([what, times]) => `${what} ${times}`).join(', ');
  console.log(`  in ${seconds} s: ${done}`);
  console.log(`  live heap after each third: ${heap.map((mb) => `${mb.toFixed(1)} MB`).join(', ')}`);
}
