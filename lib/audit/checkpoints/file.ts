import 'server-only';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** More than any line is long. */
const TAIL = 1_000_000;

/** The last line that was written whole, and where it ends; a line that a power cut tore counts as not written. */
export async function lastLine<Line>(path: string): Promise<{ line: Line | null; end: number }> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return { line: null, end: 0 };
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL);
    const tail = Buffer.alloc(size - from);
    await file.read(tail, 0, tail.length, from);
    const end = tail.lastIndexOf('\n') + 1;
    if (end === 0) return { line: null, end: 0 };
    const start = tail.lastIndexOf('\n', end - 2) + 1;
    return { line: JSON.parse(tail.toString('utf8', start, end)) as Line, end: from + end };
  } finally {
    await file.close();
  }
}

/** Writes lines behind what was written whole, and does not answer before they are on the disk. Answers where the file ends then. */
export async function appendLines(path: string, end: number, lines: readonly object[]): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a+', 0o600);
  try {
    await file.truncate(end);
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    await file.appendFile(text);
    await file.sync();
    return end + Buffer.byteLength(text);
  } finally {
    await file.close();
  }
}

/** Everything that was written whole; null where nothing was ever shipped to. */
export async function readWhole(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : text.slice(0, text.lastIndexOf('\n') + 1);
}
