import { mkdir, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * In which piece of time a process gets its share, in µs. With the usual tenth of a second it would run through its share at once and then stand still for
 * longer than a request takes, and with two such every client would soon wait for the one that stands still.
 */
const PERIOD = 5_000;

/** Kernels of today, and those before; what is written there, in this order. */
const PLACES = [
  {
    root: '/sys/fs/cgroup/cpu',
    told: (share: number) => ({
      'cpu.cfs_period_us': `${PERIOD}`,
      'cpu.cfs_quota_us': `${Math.round(share * PERIOD)}`,
    }),
  },
  {
    root: '/sys/fs/cgroup',
    told: (share: number) => ({ 'cpu.max': `${Math.round(share * PERIOD)} ${PERIOD}` }),
  },
];

/**
 * Lets processes have no more than such a share of one core each, as in a small container. Answers what gives it back to them, or null where the system does
 * not let us: that takes Linux and its superuser.
 */
export async function holdBack(
  pids: readonly number[],
  share: number,
): Promise<(() => Promise<void>) | null> {
  for (const { root, told } of PLACES) {
    const groups = pids.map((pid) => ({ pid, path: join(root, `naru-bench-${pid}`) }));
    const release = async () => {
      for (const { pid, path } of groups) {
        await writeFile(join(root, 'cgroup.procs'), `${pid}`).catch(() => {});
        await rmdir(path).catch(() => {});
      }
    };
    try {
      for (const { pid, path } of groups) {
        await mkdir(path);
        for (const [file, text] of Object.entries(told(share)))
          await writeFile(join(path, file), text, { flag: 'r+' });
        await writeFile(join(path, 'cgroup.procs'), `${pid}`);
      }
      return release;
    } catch {
      await release();
    }
  }
  return null;
}
