import { nameRun, nameSounds } from '@/lib/linking/normalise/names';
import { phoneForms, phonesAmongWords } from '@/lib/linking/normalise/phones';
import { bigrams, plainText, plainWords } from '@/lib/linking/normalise/words';

/** Classes of field, each with a key of its own: a token of one says nothing about the others. */
export const FIELD_CLASSES = ['TEXT', 'NAME', 'PLACE'] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** What a report, a case or a person says, by class of field; the texts as they were written. */
export type Searchable = Record<FieldClass, string[]>;

/** What is made into tokens: bigrams by class, and whole identifiers. */
export type Terms = Record<FieldClass, Set<string>> & { phones: Set<string> };

/** Everything that an index keeps of these texts, before it is keyed. Names are kept by their sound. */
export function termsOf(texts: Searchable): Terms {
  const terms: Terms = { TEXT: new Set(), NAME: new Set(), PLACE: new Set(), phones: new Set() };
  for (const text of [...texts.TEXT, ...texts.NAME, ...texts.PLACE]) {
    for (const word of plainWords(text)) for (const pair of bigrams(word)) terms.TEXT.add(pair);
    for (const form of phoneForms(text)) terms.phones.add(form);
  }
  for (const text of texts.NAME) for (const pair of bigrams(nameRun(text))) terms.NAME.add(pair);
  for (const text of texts.PLACE)
    for (const word of plainWords(text)) for (const pair of bigrams(word)) terms.PLACE.add(pair);
  return terms;
}

/** One thing that is looked for: a word that may stand anywhere, or sound like part of a name; or a phone number. */
export type Wanted = { word: string; sounds: string[] } | { phone: string[] };

const LEAST = 2;
const MOST_WORDS = 8;

/** What a query asks for: all of it has to be found, words and a phone number too. Words of one character find nothing and are left out. */
export function readQuery(query: string): Wanted[] {
  const alone = /\p{L}/u.test(query) ? null : phoneForms(query);
  if (alone && alone.length > 0) return [{ phone: alone }];
  const { phones, rest } = phonesAmongWords(query);
  const words = plainWords(rest)
    .filter((word) => [...word].length >= LEAST)
    .slice(0, MOST_WORDS)
    .map((word) => ({ word, sounds: nameSounds(word).filter((sound) => sound.length >= LEAST) }));
  return phones.length > 0 ? [{ phone: phones }, ...words] : words;
}

/** Whether texts that were opened hold what was looked for: a hit of the index alone may be another word's token. */
export function holds(texts: Searchable, wanted: readonly Wanted[]): FieldClass | 'PHONE' | null {
  const all = [...texts.TEXT, ...texts.NAME, ...texts.PLACE];
  const plain = all.map(plainText);
  const places = texts.PLACE.map(plainText);
  const names = texts.NAME.map(nameRun);
  const phones = new Set(all.flatMap(phoneForms));
  let by: FieldClass | 'PHONE' = 'TEXT';
  for (const one of wanted) {
    if ('phone' in one) {
      if (!one.phone.some((form) => phones.has(form))) return null;
      by = 'PHONE';
      continue;
    }
    const { word, sounds } = one;
    const isName = sounds.length > 0 && names.some((run) => sounds.every((sound) => run.includes(sound)));
    if (!isName && !plain.some((text) => text.includes(word))) return null;
    if (isName) by = 'NAME';
    else if (places.some((text) => text.includes(word))) by = 'PLACE';
  }
  return by;
}
