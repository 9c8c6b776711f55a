import { codeLists, type ReportState } from '@/lib/reports/code-lists';
import { reporterKinds } from '@/lib/urgency/answers';
import { levels } from '@/lib/urgency/levels';
import type { Day } from './calendar';
import type { Shown } from './suppress';

/** A report that names no province, or arrived outside every period. */
export const NOT_GIVEN = 'NONE';

/** How far a report is, as its reporter reads it: what staff hold for abuse reads as received, and new cases as old ones. */
export const stages = [
  'RECEIVED',
  'SCREENING',
  'IN_HAND',
  'INTEL_ONLY',
  'OUT_OF_SCOPE',
  'WITHDRAWN',
] as const;
export type Stage = (typeof stages)[number];

const STAGE_OF: Readonly<Record<ReportState, Stage>> = {
  RECEIVED: 'RECEIVED',
  ABUSE: 'RECEIVED',
  SCREENING: 'SCREENING',
  PROMOTED: 'IN_HAND',
  LINKED: 'IN_HAND',
  INTEL_ONLY: 'INTEL_ONLY',
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  WITHDRAWN: 'WITHDRAWN',
};

export function stageOf(state: string): Stage {
  return STAGE_OF[state as ReportState] ?? 'RECEIVED';
}

/** What became of cases. The two stand side by side: a case that is closed says nothing about people nobody has heard of. */
export const outcomes = ['CLOSED', 'SAFETY_UNCONFIRMED'] as const;
export type Outcome = (typeof outcomes)[number];

/** One-way tables that each count every report once. A cell stands in its table whether anybody is in it or not. */
export const partitions = ['period', 'kind', 'level', 'province', 'stage'] as const;
export type Partition = (typeof partitions)[number];

/** The cells of the tables whose cells do not change. */
export const fixedCells: Readonly<Record<Exclude<Partition, 'period'>, readonly string[]>> = {
  kind: reporterKinds,
  level: levels,
  province: [...codeLists.province, NOT_GIVEN],
  stage: stages,
};

/** A special reporting period that has begun; its slug is its cell's code. */
export type PeriodName = { readonly code: string; readonly ko: string; readonly en: string };

/** What was counted up to and including a day: never stored, and handed to nobody but `nextPublication`. */
export type Counts = {
  readonly through: Day;
  readonly received: number;
  readonly leftOut: number;
  readonly periods: readonly PeriodName[];
  readonly cells: Readonly<Record<Partition, Readonly<Record<string, number>>>>;
  readonly days: Readonly<Record<Day, number>>;
  /** Null as long as nothing records outcomes. */
  readonly outcomes: Readonly<Record<Outcome, number>> | null;
};

/** What is published, and all that is stored of it: every number in it went through `show`. */
export type Publication = {
  /** The last day counted; a week in which nothing new could be published keeps the day of the one before. */
  readonly through: Day;
  readonly received: Shown;
  readonly leftOut: Shown;
  readonly periods: readonly PeriodName[];
  readonly cells: Readonly<Record<Partition, Readonly<Record<string, Shown>>>>;
  readonly days: Readonly<Record<Day, Shown>>;
  readonly outcomes: Readonly<Record<Outcome, Shown>> | null;
};
