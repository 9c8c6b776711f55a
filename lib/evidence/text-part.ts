import { beforeNumber, maskResidentNumbers, NUMBER_REACH } from '../resident-number';
import { encodingOf } from './text-type';

/** Characters of UTF-16 that are shown of a text at a time. */
export const TEXT_PART = 50_000;

/** `masked`: how many resident registration numbers are hidden in it. */
export type TextPart = { text: string; masked: number; isLast: boolean };

/**
 * One part of a text, counted from one: decoded as its beginning says, and cut where a line ends, so that no number stands on two sides of a
 * cut. Read from the start, because not every encoding can be entered in the middle. Null past its end.
 */
export async function readTextPart(pieces: AsyncIterable<Buffer>, part: number): Promise<TextPart | null> {
  let at = 0;
  for await (const { text, isLast } of partsOf(pieces)) {
    at += 1;
    if (at === part) return { ...maskResidentNumbers(text), isLast };
  }
  return null;
}

async function* partsOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<{ text: string; isLast: boolean }> {
  let decoder: TextDecoder | undefined;
  let held = '';
  const takePart = () => {
    const text = held.slice(0, endOfPart(held));
    held = held.slice(text.length);
    return { text, isLast: false };
  };
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece) ?? 'utf-8');
    held += decoder.decode(piece, { stream: true });
    while (held.length > TEXT_PART + NUMBER_REACH) yield takePart();
  }
  held += decoder?.decode() ?? '';
  while (held.length > TEXT_PART) yield takePart();
  yield { text: held, isLast: true };
}

/**
 * After the last line that fits; in a text without lines after a comma, and in one without either just there. Before a number that stands
 * on both sides of it: its two halves may be on two lines.
 */
function endOfPart(text: string): number {
  const ends = ['\n', ','].map((sign) => text.lastIndexOf(sign, TEXT_PART - 1) + 1);
  return [...ends, TEXT_PART].map((end) => beforeNumber(text, end)).find((end) => end > 0) ?? TEXT_PART;
}
