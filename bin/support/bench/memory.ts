import { readFile } from 'node:fs/promises';

/** Resident memory of a serving process on Linux in MB, the largest where it has children that serve; 0 where the system does not say. */
export async function residentMegabytes(pid: number | undefined): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const sizes = [pid, ...children.split(' ').filter(Boolean)].map(async (one) => {
    const status = await readFile(`/proc/${one}/status`, 'utf8').catch(() => '');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  });
  return Math.max(...(await Promise.all(sizes)));
}
