import { mkdir, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Kernels of today, and those before. */
const PLACES = [
  { root: '/sys/fs/cgroup/cpu', file: 'cpu.cfs_quota_us', quota: (share: number) => `${share * 100_000}` },
  { root: '/sys/fs/cgroup', file: 'cpu.max', quota: (share: number) => `${share * 100_000} 100000` },
];

/**
 * Lets processes have no more than such a share of one core each, as in a small container. Answers what gives it back to them, or null where the system does
 * not let us: that takes Linux and its superuser.
 */
export async function holdBack(
  pids: readonly number[],
  share: number,
): Promise<(() => Promise<void>) | null> {
  for (const { root, file, quota } of PLACES) {
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
        await writeFile(join(path, file), quota(share), { flag: 'r+' });
        await writeFile(join(path, 'cgroup.procs'), `${pid}`);
      }
      return release;
    } catch {
      await release();
    }
  }
  return null;
}
