/**
 * A Korean resident registration number is never asked for and never stored (Personal Information Protection Act, art. 24-2). Where a text
 * holds one (six digits that are a plausible YYMMDD, an optional hyphen, seven digits of which the first is 1–8, no digit before or after)
 * its digits are replaced before anything is stored.
 */
const NUMBER =
  /(?<![\p{Nd}])(\p{Nd}{2})(\p{Nd}{2})(\p{Nd}{2})(\s?[-–—‐‑−－ㅡ]?\s?)(\p{Nd})(\p{Nd}{6})(?![\p{Nd}])/gu;

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
