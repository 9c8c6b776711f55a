/**
 * Whether a content type says that what came along is a form written as `a=b&c=d`.
 * @param {string | null | undefined} type
 */
export const isPlainForm = (type) => /^application\/x-www-form-urlencoded\b/i.test(type ?? '');

/** Far more fields than any page has. Reading costs time by the field, and whoever sends millions of them must not hold everybody else up. */
const MOST_FIELDS = 2_000;
const AMPERSAND = 0x26;
const PERCENT = 0x25;

/**
 * Reads a form that was posted as `a=b&c=d`, which most clients do that are no browser. A percent sign that stands for nothing stays one. Text
 * is UTF-8, or what the client says it is, or Korean as Windows writes it (CP949) where it can be nothing else; what is no text at all becomes
 * U+FFFD, as everywhere. Null, unread, where it may hold more than 2,000 fields.
 * @param {Buffer} bytes
 * @param {string} type the content type that came along
 * @returns {URLSearchParams | null}
 */
export function readPlainForm(bytes, type) {
  if (hasTooMany(bytes)) return null;
  const named = /;\s*charset="?([^\s;"]+)/i.exec(type)?.[1];
  const form = new URLSearchParams(bytes.toString('utf8'));
  if ((!named || /^utf-?8$/i.test(named)) && !isBroken(form)) return form;
  const pairs = bytes
    .toString('latin1')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    })
    .map((pair) => pair.map(unescaped));
  for (const name of new Set([named?.toLowerCase(), 'utf-8', 'euc-kr'])) {
    const read = name && decoded(pairs, name);
    if (read) return read;
  }
  return form;
}

function hasTooMany(/** @type {Buffer} */ bytes) {
  let fields = 1;
  for (let at = bytes.indexOf(AMPERSAND); at >= 0; at = bytes.indexOf(AMPERSAND, at + 1)) {
    fields += 1;
    if (fields > MOST_FIELDS) return true;
  }
  return false;
}

const isBroken = (/** @type {URLSearchParams} */ form) =>
  [...form].some(([name, value]) => name.includes('\ufffd') || value.includes('\ufffd'));

/** The bytes that a name or a value stands for. Byte by byte: a call for each percent sign takes half a second for a large form. */
function unescaped(/** @type {string} */ text) {
  const bytes = Buffer.from(text.replaceAll('+', ' '), 'latin1');
  let end = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [high, low] = bytes[at] === PERCENT ? [hexDigit(bytes[at + 1]), hexDigit(bytes[at + 2])] : [-1, -1];
    const isEscape = high >= 0 && low >= 0;
    bytes[end++] = isEscape ? high * 16 + low : bytes[at];
    if (isEscape) at += 2;
  }
  return bytes.subarray(0, end);
}

/** What a hexadecimal digit is worth; -1 where it is none. */
function hexDigit(/** @type {number | undefined} */ byte) {
  return byte === undefined ? -1 : '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase());
}

/** Null where it is not in this encoding, or there is none of this name. */
function decoded(/** @type {Buffer[][]} */ pairs, /** @type {string} */ encoding) {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    return new URLSearchParams(pairs.map((pair) => pair.map((bytes) => decoder.decode(bytes))));
  } catch {
    return null;
  }
}
