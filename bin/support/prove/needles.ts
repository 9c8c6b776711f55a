/** Looks for many words in many bytes at once: by their first four bytes, then whole. */
export class Needles {
  private readonly byStart = new Map<number, { bytes: Buffer; word: string }[]>();
  private readonly begins = new Uint8Array(65_536);

  constructor(words: Iterable<string>) {
    for (const word of new Set(words))
      for (const bytes of waysToWrite(word)) {
        if (bytes.length < 4) continue;
        const start = bytes.readUInt32BE(0);
        this.byStart.set(start, [...(this.byStart.get(start) ?? []), { bytes, word }]);
        this.begins[bytes.readUInt16BE(0)] = 1;
      }
  }

  /** Those of the words that stand in the text. */
  in(text: string): string[] {
    return this.inBytes(Buffer.from(text));
  }

  /** Those of the words that stand in the bytes. */
  inBytes(hay: Buffer): string[] {
    const found = new Set<string>();
    for (let at = 0; at + 4 <= hay.length; at += 1) {
      if (this.begins[hay.readUInt16BE(at)] === 0) continue;
      for (const { bytes, word } of this.byStart.get(hay.readUInt32BE(at)) ?? [])
        if (bytes.equals(hay.subarray(at, at + bytes.length))) found.add(word);
    }
    return [...found];
  }
}

/** A word as it is, and as programs write text: escaped, in an address, as bytes in hexadecimal of either encoding, in base64. */
function waysToWrite(word: string): Buffer[] {
  const utf8 = Buffer.from(word);
  const escaped = [...word].map((one) => (one > '\u007f' ? JSON.stringify(one).slice(1, -1) : one)).join('');
  const wide = Buffer.from(word, 'utf16le').toString('hex');
  // Base64 reads differently at each of three places; the inside of it is the same.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .slice(4, -4),
  );
  const ways = [
    word,
    escaped,
    encodeURIComponent(word),
    utf8.toString('hex'),
    wide,
    ...base64.filter((one) => one.length >= 8),
  ];
  return [...new Set(ways)].map((one) => Buffer.from(one));
}
