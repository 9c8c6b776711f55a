import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick is. */
const TICKS = 100;

type Line = { pid: number; parent: number; seconds: number };

/** One process as /proc tells of it: its own time, and that of children which have ended. */
async function lineOf(pid: number): Promise<Line | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name stands in brackets and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const parent = Number(fields[1]);
  const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0);
  return Number.isFinite(ticks) ? { pid, parent, seconds: ticks / TICKS } : undefined;
}

/** Seconds of processor time that a process and all that came of it have spent so far. Linux; NaN where /proc is not there. */
export async function processorSeconds(root: number | undefined): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  const lines = (await Promise.all(pids.map(lineOf))).filter((line) => line !== undefined);
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of lines) if (family.has(parent)) family.add(pid);
  }
  const spent = lines.filter(({ pid }) => family.has(pid));
  return spent.length > 0 ? spent.reduce((sum, { seconds }) => sum + seconds, 0) : Number.NaN;
}

/**
 * Milliseconds that a process, its threads and every process below it, which still run, have run so far: finer than the above, so that one
 * request shows. Not waited for, so that nothing else runs meanwhile.
 */
export function processorMilliseconds(pid: number | undefined): number {
  if (pid === undefined) return 0;
  let total = 0;
  try {
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      total += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean);
      for (const child of children) total += processorMilliseconds(Number(child));
    }
  } catch {
    // A thread or a backend ended while it was looked at.
  }
  return total;
}
