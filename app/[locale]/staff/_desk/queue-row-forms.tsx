import { randomUUID } from 'node:crypto';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { assignAction, changeLevelAction } from './queue-actions';
import { plainButton } from './queue-filters';

/**
 * The forms that keys send for the row they stand on: a script fills in which (key-listener.tsx). Without one nobody sees them, and what they do
 * is done in bulk or beside the list.
 */
export function RowForms({ locale, back }: { locale: Locale; back: string }) {
  const said = words(locale).desk.queue.level;
  return (
    <>
      <form id="row-assign" action={assignAction} hidden>
        <Fields locale={locale} back={back} />
        <input type="hidden" name="to" value="me" />
      </form>
      <dialog
        id="row-level"
        aria-labelledby="row-level-title"
        className="m-auto w-full max-w-form rounded-lg border border-gray-30 p-5"
      >
        <form action={changeLevelAction} noValidate className="space-y-3">
          <Fields locale={locale} back={back} />
          <input type="hidden" name="was" defaultValue="" />
          <input type="hidden" name="version" defaultValue="" />
          <input type="hidden" name="level" defaultValue="" />
          <h2 id="row-level-title" className="text-h4! md:text-h4!">
            {said.title}
          </h2>
          <label htmlFor="row-level-reason" className="block font-bold">
            {said.reason}
          </label>
          <textarea
            id="row-level-reason"
            name="reason"
            rows={2}
            autoComplete="off"
            className="block w-full rounded-md border border-gray-60 px-4 py-2"
          />
          <div className="flex flex-wrap gap-2">
            <button type="submit" className={plainButton}>
              {said.submit}
            </button>
            <button type="button" data-close="" className={plainButton}>
              {said.cancel}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}

function Fields({ locale, back }: { locale: Locale; back: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="submission" value={randomUUID()} />
      <input type="hidden" name="ref" defaultValue="" />
      <input type="hidden" name="seen" defaultValue="" />
    </>
  );
}
