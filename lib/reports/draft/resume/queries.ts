import 'server-only';
import { and, eq, gt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts } from '@/db/schema/drafts';
import { now } from '@/lib/clock';
import { keyedDigest } from '@/lib/vault/secrets';
import { parseResumeCode } from './code';

/**
 * The draft that a typed resume code opens, or null. One look-up by digest whatever was typed, so that its time says nothing. `sent`: what
 * the draft became is opened by its receipt code alone.
 */
export async function findByResumeCode(db: Db, typed: string): Promise<{ id: string; sent: boolean } | null> {
  const digest = await keyedDigest(db, 'resume', parseResumeCode(typed) ?? '');
  const [row] = await db
    .select({ id: drafts.id, reportId: drafts.reportId })
    .from(drafts)
    .where(and(eq(drafts.resumeDigest, digest), gt(drafts.expiresAt, now())));
  return row ? { id: row.id, sent: row.reportId !== null } : null;
}
