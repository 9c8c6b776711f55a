import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json';
import { ChartFrame } from '@/app/_components/chart-frame';
import { places } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Box = { west: number; south: number; east: number; north: number };

/** From Malaysia to Korea, and Cambodia with the sea it borders on. */
const REGION: Box = { west: 92, south: -3, east: 136, north: 44 };
const CAMBODIA: Box = { west: 102, south: 9.6, east: 108, north: 15 };
const KHM = '116';
const KOR = '410';

const topology = atlas as unknown as Topology<{
  countries: GeometryCollection<{ name: string }>;
}>;
const countries = topology.objects.countries;

/** Left, right, above or below the dot: where a name does not lie on another. */
const labelAt: Record<string, { x: number; y: number; anchor: 'start' | 'end' }> = {
  seoul: { x: 8, y: 5, anchor: 'start' },
  'phnom-penh': { x: 8, y: 0, anchor: 'start' },
  bokor: { x: 8, y: 17, anchor: 'start' },
  'kuala-lumpur': { x: 8, y: 5, anchor: 'start' },
};

/** A projection that puts the box into a picture of this width, and the height that then results. */
function fit(box: Box, width: number) {
  const corners: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: [
      [box.west, box.south],
      [box.east, box.north],
    ],
  };
  const projection = geoMercator().fitWidth(width, corners);
  const [, top = 0] = projection([box.west, box.north]) ?? [];
  const [, bottom = 0] = projection([box.west, box.south]) ?? [];
  const [x = 0, y = 0] = projection.translate();
  const height = Math.round(bottom - top);
  projection.translate([x, y - top]).clipExtent([
    [0, 0],
    [width, height],
  ]);
  return { projection, height };
}

/** Leaves out rings too small to be seen; they would be most of the weight. */
function withoutSpecks(path: string): string {
  return path
    .split(/(?=M)/)
    .filter((ring) => ring.length > 28)
    .join('');
}

/** Land, borders and the two countries for a box, in whole units: the line is as coarse as the picture is small. */
function shapes(box: Box, width: number) {
  const { projection, height } = fit(box, width);
  const path = geoPath(projection).digits(0);
  const land = merge(topology, countries.geometries as (Polygon | MultiPolygon)[]);
  const lines = mesh(topology, countries, (one, other) => one !== other);
  const country = (id: string) => {
    const found = countries.geometries.find((geometry) => geometry.id === id);
    return found ? withoutSpecks(path(feature(topology, found)) ?? '') : '';
  };
  return {
    projection,
    height,
    land: withoutSpecks(path(land) ?? ''),
    borders: path(lines) ?? '',
    cambodia: country(KHM),
    korea: country(KOR),
  };
}

type MapProps = {
  locale: Locale;
  box: Box;
  width: number;
  title: string;
  label: string;
  shown: readonly string[];
};

function PlaceMap({ locale, box, width, title, label, shown }: MapProps) {
  const { projection, height, land, borders, cambodia, korea } = shapes(box, width);
  return (
    <ChartFrame title={title} label={label} viewBox={`0 0 ${width} ${height}`} className="max-w-[24rem]">
      <rect width={width} height={height} className="fill-info-5" />
      <path d={land} className="fill-gray-0 stroke-gray-30" />
      <path d={cambodia} className="fill-primary-5 stroke-primary-60" />
      <path d={korea} className="fill-primary-5 stroke-primary-60" />
      <path d={borders} className="fill-none stroke-gray-30" />
      {places
        .filter(({ id }) => shown.includes(id))
        .map(({ id, name, position: [longitude, latitude] }) => {
          const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
          const place = labelAt[id] ?? { x: 8, y: 5, anchor: 'start' };
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
                textAnchor={place.anchor}
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
