/**
 * Whether a content type says that what came along is a form written as `a=b&c=d`.
 * @param {string | null | undefined} type
 */
export const isPlainForm = (type) => /^application\/x-www-form-urlencoded\b/i.test(type ?? '');

/**
 * Reads a form that was posted as `a=b&c=d`, which most clients do that are no browser. A percent sign that stands for nothing stays one. Text
 * is UTF-8, or what the client says it is, or Korean as Windows writes it (CP949) where it can be nothing else; what is no text at all becomes
 * U+FFFD, as everywhere.
 * @param {Buffer} bytes
 * @param {string} type the content type that came along
 * @returns {URLSearchParams}
 */
export function readPlainForm(bytes, type) {
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
  for (const name of [named, 'utf-8', 'euc-kr']) {
    const read = name && decoded(pairs, name);
    if (read) return read;
  }
  return form;
}

const isBroken = (/** @type {URLSearchParams} */ form) =>
  [...form].some(([name, value]) => name.includes('\ufffd') || value.includes('\ufffd'));

/** The bytes that a name or a value stands for. */
function unescaped(/** @type {string} */ text) {
  const one = (/** @type {string} */ _found, /** @type {string} */ hex) =>
    String.fromCharCode(Number.parseInt(hex, 16));
  return Buffer.from(text.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, one), 'latin1');
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
