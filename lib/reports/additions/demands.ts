import type { Problem } from '../schema';

/** What has to be mended before a draft can be sent: nothing is demanded of somebody who adds to what was sent already. */
export function toMend({ addsTo }: { addsTo: string | null }, problems: readonly Problem[]): Problem[] {
  return problems.filter(({ code }) => !addsTo || code !== 'needed');
}
