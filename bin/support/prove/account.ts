import { and, eq, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { reportSections, reports } from '@/db/schema/reports';
import { verifyAudit } from '@/lib/audit/queries';
import { COMPARTMENT } from '@/lib/reports/questionnaire';
import { openDataKey } from '@/lib/vault/commands';
import { open } from '@/lib/vault/seal';
import { keyedDigest } from '@/lib/vault/secrets';
import type { Acknowledged } from './reporter';

export type Account = {
  stored: number;
  lost: string[];
  doubled: string[];
  unknown: number;
  auditEntries: number;
  auditBreaks: number;
};

/** Holds what people were told against what is stored: each receipt opens one report with the very words, and nothing stands twice. */
export async function settleAccount(db: Db, told: readonly Acknowledged[]): Promise<Account> {
  const rows = await db.select().from(reports);
  const byCode = new Map(rows.map((row) => [row.receiptDigest.toString('hex'), row]));
  const words = new Map<string, string[]>();
  for (const { id, reference } of rows) {
    const text = await wordsOf(db, id);
    words.set(text, [...(words.get(text) ?? []), reference]);
  }
  const account: Account = {
    stored: rows.length,
    lost: [],
    doubled: [],
    unknown: 0,
    auditEntries: 0,
    auditBreaks: 0,
  };
  for (const one of told) {
    const row = byCode.get((await keyedDigest(db, 'receipt', one.code)).toString('hex'));
    const whole = row?.reference === one.reference && words.get(one.words)?.includes(one.reference);
    if (!whole || (await received(db, row.id)) !== 1) account.lost.push(one.reference);
    words
      .get(one.words)
      ?.slice(1)
      .forEach((reference) => void account.doubled.push(reference));
  }
  const known = new Set(told.map((one) => one.words));
  account.unknown = [...words.keys()].filter((text) => !known.has(text)).length;
  const verdict = await verifyAudit(db);
  return { ...account, auditEntries: verdict.entries, auditBreaks: verdict.breaks.length };
}

async function wordsOf(db: Db, id: string): Promise<string> {
  const key = await openDataKey(db, { kind: 'report', id });
  // The compartment has a key of its own, and no narrative.
  const rows = await db
    .select()
    .from(reportSections)
    .where(and(eq(reportSections.reportId, id), ne(reportSections.section, COMPARTMENT)));
  const answers = rows.map(
    (row) =>
      open<{ answers: Record<string, string[]> }>(
        key,
        { table: 'report_sections', row: row.id, column: 'sealed' },
        row.sealed,
      ).answers,
  );
  return Object.assign({}, ...answers).narrative?.[0] ?? '';
}

/** How many entries of the audit say that the report was received. */
async function received(db: Db, id: string): Promise<number> {
  const entries = await db
    .select({ act: auditEntries.act })
    .from(auditEntries)
    .where(eq(auditEntries.objectId, id));
  return entries.filter(({ act }) => act === 'report.received').length;
}
