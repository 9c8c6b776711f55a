/** Encodings that chat exports come in: KakaoTalk for Windows still writes the last one. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr';

/** The encoding that a beginning announces by its byte order mark, or that its bytes allow; null when it is not text. */
export function encodingOf(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  for (const encoding of ['utf-8', 'euc-kr'] as const) {
    // The beginning may end in the middle of a character: `stream` lets that pass.
    if (decodes(new TextDecoder(encoding, { fatal: true }), head)) return encoding;
  }
  return null;
}

export const beginsAsUtf16 = (head: Uint8Array): boolean =>
  encodingOf(head.subarray(0, 2))?.startsWith('utf-16') ?? false;

function decodes(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Controls that no text holds; tab, line feed, form feed and carriage return are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

/** Whether a decoded text holds what no text holds. */
export const holdsControls = (text: string): boolean => CONTROL.test(text);

export function looksLikeText(head: Uint8Array): boolean {
  const text = decodeHead(head);
  return text !== null && !holdsControls(text);
}

function decodeHead(head: Uint8Array): string | null {
  const encoding = encodingOf(head);
  return encoding && new TextDecoder(encoding).decode(head, { stream: true });
}

/** How texts begin that a browser would draw or a computer would run. */
const ACTIVE = [
  /^<[a-z!?/]/i,
  /^#!/,
  /^\{\\rtf/i,
  /^@echo\b/i,
  /^\[(InternetShortcut|Desktop Entry|autorun)\]/i,
  /^Windows Registry Editor/i,
  /^MIME-Version:/i,
  /<(!doctype|html|head|body|script|svg|iframe|object|embed|meta)[\s>/]/i,
  /<\?php/i,
];
/** A browser that guesses looks no further than this. */
const GUESSED = 2048;

/** txt, csv or json; null for a text that is markup or a script. */
export function textTypeOf(head: Uint8Array): 'txt' | 'csv' | 'json' | null {
  const text = (decodeHead(head) ?? '').replace(/^\uFEFF/, '').trimStart();
  const start = text.slice(0, GUESSED);
  if (ACTIVE.some((sign) => sign.test(start))) return null;
  if (/^[[{]\s*(["{[\]}]|-?\d|true|false|null)/.test(start)) return 'json';
  return isTable(start) ? 'csv' : 'txt';
}

/** The first lines all have the same number of commas outside quotes, and some. */
function isTable(start: string): boolean {
  const lines = start.split(/\r?\n/).slice(0, -1).filter(Boolean).slice(0, 5);
  const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(',').length - 1);
  return counts.length > 1 && (counts[0] ?? 0) > 0 && counts.every((count) => count === counts[0]);
}
