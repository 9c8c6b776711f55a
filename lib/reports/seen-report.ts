import { isLevel, type Level } from '@/lib/urgency/levels';
import type { ReportState } from './code-lists';
import { isReportState } from './transitions';

/** A report as somebody had it before their eyes when they decided: what a form carries, so that nothing is decided unread. */
export type SeenReport = {
  state: ReportState;
  level: Level;
  /** The last part that was added, by whomever; 0: the report as it was sent. */
  part: number;
};

/** As a hidden field holds it: codes and a number, nothing that anybody wrote. */
export function writeSeenReport({ state, level, part }: SeenReport): string {
  return [state, level, part].join('.');
}

/** Reads what `writeSeenReport` wrote; null for anything else. */
export function readSeenReport(text: string): SeenReport | null {
  const [state, level, part = '', ...more] = text.split('.');
  if (!isReportState(state) || !isLevel(level) || !/^\d{1,9}$/.test(part) || more.length > 0) return null;
  return { state, level, part: Number(part) };
}
