import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { QuickExit } from './quick-exit';

/**
 * The way out, on pages where being seen is dangerous. It stays on the screen while the page scrolls, unless the window is
 * too low to spare the room (a phone on its side, or a page zoomed far in).
 */
export function ExitBar({ locale }: { locale: Locale }) {
  const exit = words(locale).shell.exit;
  return (
    <section
      aria-label={exit.label}
      data-exit-bar=""
      data-no-print=""
      className="z-10 border-b border-gray-20 bg-gray-0 [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:top-0"
    >
      <div className="mx-auto flex max-w-content items-center justify-between gap-4 px-4 py-2 md:px-6">
        <p className="text-small text-gray-70">
          {exit.note}
          <span className="hidden lg:inline"> {exit.keys}</span>{' '}
          <a href={`/${locale}/report/resume`} className="hidden min-h-11 items-center md:inline-flex">
            {exit.draft}
          </a>
        </p>
        <QuickExit
          href={`/${locale}/leave`}
          className="inline-flex min-h-11 shrink-0 items-center rounded-lg border-2 border-gray-90 bg-gray-90 px-4 font-bold text-gray-0 no-underline hover:bg-danger-60"
        >
          {exit.button}
        </QuickExit>
      </div>
    </section>
  );
}
