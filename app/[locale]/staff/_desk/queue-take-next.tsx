import { randomUUID } from 'node:crypto';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { takeNextAction } from './queue-actions';
import { TakeButton } from './queue-take-button';

/** Gives what is to be done next and belongs to nobody. */
export function TakeNext({ locale }: { locale: Locale }) {
  return (
    <form id="take" action={takeNextAction} data-no-print="">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="submission" value={randomUUID()} />
      <TakeButton label={words(locale).desk.queue.takeNext} />
    </form>
  );
}
