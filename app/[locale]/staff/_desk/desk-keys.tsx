import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { KeyListener } from './key-listener';
import { keysAreOn } from './keys-cookie';
import { KeysHelp } from './keys-help';

/**
 * The keyboard of the desk, on every page of it: a listener, its help as an overlay, and a link to the same help as a page. What a key reaches is
 * found by id: `note`, `assign`, `link`, `hand-over`, `level`.
 */
export async function DeskKeys({ locale }: { locale: Locale }) {
  const { keys, level } = words(locale).desk.queue;
  const on = await keysAreOn();
  const { caseOnly, notHere, nothingToUndo } = keys;
  return (
    <footer className="border-t border-gray-10" data-no-print="">
      <div className="mx-auto flex max-w-content items-center gap-4 px-4 text-small md:px-6">
        <a href={`/${locale}/staff/help`} className="inline-flex min-h-11 items-center">
          {keys.open}
        </a>
        {on ? (
          <KeyListener
            home={`/${locale}/staff`}
            said={{ caseOnly, notHere, nothingToUndo, raiseTo: level.raiseTo, notHigher: level.notHigher }}
          />
        ) : (
          <span className="text-gray-70">{keys.off}</span>
        )}
      </div>
      {on ? (
        <dialog
          id="desk-keys"
          aria-label={keys.title}
          className="m-auto max-h-screen w-full max-w-reading overflow-auto rounded-lg border border-gray-30 p-5"
        >
          <div className="space-y-4">
            {/* First, so that the overlay opens at its top: what can be focused is scrolled to. */}
            <div className="flex flex-wrap items-center justify-between gap-4">
              <h2 className="text-h4! md:text-h4!">{keys.title}</h2>
              <button
                type="button"
                data-close=""
                className="min-h-11 cursor-pointer rounded-md border border-gray-60 px-4 font-bold"
              >
                {keys.close}
              </button>
            </div>
            <KeysHelp locale={locale} heading="h3" />
          </div>
        </dialog>
      ) : null}
    </footer>
  );
}
