import type { Text } from './types';

/** When the background pages last changed in what they say. Raised by hand, with an entry below when something said before was wrong. */
export const updatedOn = '2026-11-24';

export type Correction = { on: string; text: Text };

/** What stood here and was wrong, newest first. Nothing is taken back in silence. */
export const corrections: readonly Correction[] = [];
