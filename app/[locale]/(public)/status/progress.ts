import type { ReporterStanding } from '@/lib/referrals/for-reporter/queries';
import type { ReportState } from '@/lib/reports/code-lists';
import { IN_CASE } from '@/lib/reports/transitions';

/** Further along than any state of a report: handed over to an agency, or its case closed. */
export type Progress = { state: 'HANDED_OVER' | 'CLOSED'; at: Date };

/** How far a report in a case has come beyond its own state; null for one that is in none, or no further. */
export function progressOf(
  state: ReportState,
  { handedOverAt, closedAt }: ReporterStanding,
): Progress | null {
  if (!IN_CASE.includes(state)) return null;
  if (closedAt) return { state: 'CLOSED', at: closedAt };
  return handedOverAt ? { state: 'HANDED_OVER', at: handedOverAt } : null;
}

/** Every step with its date, oldest first: those of the report itself, then handing over and closing. */
export function stepsSoFar(
  state: ReportState,
  history: readonly { state: ReportState; at: Date }[],
  standing: ReporterStanding,
): { state: ReportState | Progress['state']; at: Date }[] {
  const { handedOverAt, closedAt } = IN_CASE.includes(state)
    ? standing
    : { handedOverAt: null, closedAt: null };
  return [
    ...history,
    ...(handedOverAt ? [{ state: 'HANDED_OVER' as const, at: handedOverAt }] : []),
    ...(closedAt ? [{ state: 'CLOSED' as const, at: closedAt }] : []),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
