import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Made, PhotoFacts } from '../sealed-record';
import type { FileType } from '../types';

/** Three quarters of a minute are ten times what the largest photo takes on a small machine. */
const MOST_MS = 45_000;
/** Memory of the whole process. A HEIC of 48 megapixels takes about 700 MB. */
const MOST_RESIDENT_BYTES = 1_200 * 1024 * 1024;
/** Of what it hands back: a copy without loss of the largest screenshot is below this. */
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;
const LOOK_EVERY_MS = 100;

export type CleanImage = {
  photo: PhotoFacts;
  copy: Made & { bytes: Buffer };
  thumbnail: Made & { bytes: Buffer };
};

/** Time a worker has, and memory its process may hold. */
type Bounds = { mostMs: number; mostBytes: number };

const shared = globalThis as typeof globalThis & { naruImageWorker?: Promise<unknown> };

/**
 * Draws a picture anew in a process of its own: what a hostile picture breaks there, or fills, is gone with it. One at a time in this process;
 * a worker that takes too long or too much is killed. Null when no copy could be made.
 */
export function cleanImage(
  type: FileType,
  original: AsyncIterable<Buffer>,
  bounds: Partial<Bounds> = {},
): Promise<CleanImage | null> {
  const whole = { mostMs: MOST_MS, mostBytes: MOST_RESIDENT_BYTES, ...bounds };
  const turn = (shared.naruImageWorker ?? Promise.resolve()).then(() => runWorker(type, original, whole));
  shared.naruImageWorker = turn.catch(() => undefined);
  return turn;
}

async function runWorker(
  type: FileType,
  original: AsyncIterable<Buffer>,
  bounds: Bounds,
): Promise<CleanImage | null> {
  // The worker is a plain file beside this one, found from where the server runs: a bundle has no place of its own to start from.
  const path = join(process.cwd(), 'lib', 'evidence', 'processing', 'clean-image.mjs');
  const child = spawn(process.execPath, ['--max-old-space-size=256', path, type], {
    // It needs no key, no address, nothing of this process's environment.
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const watch = keepWithin(bounds, child);
  try {
    const [output] = await Promise.all([
      collect(child),
      // A worker that gives up before it has read everything breaks the pipe; its exit code says why.
      pipeline(Readable.from(original, { objectMode: false }), child.stdin).catch((error: unknown) => {
        if (child.exitCode === null && child.signalCode === null && !isBrokenPipe(error)) throw error;
      }),
    ]);
    return output && readOutput(output);
  } finally {
    watch.release();
    child.kill('SIGKILL');
  }
}

const isBrokenPipe = (error: unknown) =>
  ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(
    (error as { code?: string }).code ?? '',
  );

/** What a worker hands back; null when it failed, was killed or hands back too much. */
async function collect(child: ChildProcess): Promise<Buffer | null> {
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  const parts: Buffer[] = [];
  let length = 0;
  child.stdout?.on('data', (part: Buffer) => {
    length += part.length;
    if (length > MOST_OUTPUT_BYTES) child.kill('SIGKILL');
    else parts.push(part);
  });
  return (await ended) === 0 ? Buffer.concat(parts) : null;
}

function readOutput(output: Buffer): CleanImage | null {
  const end = output.indexOf(0x0a);
  const { photo, copy, thumbnail } = JSON.parse(output.toString('utf8', 0, end)) as {
    photo: PhotoFacts;
    copy: Made;
    thumbnail: Made;
  };
  const copyEnd = end + 1 + copy.size;
  if (output.length !== copyEnd + thumbnail.size || ![copy, thumbnail].every(isDrawn)) return null;
  return {
    photo,
    copy: { ...copy, bytes: output.subarray(end + 1, copyEnd) },
    thumbnail: { ...thumbnail, bytes: output.subarray(copyEnd) },
  };
}

/** A worker that a hostile picture has taken over says what it likes; what it hands back goes out as a picture or not at all. */
const isDrawn = ({ mime, size }: Made) => ['image/jpeg', 'image/png'].includes(mime) && size > 0;

/** Kills a worker that takes too long or, where the system tells (Linux), too much memory. */
function keepWithin({ mostMs, mostBytes }: Bounds, child: ChildProcess): { release: () => void } {
  const kill = () => child.kill('SIGKILL');
  const timer = setTimeout(kill, mostMs);
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '');
    const residentPages = Number(status.split(' ')[1] ?? 0);
    if (residentPages * 4096 > mostBytes) kill();
  }, LOOK_EVERY_MS);
  return {
    release: () => {
      clearTimeout(timer);
      clearInterval(watch);
    },
  };
}
