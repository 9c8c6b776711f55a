import type { Viewer } from '@/lib/evidence/shown';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Props = { locale: Locale; viewer: Viewer; number: number; src: string };

/** The browser's own player, which needs no script and knows its keys. Nothing is fetched before somebody presses play. */
export function Player({ locale, viewer, number, src }: Props) {
  const said = words(locale).desk.viewer.recording;
  const look = { controls: true, preload: 'none', src, 'aria-label': said.player(number) } as const;
  return (
    <>
      <p className="text-small text-gray-70">{said.recorded}</p>
      {/* biome-ignore-start lint/a11y/useMediaCaption: nobody has written any for what was handed in */}
      {viewer === 'VIDEO' ? (
        <video {...look} playsInline className="aspect-video w-full bg-gray-90" />
      ) : (
        <audio {...look} className="w-full" />
      )}
      {/* biome-ignore-end lint/a11y/useMediaCaption: nobody has written any for what was handed in */}
      <p className="text-small">{said.silent}</p>
    </>
  );
}
