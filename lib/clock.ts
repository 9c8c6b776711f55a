/** Now, and nothing else. Everything that asks for the time asks here, so that a test can stop the clock. */
let fixed: Date | undefined;

/** The current time. */
export function now(): Date {
  return fixed ? new Date(fixed) : new Date();
}

/** Stops the clock at a moment, for tests and the demo; `undefined` lets it run again. */
export function setClock(at: Date | undefined): void {
  fixed = at;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
