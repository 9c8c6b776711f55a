/** From "at once" to "for information". The order is the meaning: earlier is more urgent. */
export const levels = ['U1', 'U2', 'U3', 'U4', 'U5'] as const;

export type Level = (typeof levels)[number];

/** How many steps more urgent the first is than the second; negative when it is less urgent. */
export function stepsAbove(level: Level, other: Level): number {
  return levels.indexOf(other) - levels.indexOf(level);
}

/** U1 and U2: what somebody is woken for, and what one person alone cannot lower. */
export function isGrave(level: Level): boolean {
  return level === 'U1' || level === 'U2';
}

/** Whether a value is a level. */
export function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}
