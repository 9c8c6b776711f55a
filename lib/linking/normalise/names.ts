/** Revised Romanisation, syllable by syllable, without the changes of sound between syllables: what follows evens those out. */
const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ['', ...'k k k n n n t l k m p l l p l m p p t t ng t t k t p t'.split(' ')];
const FIRST = 0xac00;
const SYLLABLES = INITIALS.length * VOWELS.length * FINALS.length;

/** A Hangul syllable in Latin letters; null for anything else. */
function romanise(symbol: string): string | null {
  const index = (symbol.codePointAt(0) ?? 0) - FIRST;
  if (index < 0 || index >= SYLLABLES) return null;
  const initial = INITIALS[Math.floor(index / (VOWELS.length * FINALS.length))] ?? '';
  const vowel = VOWELS[Math.floor(index / FINALS.length) % VOWELS.length] ?? '';
  return `${initial}${vowel}${FINALS[index % FINALS.length] ?? ''}`;
}

/** Spellings of one sound, read from the left; the first that fits is taken. [J: grown from how passports spell names.] */
const SOUNDS: readonly [spelt: RegExp, sound: string][] = [
  [/^(yeo|you|yoo|yuh)/, 'yu'],
  [/^(yae|yai)/, 'ye'],
  [/^(woo|wu|ou|oo)/, 'u'],
  [/^(weo)/, 'wo'],
  [/^(wae|oe|oi|we)/, 'we'],
  [/^(eui|ui|ee|ii)/, 'i'],
  [/^(eo|eu)/, 'u'],
  [/^(ae|ai|ay|ea)/, 'e'],
  [/^(ng)/, 'ng'],
  [/^(sh|s+)/, 's'],
  [/^(ch|j+|z)/, 'j'],
  [/^([kgqc]+)/, 'g'],
  [/^([td]+)/, 'd'],
  [/^([pbfv]+)/, 'b'],
  [/^(rh|[rl]+)/, 'r'],
  [/^(h)(?![aeiouyw])/, ''],
  [/^(w)(?![aeiouy])/, ''],
];

function soundOf(latin: string): string {
  let rest = latin;
  let sound = '';
  while (rest) {
    const found = SOUNDS.find(([spelt]) => spelt.test(rest));
    const spelt = found ? (found[0].exec(rest)?.[1] ?? '') : '';
    sound += found ? found[1] : rest.slice(0, 1);
    rest = rest.slice(spelt.length || 1);
  }
  return sound.replace(/(.)\1+/g, '$1');
}

/** Surnames that passports spell far from their sound, as they come out of `soundOf`. */
const SURNAMES: Readonly<Record<string, string>> = {
  ri: 'i',
  yi: 'i',
  barg: 'bag',
  rim: 'im',
  ryu: 'yu',
  ro: 'no',
  ra: 'na',
  hur: 'hu',
  ryang: 'yang',
  ryum: 'yum',
};

/** Surnames of two syllables. */
const LONG_SURNAMES = ['남궁', '황보', '제갈', '사공', '선우', '독고', '서문'];

/**
 * The parts of a name by their sound, in the order they were written: the same person comes out alike in Hangul and in whatever Latin
 * spelling a passport, a form or a friend chose. A Hangul name without a space is cut after its surname.
 */
export function nameSounds(text: string): string[] {
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .flatMap(cutHangulName);
  return parts
    .map((part, at) => {
      const sound = [...part].map((symbol) => romanise(symbol)).every((one) => one !== null)
        ? [...part]
            .map((symbol) => soundOf(romanise(symbol) ?? ''))
            .join('')
            .replace(/(.)\1+/g, '$1')
        : soundOf(part);
      // The surname stands first in Korean and last in English.
      return at === 0 || at === parts.length - 1 ? (SURNAMES[sound] ?? sound) : sound;
    })
    .filter(Boolean);
}

function cutHangulName(part: string): string[] {
  if (!/^[가-힣]{2,6}$/.test(part)) return [part];
  const long = LONG_SURNAMES.find((surname) => part.startsWith(surname) && part.length > surname.length);
  const cut = long ? long.length : part.length >= 3 ? 1 : 0;
  return cut ? [part.slice(0, cut), part.slice(cut)] : [part];
}

/** A name as one run of sounds, for looking parts of it up. */
export function nameRun(text: string): string {
  return nameSounds(text)
    .join('')
    .replace(/(.)\1+/g, '$1');
}
