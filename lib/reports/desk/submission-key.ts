import 'server-only';
import type { Db } from '@/db/client';
import { keyedDigest } from '@/lib/vault/secrets';

/**
 * The key under which a text is stored once: made of the form's own key and the text, so that a double send meets itself, and a page that the
 * browser brought back with its old key still stores what was newly typed. Keyed, because a plain digest would let a text be guessed.
 */
export async function submissionKeyOf(
  db: Db,
  { reference, text, submission }: { reference: string; text: string; submission: string },
): Promise<string> {
  const digest = await keyedDigest(db, 'desk-submission', `${reference}/${submission}/${text}`);
  const hex = digest.toString('hex');
  // A UUID of version 8 (RFC 9562): the column is one.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
