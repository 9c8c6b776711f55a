import { readFile } from 'node:fs/promises';

type What = 'now' | 'at most';
const LINES = { now: /VmRSS:\s+(\d+) kB/, 'at most': /VmHWM:\s+(\d+) kB/ } satisfies Record<What, RegExp>;

/**
 * Resident memory of a serving process on Linux in MB, as it is or was at most since its start; of the largest where it has children that serve.
 * NaN, which holds no bar, where the system does not say.
 */
export async function residentMegabytes(pid: number | undefined, what: What): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const [own = Number.NaN, ...theirs] = await Promise.all(
    [pid, ...children.split(' ').filter(Boolean)].map(async (one) => {
      const status = await readFile(`/proc/${one}/status`, 'utf8').catch(() => '');
      return Number(LINES[what].exec(status)?.[1] ?? Number.NaN) / 1024;
    }),
  );
  // A child that has ended since it was listed says nothing, and holds nothing.
  return Math.max(own, ...theirs.filter((size) => !Number.isNaN(size)));
}
