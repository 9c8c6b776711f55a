import type { Level } from '@/lib/urgency/levels';
import { type ClockKind, DURATIONS } from './durations';

/**
 * One running clock. It knows no assignee, so handing work to somebody else cannot reset it. While `pausedAt` is set it stands still;
 * `pausedMs` is how long it stood before.
 */
export type ClockState = Readonly<{
  kind: ClockKind;
  level: Level;
  startedAt: Date;
  pausedAt: Date | null;
  pausedMs: number;
  /** The time of whom it waits for, where they have one of their own: the sooner of that and the level's counts. */
  ownMs: number | null;
}>;

/** ON_HOLD pauses; the clocks of U1 run on whatever happens. */
export function pause(clock: ClockState, at: Date): ClockState {
  return clock.level === 'U1' || clock.pausedAt ? clock : { ...clock, pausedAt: at };
}

export function resume(clock: ClockState, at: Date): ClockState {
  if (!clock.pausedAt) return clock;
  return {
    ...clock,
    pausedAt: null,
    pausedMs: clock.pausedMs + Math.max(0, at.getTime() - clock.pausedAt.getTime()),
  };
}

/** Another level is another duration from the same start. A clock that is raised to U1 while it stands still runs again. */
export function relevel(clock: ClockState, level: Level, at: Date): ClockState {
  const running = level === 'U1' ? resume(clock, at) : clock;
  return { ...running, level };
}

/** The clock of something that comes round again (a re-assessment): from then, and no more of a hold taken off than came after it. */
export function restart(clock: ClockState, at: Date): ClockState {
  const held = clock.pausedAt && new Date(Math.max(clock.pausedAt.getTime(), at.getTime()));
  return { ...clock, startedAt: at, pausedMs: 0, pausedAt: held };
}

/**
 * What is waited for began at another time. Earlier: from then, with the holds it had. Later than it counts from, holds taken off: from then, as
 * `restart`. Between the two nothing changes: it stood still since.
 */
export function startFrom(clock: ClockState, at: Date): ClockState {
  if (at < clock.startedAt) return { ...clock, startedAt: at };
  return at.getTime() > clock.startedAt.getTime() + clock.pausedMs ? restart(clock, at) : clock;
}

/** How long it may take; null where no clock runs. */
function durationOf({ level, kind, ownMs }: ClockState): number | null {
  const ofLevel = DURATIONS[level][kind];
  if (ofLevel === null || ownMs === null) return ofLevel ?? ownMs;
  return Math.min(ofLevel, ownMs);
}

/** When it is due; null while it stands still, or where no clock runs at this level. */
export function dueOf(clock: ClockState): Date | null {
  return pointOf(clock, 100);
}

/** When a percentage of the time is used up; null as for `dueOf`. */
export function pointOf(clock: ClockState, percent: number): Date | null {
  const duration = durationOf(clock);
  if (duration === null || clock.pausedAt) return null;
  return new Date(clock.startedAt.getTime() + clock.pausedMs + (duration * percent) / 100);
}
