import type { ReturnPage } from '../form-place';

/** What every form on a return posts besides what is typed. */
export function ReturnStart({ page, person }: { page: ReturnPage; person?: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={page.locale} />
      <input type="hidden" name="return" value={page.found.id} />
      <input type="hidden" name="seen" value={page.found.version} />
      {person ? <input type="hidden" name="person" value={person} /> : null}
    </>
  );
}
