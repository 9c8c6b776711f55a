import { type ReporterKind, reporterKinds } from '@/lib/urgency/answers';

export type { ReporterKind };

/** True for a kind of report, so that a posted value can be trusted as one. */
export function isReporterKind(value: unknown): value is ReporterKind {
  return reporterKinds.some((kind) => kind === value);
}
