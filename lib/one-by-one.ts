import { describeError } from './errors';
import { log } from './log';

/**
 * Does the same to each of many, each in a transaction of its own. What one breaks on is logged under `event`, keeps no other waiting, and is
 * tried again by the next round. Answers for how many it was done: for those that answered true.
 */
export async function oneByOne(
  event: string,
  what: string,
  ids: readonly string[],
  work: (id: string) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  for (const id of ids)
    try {
      if (await work(id)) count += 1;
    } catch (error) {
      log.error(event, { [what]: id, ...describeError(error) });
    }
  return count;
}
