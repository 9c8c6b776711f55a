/** An end-of-directory record: at least this long, and a comment of up to 65,535 bytes may follow it. */
const END_BYTES = 22;
const END_SIGN = 0x06054b50;
const ENTRY_SIGN = 0x02014b50;
const ENTRY_BYTES = 46;

/** Bytes of a ZIP's end that hold its directory of ordinary length: an export of some ten thousand messages' photos. */
export const ZIP_TAIL_BYTES = 2 * 1024 * 1024;

/**
 * The names in a ZIP's directory, read from the file's end; null when it has no directory there, so that it is broken or cut short. A
 * directory longer than the tail is read as far as it is there.
 */
export function zipNames(tail: Buffer): string[] | null {
  const end = findEnd(tail);
  if (end < 0) return null;
  const length = tail.readUInt32LE(end + 12);
  let at = Math.max(0, end - length);
  const names: string[] = [];
  while (at + ENTRY_BYTES <= end && tail.readUInt32LE(at) === ENTRY_SIGN) {
    const nameLength = tail.readUInt16LE(at + 28);
    names.push(tail.toString('latin1', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength));
    at += ENTRY_BYTES + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return names;
}

function findEnd(tail: Buffer): number {
  const earliest = Math.max(0, tail.length - END_BYTES - 0xffff);
  for (let at = tail.length - END_BYTES; at >= earliest; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGN) return at;
  }
  return -1;
}

/** Whether a ZIP's names show that it is a program or an Office document: both are ZIPs by their first bytes. */
export function isProgramOrOffice(names: readonly string[]): boolean {
  return names.some((name) =>
    /^(META-INF\/MANIFEST\.MF|AndroidManifest\.xml|classes\.dex|\[Content_Types\]\.xml|mimetype|.*vbaProject\.bin)$/i.test(
      name,
    ),
  );
}
