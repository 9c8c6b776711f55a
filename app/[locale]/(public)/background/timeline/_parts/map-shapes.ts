import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json';

/** Degrees of longitude and latitude. */
export type Box = { west: number; south: number; east: number; north: number };

const CAMBODIA = '116';
const KOREA = '410';
/** Points of a line nearer than this to the one before, in units of the picture, would not be seen. */
const NEAR = 1.6;
/** Islands smaller than this across are left out: they would be most of the weight. */
const SPECK = 5;

const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const { countries } = topology.objects;

/** A projection that puts the box into a picture of this width, and the height that then results. */
function fitBox(box: Box, width: number) {
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

type Point = readonly [x: number, y: number];

/** Leaves out points that lie too near to the last one that was kept. */
function thin(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [index, [x, y]] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = index === points.length - 1;
    if (!last || isEnd || Math.hypot(last[0] - x, last[1] - y) >= NEAR) kept.push([x, y]);
  }
  return kept;
}

const across = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

/** A path in whole units, each step from the one before: a quarter of what d3 writes. Closed rings lose their specks. */
function compact(path: string, closed: boolean): string {
  return path
    .split(/(?=M)/)
    .map((part) =>
      [...part.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]),
    )
    .filter(
      (points) =>
        !closed || Math.max(across(points.map(([x]) => x)), across(points.map(([, y]) => y))) > SPECK,
    )
    .map((points) => {
      const [first, ...rest] = thin(points).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
      if (!first || rest.length === 0) return '';
      let [x, y] = first;
      const steps = rest.flatMap(([toX, toY]) => {
        const step: Point = [toX - x, toY - y];
        [x, y] = [toX, toY];
        return step[0] === 0 && step[1] === 0 ? [] : `${step[0]} ${step[1]}`;
      });
      return steps.length === 0
        ? ''
        : `M${first[0]} ${first[1]}l${steps.join(' ').replaceAll(' -', '-')}${closed ? 'z' : ''}`;
    })
    .join('');
}

/** Land, borders and the two countries within a box, for a picture of this width. */
export function mapShapes(box: Box, width: number) {
  const { projection, height } = fitBox(box, width);
  const path = geoPath(projection).digits(1);
  const land = merge(topology, countries.geometries as (Polygon | MultiPolygon)[]);
  const lines = mesh(topology, countries, (one, other) => one !== other);
  const country = (id: string) => {
    const found = countries.geometries.find((geometry) => geometry.id === id);
    return found ? compact(path(feature(topology, found)) ?? '', true) : '';
  };
  return {
    projection,
    height,
    land: compact(path(land) ?? '', true),
    borders: compact(path(lines) ?? '', false),
    cambodia: country(CAMBODIA),
    korea: country(KOREA),
  };
}
