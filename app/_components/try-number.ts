let last = 0;

/**
 * Counts what this tab posts of its forms, so that an earlier post that was held up on the way does not overwrite a later one. By the clock,
 * because a page that the browser restores begins anew.
 */
export function tryNumber(): string {
  last = Math.max(last + 1, Date.now());
  return String(last);
}
