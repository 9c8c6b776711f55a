import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** How wide the picture is drawn; by style sheet alone, so that it needs no script. */
const ZOOMS = {
  fit: '',
  '1': 'group-has-[#zoom-1:checked]:max-w-none',
  '2': 'group-has-[#zoom-2:checked]:w-[200%] group-has-[#zoom-2:checked]:max-w-none',
  '4': 'group-has-[#zoom-4:checked]:w-[400%] group-has-[#zoom-4:checked]:max-w-none',
} as const;
const zooms = ['fit', '1', '2', '4'] as const;

type Props = { locale: Locale; src: string; number: number };

/** The picture behind its cover, with the blur and the size that hold while it is open. Nothing is fetched before the cover is lifted. */
export function PictureStage({ locale, src, number }: Props) {
  const said = words(locale).desk.viewer;
  const choice = 'inline-flex min-h-11 cursor-pointer items-center gap-2';
  return (
    <details className="group rounded-lg border border-gray-30 p-4">
      <summary id="viewer-cover" className="min-h-11 cursor-pointer py-2 font-bold text-primary-70">
        <span className="group-open:hidden">{said.open}</span>
        <span className="hidden group-open:inline">{said.close}</span>
      </summary>
      <p className="text-small text-gray-70">{said.recorded}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <label className={choice}>
          <input type="checkbox" id="viewer-clear" className="size-5" />
          {said.clear}
        </label>
        <fieldset className="flex flex-wrap items-center gap-x-4">
          <legend className="sr-only">{said.zoom}</legend>
          {zooms.map((zoom) => (
            <label key={zoom} className={choice}>
              <input
                type="radio"
                id={`zoom-${zoom}`}
                name="zoom"
                value={zoom}
                defaultChecked={zoom === 'fit'}
                className="size-5"
              />
              {said.zooms[zoom]}
            </label>
          ))}
        </fieldset>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={said.stage} className="mt-2 max-h-[80vh] overflow-auto bg-gray-10">
        {/* biome-ignore lint/performance/noImgElement: an optimiser would keep copies of what is sealed */}
        <img
          src={src}
          alt={said.alt(number)}
          loading="lazy"
          className={`max-w-full blur-2xl group-has-[#viewer-clear:checked]:blur-none ${Object.values(ZOOMS).join(' ')}`}
        />
      </section>
    </details>
  );
}
