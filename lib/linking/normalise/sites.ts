import { nameRun } from './names';

/** Words that every other place has in its name: they tell none from another. [J: grows with what reports call places.] */
const GENERIC = new Set(
  [
    '단지 웬치 원구 카지노 호텔 리조트 아파트 빌딩 건물 사무실 빌라 타운 공단 숙소',
    '园区 园 赌场 酒店 大厦 公寓 大楼',
    'compound park casino hotel resort building bldg apartment apartments office villa tower centre center the of in',
    'កាស៊ីណូ សណ្ឋាគារ អគារ คาสิโน โรงแรม อาคาร',
  ]
    .join(' ')
    .split(' '),
);
/** Written without a space after what it goes with. */
const SUFFIXES = [
  '단지',
  '웬치',
  '원구',
  '카지노',
  '호텔',
  '리조트',
  '아파트',
  '빌딩',
  '园区',
  '赌场',
  '酒店',
  '大厦',
];

const LATIN_LEAST = 4;
const OTHER_LEAST = 2;
const leastOf = (word: string) => (/^[\p{Script=Latin}\p{N}]+$/u.test(word) ? LATIN_LEAST : OTHER_LEAST);

/** The words of a place's name that tell it from others; all of them where there are no such. Marks stay: Khmer and Thai write vowels so. */
export function siteWords(name: string): string[] {
  const all = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  const telling = all.map(withoutSuffix).filter((word) => !GENERIC.has(word));
  return telling.length > 0 ? telling : all;
}

function withoutSuffix(word: string): string {
  const suffix = SUFFIXES.find((one) => word.endsWith(one) && word.length >= one.length + OTHER_LEAST);
  return suffix ? word.slice(0, -suffix.length) : word;
}

const beginnings = (word: string) => {
  const symbols = [...word];
  const least = leastOf(word);
  return symbols.length < least
    ? [word]
    : symbols.slice(least - 1).map((_, at) => symbols.slice(0, least + at).join(''));
};

/** What a name is stored under: each word, what it begins with, all of them together, and how they sound. */
export function siteNameKeys(name: string): string[] {
  const words = siteWords(name);
  if (words.length === 0) return [];
  return [
    ...new Set([
      `n:${words.join('')}`,
      ...words.map((word) => `w:${word}`),
      ...[...words, words.join('')].flatMap((word) => beginnings(word).map((start) => `b:${start}`)),
      ...soundKey(words),
    ]),
  ];
}

/** What a typed name is looked up by: a stored word that begins with what was typed, or that what was typed begins with. */
export function siteLookupKeys(typed: string): string[] {
  const words = siteWords(typed);
  if (words.length === 0) return [];
  return [
    ...new Set([
      `n:${words.join('')}`,
      ...[...words, words.join('')].map((word) => `b:${word}`),
      ...words.flatMap((word) => beginnings(word).map((start) => `w:${start}`)),
      ...soundKey(words),
    ]),
  ];
}

function soundKey(words: readonly string[]): string[] {
  const sound = nameRun(words.join(' '));
  return sound.length >= LATIN_LEAST ? [`s:${sound}`] : [];
}

export type Point = { latitude: number; longitude: number };

/** Two reports of places this near each other speak of one place. */
export const SAME_PLACE_METRES = 150;
const EARTH_METRES = 6_371_000;
/** The side of a square in degrees: wider than SAME_PLACE_METRES anywhere between 60° north and south. */
const SQUARE = 0.003;

/** The great-circle distance in metres. */
export function distance(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [lat, lon] = [
    radians(other.latitude - one.latitude) / 2,
    radians(other.longitude - one.longitude) / 2,
  ];
  const chord =
    Math.sin(lat) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(lon) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(chord));
}

/** The square of the map a point is in. */
export function squareKey({ latitude, longitude }: Point): string {
  return `g:${Math.floor(latitude / SQUARE)}:${Math.floor(longitude / SQUARE)}`;
}

/** That square and the eight around it: everything within SAME_PLACE_METRES is in one of them. */
export function squareLookupKeys({ latitude, longitude }: Point): string[] {
  const steps = [-SQUARE, 0, SQUARE];
  return steps.flatMap((up) =>
    steps.map((right) => squareKey({ latitude: latitude + up, longitude: longitude + right })),
  );
}

/** `11.5564, 104.9282` as a point; null for anything else, and for what is on no map. */
export function readPoint(typed: string): Point | null {
  const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(typed.normalize('NFKC'));
  if (!found) return null;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
