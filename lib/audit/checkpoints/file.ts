import 'server-only';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** More than any line is long. */
const TAIL = 1_000_000;

/** Opens a file for reading; null where there is none. What cannot be read is not taken for nothing: that throws. */
const openToRead = (path: string): Promise<FileHandle | null> =>
  open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** Makes sure that lines can be appended; throws where there is no disk to write to. */
export async function readyToAppend(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await (await open(path, 'a', 0o600)).close();
}

/** The last line that was written whole, and where it ends; a line that a power cut tore counts as not written. */
export async function lastLine<Line>(path: string): Promise<{ line: Line | null; end: number }> {
  const file = await openToRead(path);
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
  await readyToAppend(path);
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

/** Bytes read at once: a file of years is never in memory whole. */
const CHUNK = 1_000_000;

/** Every line that was written whole, in order; null where nothing was ever shipped to. */
export async function wholeLines(path: string): Promise<AsyncGenerator<string> | null> {
  const file = await openToRead(path);
  return file && linesIn(file);
}

async function* linesIn(file: FileHandle): AsyncGenerator<string> {
  try {
    let rest = Buffer.alloc(0);
    for (let at = 0; ; ) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const end = rest.lastIndexOf('\n') + 1;
      yield* rest.toString('utf8', 0, end).split('\n').slice(0, -1);
      rest = rest.subarray(end);
    }
  } finally {
    await file.close();
  }
}
