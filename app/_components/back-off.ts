const SECOND = 1000;
const LONGEST = 30 * SECOND;

/** How long to wait before trying again after this many failures, in milliseconds: 1, 2, 4, 8, 16 seconds, then 30 each time. */
export function waitBefore(failures: number): number {
  return Math.min(LONGEST, 2 ** Math.max(0, failures - 1) * SECOND);
}
