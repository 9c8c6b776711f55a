import { nameRun } from '@/lib/linking/normalise/names';
import { phoneForms } from '@/lib/linking/normalise/phones';
import { plainText } from '@/lib/linking/normalise/words';
import type { Searchable, Wanted } from './terms';

/** A stretch of a text; marked: it is what was looked for. */
export type Piece = { text: string; marked: boolean };

/** How much of a text stands before and behind the first mark, in characters. */
const AROUND = 48;

type Span = readonly [from: number, to: number];

/** The place in an opened report, case or person where what was looked for stands first, with a little around it; null when it stands nowhere. */
export function snippetOf(texts: Searchable, wanted: readonly Wanted[]): Piece[] | null {
  const names = new Set(texts.NAME);
  for (const text of [...texts.TEXT, ...texts.PLACE, ...texts.NAME]) {
    const spans = spansIn(text, wanted, names.has(text));
    if (spans.length > 0) return cutAround(text, spans);
  }
  return null;
}

function spansIn(text: string, wanted: readonly Wanted[], isName: boolean): Span[] {
  const found = wanted.flatMap((one) => {
    if ('phone' in one) return phonesIn(text, one.phone);
    const words = wordsIn(text, one.word);
    if (words.length > 0 || !isName || one.sounds.length === 0) return words;
    const run = nameRun(text);
    return one.sounds.every((sound) => run.includes(sound)) ? [[0, text.length] as const] : [];
  });
  return joined(found);
}

/** Word by word, because a text that is made plain no longer has the places of the one that was written. */
function wordsIn(text: string, word: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [written] = match;
    const plain = plainText(written);
    const at = plain.indexOf(word);
    if (at < 0) continue;
    // Where both are as long as each other, the very letters; otherwise the whole word.
    spans.push(
      plain.length === written.length
        ? [match.index + at, match.index + at + word.length]
        : [match.index, match.index + written.length],
    );
  }
  return spans;
}

function phonesIn(text: string, forms: readonly string[]): Span[] {
  return [...text.matchAll(/[+(]?\p{N}[\p{N}\s().-]{5,}\p{N}/gu)].flatMap((match) =>
    phoneForms(match[0]).some((form) => forms.includes(form))
      ? [[match.index, match.index + match[0].length] as const]
      : [],
  );
}

/** In order, and none inside another. */
function joined(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted(([one], [other]) => one - other);
  const apart: Span[] = [];
  for (const [from, to] of sorted) {
    const last = apart.at(-1);
    if (last && from <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}

function cutAround(text: string, spans: readonly Span[]): Piece[] {
  const [first] = spans;
  if (!first) return [];
  const from = whole(text, first[0] - AROUND);
  const to = whole(text, first[1] + AROUND);
  const pieces: Piece[] = [];
  let at = from;
  for (const [start, end] of spans) {
    if (start >= to) break;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, Math.min(end, to)), marked: true });
    at = Math.min(end, to);
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  if (from > 0) pieces.unshift({ text: '…', marked: false });
  if (to < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}

/** A place in the text that cuts no character of two code units in two. */
function whole(text: string, at: number): number {
  const within = Math.max(0, Math.min(text.length, at));
  const code = text.charCodeAt(within);
  return code >= 0xdc00 && code <= 0xdfff ? within + 1 : within;
}
