import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { erasures } from '@/db/schema/erasures';
import { keyedDigest } from '@/lib/vault/secrets';

/** When the report was erased that a receipt code opened; null for every other code, and once its holder is told no longer (TOLD). */
export async function erasedAtByReceipt(db: Db, code: string): Promise<Date | null> {
  const digest = await keyedDigest(db, 'receipt', code);
  const [row] = await db
    .select({ at: erasures.erasedAt })
    .from(erasures)
    .where(eq(erasures.receiptDigest, digest));
  return row?.at ?? null;
}
