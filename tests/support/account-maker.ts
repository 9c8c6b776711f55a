import { getDb } from '@/db/client';
import { createActiveAccount } from '@/lib/staff/commands';
import type { AskedFor, Made } from './staff-account';

/** Run as a process of its own by staff-account.ts: makes a ready account whenever it is asked for one, until nobody is there to ask. */
process.on('disconnect', () => process.exit());
process.on('message', async (person: AskedFor) => {
  const { email } = person;
  const answer = await createActiveAccount(getDb(), person).then(
    (made): Made => (made.ok ? { email, otpauthUri: made.otpauthUri } : { email, problem: made.reason }),
    (error: unknown): Made => ({ email, problem: String(error) }),
  );
  process.send?.(answer);
});
