import type { TextPart } from '@/lib/evidence/text-part';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Props = { locale: Locale; here: string; part: number; opened: TextPart };

/** What is written in one part, with the ways to its neighbours. A line of a table is a line of text. */
export function TextStage({ locale, here, part, opened }: Props) {
  const said = words(locale).desk.viewer.text;
  const link = 'inline-flex min-h-11 items-center font-bold';
  return (
    <>
      <nav aria-label={said.parts} className="flex flex-wrap items-center gap-x-6">
        {part > 1 ? (
          <a href={`${here}?part=${part - 1}`} rel="prev" id="viewer-before" className={link}>
            {said.before}
          </a>
        ) : null}
        <span>{opened.isLast ? said.lastPart(part) : said.part(part)}</span>
        {opened.isLast ? null : (
          <a href={`${here}?part=${part + 1}`} rel="next" id="viewer-after" className={link}>
            {said.after}
          </a>
        )}
        <a href={here} id="viewer-cover" className={link}>
          {said.close}
        </a>
      </nav>
      {opened.masked > 0 ? <p>{said.masked(opened.masked)}</p> : null}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={said.stage}
        className="max-h-[80vh] overflow-auto rounded-lg border border-gray-30 p-4"
      >
        <pre
          data-testid="text"
          dir="auto"
          translate="no"
          className="whitespace-pre-wrap break-words text-small"
        >
          {opened.text}
        </pre>
      </section>
    </>
  );
}
