import { openStatus } from '@/app/_request/status-cookie';
import type { Draft } from '@/lib/reports/draft/queries';
import { currentDraft, receiptDraft } from '../draft-cookie';

/** Where somebody comes from who wants to add: it says which report is meant where this browser holds two. */
export type AddFrom = 'receipt' | 'status';

export function isAddFrom(value: unknown): value is AddFrom {
  return value === 'receipt' || value === 'status';
}

/**
 * The report that this browser may add to, and the addition it has begun. Its receipt code was given here a moment ago (status, sos), or its
 * receipt can still be seen here.
 */
export async function additionTarget(
  from: AddFrom | null,
): Promise<{ reportId: string; draft: Draft | null } | null> {
  const [draft, status, receipt] = [await currentDraft(), await openStatus(), await receiptDraft()];
  const addition = draft?.addsTo && !draft.reportId ? draft : null;
  const byStatus = status?.live ? status.report : undefined;
  const byReceipt = receipt?.reportId ?? undefined;
  const named = from === 'receipt' ? (byReceipt ?? byStatus) : (byStatus ?? byReceipt);
  const reportId = from ? (named ?? addition?.addsTo) : (addition?.addsTo ?? named);
  if (!reportId) return null;
  return { reportId, draft: addition?.addsTo === reportId ? addition : null };
}
