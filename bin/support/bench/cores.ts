import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

const MS = 2_000;

/** Work of the kind that a page is: objects made, sorted, written out and read again. Answers how often it was done. */
const WORK = `
const { parentPort, workerData } = require('node:worker_threads');
const until = Date.now() + workerData;
let done = 0;
while (Date.now() < until) {
  const rows = Array.from({ length: 200 }, (_, n) => ({ n, name: 'row ' + ((n * 7919) % 200), tags: [n, n + 1] }));
  rows.sort((one, other) => (one.name < other.name ? -1 : 1));
  done += JSON.parse(JSON.stringify(rows)).length / 200;
}
parentPort.postMessage(done);
`;

/**
 * How many times the work of one thread all cores of this machine do at once when nothing is between them. What is called a core may be half of one, or what a
 * neighbour on the same machine leaves of it: then not even two processes that share nothing reach twice the work of one.
 */
export async function coresWorth(): Promise<number> {
  const alone = await together(1);
  return (await together(availableParallelism())) / alone;
}

async function together(threads: number): Promise<number> {
  const counts = await Promise.all(
    Array.from(
      { length: threads },
      () =>
        new Promise<number>((resolve, reject) => {
          const worker = new Worker(WORK, { eval: true, workerData: MS });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
