import { ChartFrame } from '@/app/_components/chart-frame';
import { places } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { type Box, mapShapes } from './map-shapes';

/** From Malaysia to Korea, and Cambodia with the sea it borders on. */
const REGION: Box = { west: 92, south: -3, east: 136, north: 44 };
const CAMBODIA: Box = { west: 102, south: 9.6, east: 108, north: 15 };

/** Where the name stands by its dot, so that no name lies on another. */
const labelAt: Record<string, { x: number; y: number }> = {
  'phnom-penh': { x: 8, y: 0 },
  bokor: { x: 8, y: 17 },
};

type MapProps = {
  locale: Locale;
  box: Box;
  width: number;
  title: string;
  label: string;
  shown: readonly string[];
};

function PlaceMap({ locale, box, width, title, label, shown }: MapProps) {
  const { projection, height, land, borders, cambodia, korea } = mapShapes(box, width);
  return (
    <ChartFrame title={title} label={label} viewBox={`0 0 ${width} ${height}`} className="max-w-[24rem]">
      <rect width={width} height={height} className="fill-info-5" />
      <path d={land} className="fill-gray-0 stroke-gray-30" />
      <path d={cambodia} className="fill-warning-5 stroke-warning-60" />
      <path d={korea} className="fill-warning-5 stroke-warning-60" />
      <path d={borders} className="fill-none stroke-gray-30" />
      {places
        .filter(({ id }) => shown.includes(id))
        .map(({ id, name, position: [longitude, latitude] }) => {
          const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
          const place = labelAt[id] ?? { x: 8, y: 5 };
          return (
            <g key={id}>
              <circle
                cx={Math.round(x)}
                cy={Math.round(y)}
                r="5"
                className="fill-primary-70 stroke-gray-0 stroke-2"
              />
              <text
                x={Math.round(x) + place.x}
                y={Math.round(y) + place.y}
                className="fill-gray-90 text-small font-bold [paint-order:stroke] stroke-gray-0 stroke-3"
              >
                {name[locale]}
              </text>
            </g>
          );
        })}
    </ChartFrame>
  );
}

/** Where the articles take place: the region, and Cambodia larger. Drawn once, at build, from Natural Earth's coastlines. */
export function PlaceMaps({ locale }: { locale: Locale }) {
  const { timeline: page } = words(locale).background.pages;
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <PlaceMap
        locale={locale}
        box={REGION}
        width={340}
        title={page.region}
        label={page.mapAlt}
        shown={['seoul', 'phnom-penh', 'kuala-lumpur']}
      />
      <PlaceMap
        locale={locale}
        box={CAMBODIA}
        width={340}
        title={page.inset}
        label={page.insetAlt}
        shown={['phnom-penh', 'bokor']}
      />
    </div>
  );
}
