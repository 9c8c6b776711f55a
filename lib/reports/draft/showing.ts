/** Who saved a section last: a showing of its page, and which of that page's posts it was. */
export type SavedBy = { page: string; nth: number };

/**
 * One showing of a page in one browser tab, and the showing whose quiet save it was filled with: what it finds saved by any other has been
 * written elsewhere meanwhile. Both are random and mean nothing outside their draft. `nth` orders what
 * one page posts; a page without JavaScript posts once, and its is 0.
 */
export type Showing = { page: string; after: string; nth?: number };

export const savedBy = ({ page, nth = 0 }: Showing): SavedBy => ({ page, nth });

/** Whether a section was saved last by this very showing. */
export const isOfThisPage = (from: SavedBy | undefined, showing: Showing | undefined): boolean =>
  Boolean(from && from.page === showing?.page);

/** Whether a post was overtaken on its way by a later one of the same page: that one has what was typed since. */
export function isOvertaken(from: SavedBy | undefined, showing: Showing | undefined): boolean {
  return Boolean(showing?.nth && from?.page === showing.page && showing.nth < from.nth);
}

/** Whether the quiet save by `by` happened in another tab after this page was shown. */
export function isElsewhere(by: string | undefined, showing: Showing | undefined): boolean {
  return Boolean(by && showing?.page && by !== showing.page && by !== showing.after);
}
