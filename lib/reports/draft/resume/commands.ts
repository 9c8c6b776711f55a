import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts } from '@/db/schema/drafts';
import { deriveKey, keyedDigest, vaultSecret } from '@/lib/vault/secrets';
import { deriveResumeCode } from './code';

/**
 * The code that opens this draft in another browser, to be shown to whoever has it open. It opens something only from the first time it is
 * shown: a draft whose code nobody has seen cannot be opened by any.
 */
export async function showResumeCode(db: Db, draftId: string): Promise<string> {
  const code = deriveResumeCode(deriveKey(await vaultSecret(db, 'digest'), 'resume-code'), draftId);
  const resumeDigest = await keyedDigest(db, 'resume', code);
  await db
    .update(drafts)
    .set({ resumeDigest })
    .where(and(eq(drafts.id, draftId), isNull(drafts.resumeDigest)));
  return code;
}
