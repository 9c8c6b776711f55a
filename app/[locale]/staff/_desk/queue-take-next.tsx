import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { takeNextAction } from './queue-actions';

/** Gives what is to be done next and belongs to nobody. */
export function TakeNext({ locale }: { locale: Locale }) {
  return (
    <form id="take" action={takeNextAction} data-no-print="">
      <input type="hidden" name="locale" value={locale} />
      <button
        type="submit"
        className="min-h-11 cursor-pointer rounded-md border-2 border-primary-60 bg-primary-60 px-5 text-h4 font-bold text-gray-0 hover:border-primary-70 hover:bg-primary-70"
      >
        {words(locale).desk.queue.takeNext}
      </button>
    </form>
  );
}
