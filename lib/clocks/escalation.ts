import { type ClockState, pointOf } from './clock-state';

/** Who is told at which part of the time. Where nobody holds the place, `otherwise` is told instead: no stage passes in silence. */
export const STAGES = [
  { percent: 50, tell: 'ASSIGNEE', otherwise: 'ON_DUTY' },
  { percent: 80, tell: 'SUPERVISORS', otherwise: 'ON_DUTY' },
  { percent: 100, tell: 'ON_DUTY', otherwise: 'SUPERVISORS' },
] as const;

export type Stage = 0 | (typeof STAGES)[number]['percent'];
export type Told = (typeof STAGES)[number]['tell'];

/** The furthest stage that has been reached. */
export function stageAt(clock: ClockState, at: Date): Stage {
  return STAGES.reduce<Stage>((reached, { percent }) => {
    const point = pointOf(clock, percent);
    return point && point.getTime() <= at.getTime() ? percent : reached;
  }, 0);
}

/** When the stage after this one is reached; null after the last, or while no time passes. */
export function nextStageAt(clock: ClockState, stage: Stage): Date | null {
  const next = STAGES.find(({ percent }) => percent > stage);
  return next ? pointOf(clock, next.percent) : null;
}

/** The stages to tell of when a clock that had told up to `from` has reached `to`: all of them, when a job comes late. */
export function stagesBetween(from: Stage, to: Stage) {
  return STAGES.filter(({ percent }) => percent > from && percent <= to);
}
