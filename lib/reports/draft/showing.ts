/**
 * One showing of a page in one browser tab, and the showing whose quiet save it was filled with: what it finds saved by any other has been
 * written elsewhere meanwhile. Both are random and mean nothing outside their draft.
 */
export type Showing = { page: string; after: string };

/** Whether the quiet save by `by` happened in another tab after this page was shown. */
export function isElsewhere(by: string | undefined, showing: Showing | undefined): boolean {
  return Boolean(by && showing?.page && by !== showing.page && by !== showing.after);
}
