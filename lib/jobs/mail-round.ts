import 'server-only';
import type { Db } from '@/db/client';
import { openPost } from '@/lib/notify/mail/post';
import { deliverMail } from '@/lib/notify/outbox/commands';
import { mailAddressOf } from '@/lib/staff/queries';

/** Writes to everybody for whom something waits. Answers how many letters went out; null where no mail is set up. */
export async function mailRound(db: Db, connectMs?: number): Promise<number | null> {
  const post = openPost(connectMs);
  if (!post) return null;
  try {
    return await deliverMail(db, async (staffId) => {
      const to = await mailAddressOf(db, staffId);
      if (to) await post.send(to);
      return to !== null;
    });
  } finally {
    post.close();
  }
}
