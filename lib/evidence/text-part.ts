import { maskResidentNumbers } from '../resident-number';
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
  let decoder: TextDecoder | undefined;
  let held = '';
  let at = 1;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece) ?? 'utf-8');
    held += decoder.decode(piece, { stream: true });
    for (; held.length > TEXT_PART; at += 1) {
      const end = endOfPart(held);
      if (at === part) return shown(held.slice(0, end), false);
      held = held.slice(end);
    }
  }
  held += decoder?.decode() ?? '';
  return at === part ? shown(held, true) : null;
}

/** After the last line that fits; in a text without lines after a comma, and in one without either just there. */
function endOfPart(text: string): number {
  const ends = ['\n', ','].map((sign) => text.lastIndexOf(sign, TEXT_PART - 1) + 1);
  return ends.find((end) => end > 0) ?? TEXT_PART;
}

const shown = (text: string, isLast: boolean): TextPart => ({ ...maskResidentNumbers(text), isLast });
