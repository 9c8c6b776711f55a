/** Country codes that come up here, the longest first; a number is kept with and without one. */
const COUNTRY_CODES = ['855', '856', '852', '82', '86', '84', '66', '63', '62', '60', '95', '81', '1'];
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;

/** Runs of digits that may be a phone number, with what people write between them. */
const RUN = /[+＋]?\(?\d[\d\s().\-–—‐‑·]{5,24}\d/gu;

/**
 * Every phone number in a text, each in the forms it can be looked up by: the national number without its leading zero, and the whole one
 * where a country code was written. `010-1234-5678`, `+82 10 1234 5678` and `0082 (0)10.1234.5678` meet in the first form.
 */
export function phoneForms(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text.normalize('NFKC').matchAll(RUN)) for (const form of formsOf(run)) found.add(form);
  return [...found];
}

/**
 * What a query that also holds words says of phone numbers, and the rest of it. Only what begins as one is dialled, with a plus or a zero, is taken for a number: a
 * date or an account is looked for as words.
 */
export function phonesAmongWords(text: string): { phones: string[]; rest: string } {
  const phones: string[] = [];
  const rest = text.normalize('NFKC').replaceAll(RUN, (run) => {
    const forms = /^\(?[+0]/.test(run) ? formsOf(run) : [];
    phones.push(...forms);
    return forms.length > 0 ? ' ' : run;
  });
  return { phones, rest };
}

function formsOf(run: string): string[] {
  const digits = run.replace(/\D/g, '');
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS) return [];
  const isAbroad = run.trim().startsWith('+') || digits.startsWith('00');
  const bare = digits.replace(/^0+/, '');
  const code = COUNTRY_CODES.find((one) => bare.startsWith(one));
  const forms = isAbroad ? [] : [bare];
  // Without a plus a number may still begin with its country's code, as people copy it from an app.
  if (code && (isAbroad || bare.length >= 11)) forms.push(bare.slice(code.length).replace(/^0+/, ''));
  if (isAbroad) forms.push(bare);
  return forms.filter((form) => form.length >= LEAST_DIGITS - 1);
}
