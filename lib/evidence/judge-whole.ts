import 'server-only';
import { createHash } from 'node:crypto';
import { encodingOf, holdsControls } from './text-type';
import { type FileRefusal, type FileType, fileTypes } from './types';
import { isProgramOrOffice, ZIP_TAIL_BYTES, zipNames } from './zip-names';

type Verdict =
  | { ok: true; sha256: string }
  | { ok: false; reason: Extract<FileRefusal, 'unreadable' | 'type-not-accepted'> };

/**
 * Looks at a whole file once, as its last byte arrives: takes its SHA-256, and checks what its beginning could not show. A text must be text
 * to its end; a ZIP must have its directory and be neither a program nor an Office document.
 */
export async function judgeWhole(type: FileType, pieces: AsyncIterable<Buffer>): Promise<Verdict> {
  const hash = createHash('sha256');
  const text = isText(type) ? new TextJudge() : null;
  let tail: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    hash.update(piece);
    text?.look(piece);
    if (type === 'zip') tail = Buffer.concat([tail, piece]).subarray(-ZIP_TAIL_BYTES);
  }
  if (text && !text.isText()) return { ok: false, reason: 'unreadable' };
  if (type === 'zip') {
    const names = zipNames(tail);
    if (!names) return { ok: false, reason: 'unreadable' };
    if (isProgramOrOffice(names)) return { ok: false, reason: 'type-not-accepted' };
  }
  return { ok: true, sha256: hash.digest('hex') };
}

const isText = (type: FileType) => fileTypes[type].kind === 'CHAT' && type !== 'zip';

class TextJudge {
  #decoder: TextDecoder | undefined;
  #isText = true;

  look(piece: Buffer): void {
    this.#decoder ??= new TextDecoder(encodingOf(piece) ?? 'utf-8', { fatal: true });
    this.#read(piece, true);
  }

  isText(): boolean {
    this.#read(Buffer.alloc(0), false);
    return this.#isText;
  }

  #read(piece: Buffer, stream: boolean): void {
    if (!this.#isText) return;
    try {
      this.#isText = !holdsControls(this.#decoder?.decode(piece, { stream }) ?? '');
    } catch {
      this.#isText = false;
    }
  }
}
