/** A text as it is compared: compatibility forms made one, lower case, letters and digits only, one space between words. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, each as `plainText` writes it. */
export function plainWords(text: string): string[] {
  return plainText(text).split(' ').filter(Boolean);
}

/** Every two neighbouring characters of a word; a word of one character has none. Two-syllable Korean words are one bigram. */
export function bigrams(word: string): string[] {
  const symbols = [...word];
  return symbols.slice(1).map((symbol, at) => `${symbols[at]}${symbol}`);
}
