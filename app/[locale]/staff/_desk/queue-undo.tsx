import type { UndoRecord } from '@/lib/cases/bulk/undo';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { undoAction } from './queue-actions';
import { plainButton } from './queue-filters';

/** Offers to take back what was done last, while it can be. */
export function UndoOffer({ locale, back, record }: { locale: Locale; back: string; record: UndoRecord }) {
  const said = words(locale).desk.queue.undo;
  return (
    <form
      id="undo"
      action={undoAction}
      className="flex flex-wrap items-center gap-3 text-small"
      data-no-print=""
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <span>{said.offer(said.kinds[record.kind], record.items.length)}</span>
      <button type="submit" className={plainButton}>
        {said.submit}
      </button>
    </form>
  );
}
