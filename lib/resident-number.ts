/**
 * A Korean resident registration number is never asked for and never stored (Personal Information Protection Act, art. 24-2). Where a text
 * holds one (six digits that are a plausible YYMMDD, an optional hyphen, seven digits of which the first is 1–8, no digit before or after)
 * its digits are replaced before anything is stored.
 */
const NUMBER =
  /(?<![\p{Nd}])(\p{Nd}{2})(\p{Nd}{2})(\p{Nd}{2})(\s?[-–—‐‑−－ㅡ]?\s?)(\p{Nd})(\p{Nd}{6})(?![\p{Nd}])/gu;

/** More characters of UTF-16 than a number, with what stands next to it, can have: thirteen digits of two each, and what parts them. */
export const NUMBER_REACH = 32;

/** Where what looks like a number begins that a cut at `end` would halve; without one, `end`. Looks as far as NUMBER_REACH to both sides. */
export function beforeNumber(text: string, end: number): number {
  // Twice as far back, so that digits halved by the window's own edge are not in the way.
  const from = Math.max(0, end - 2 * NUMBER_REACH);
  for (const { 0: found, index } of text.slice(from, end + NUMBER_REACH).matchAll(NUMBER)) {
    const start = from + index;
    if (start < end && end < start + found.length) return start;
  }
  return end;
}

/** What stands where a number stood. */
export const RESIDENT_NUMBER_MASK = '●●●●●●-●●●●●●●';

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The text with every resident registration number masked, and how many there were. */
export function maskResidentNumbers(text: string): { text: string; masked: number } {
  let masked = 0;
  const clean = text.replace(
    NUMBER,
    (found, _year: string, month: string, day: string, _gap: string, first: string) => {
      const [m, d, f] = [month, day, first].map((digits) => Number(digits.normalize('NFKC')));
      const plausible = m !== undefined && d !== undefined && d >= 1 && d <= (DAYS[m - 1] ?? 0);
      if (!plausible || !f || f > 8) return found;
      masked += 1;
      return RESIDENT_NUMBER_MASK;
    },
  );
  return { text: clean, masked };
}
