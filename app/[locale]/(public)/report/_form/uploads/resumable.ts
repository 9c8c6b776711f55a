import type { DetailedError, UploadOptions } from 'tus-js-client';
import BlobReader from 'tus-js-client/lib.esm/browser/fileReader.js';
import XhrStack from 'tus-js-client/lib.esm/browser/httpStack.js';
import BaseUpload from 'tus-js-client/lib.esm/upload.js';
import { CHUNK_BYTES, type EvidenceField } from '@/lib/evidence/limits';
import { type FileRefusal, fileRefusals } from '@/lib/evidence/types';

export const UPLOADS = '/api/evidence/upload';

/** Pauses before going on after a broken connection; the last one again and again, for as long as the page is open. */
const PAUSES_MS = [300, 1_000, 2_000, 4_000, 8_000];
/** Answers that say nothing about the file: somebody is busy, away, or holds the upload for a moment. */
const isPassing = (status: number) =>
  status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;

type Told = {
  onProgress(sent: number): void;
  onBroken(): void;
  onStored(id: string): void;
  onRefused(reason: FileRefusal): void;
};

/** One file on its way. */
export type Resumable = { stop(): void; remove(): Promise<void> };

/**
 * Sends a file in pieces and picks up where it stopped, again and again, until it has arrived or was refused. tus-js-client's own parts
 * rather than its front door: that one writes to the browser's storage as soon as it is loaded.
 */
export function sendResumably(
  file: File,
  { field, draft }: { field: EvidenceField; draft: string },
  told: Told,
): Resumable {
  let pause = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const options: UploadOptions = {
    ...BaseUpload.defaultOptions,
    httpStack: new XhrStack(),
    fileReader: new BlobReader(),
    // Nothing is remembered of a file, neither here nor in the browser.
    fingerprint: async () => '',
    storeFingerprintForResuming: false,
    endpoint: UPLOADS,
    // The draft that this page belongs to: a page left open must not send into another one.
    headers: { 'x-draft': draft },
    metadata: { field, filename: file.name },
    chunkSize: CHUNK_BYTES,
    retryDelays: null,
    onAfterResponse: (request, response) => {
      // Asked where it stands, a server in trouble has not said that the upload is gone: it is not begun anew.
      if (request.getMethod() === 'HEAD' && isPassing(response.getStatus())) throw new Error('passing');
    },
    onProgress: told.onProgress,
    onChunkComplete: () => {
      pause = 0;
    },
    onSuccess: () => told.onStored(upload.url?.split('/').at(-1) ?? ''),
    onError: (error) => {
      const { originalRequest: request, originalResponse: response } = error as Partial<DetailedError>;
      const status = response?.getStatus() ?? 0;
      // A refusal whose answer was lost takes the file along, and a browser that sends the piece again by itself hears that it is gone. Begun anew,
      // the upload hears the reason; where the draft itself is gone, beginning says so.
      const isLost = status === 404 && request?.getMethod() !== 'POST';
      if (response && !isPassing(status) && !isLost) return told.onRefused(refusalIn(response.getBody()));
      told.onBroken();
      waiting = setTimeout(resume, PAUSES_MS[Math.min(pause, PAUSES_MS.length - 1)]);
      pause += 1;
    },
  };
  const upload = new BaseUpload(file, options);
  const resume = () => {
    clearTimeout(waiting);
    waiting = undefined;
    upload.start();
  };
  const online = () => waiting && resume();
  window.addEventListener('online', online);
  upload.start();
  const stop = () => {
    clearTimeout(waiting);
    window.removeEventListener('online', online);
    void upload.abort();
  };
  return {
    stop,
    remove: async () => {
      stop();
      if (upload.url) await removeStored(upload.url);
    },
  };
}

/** Takes a file off the server, with a few more tries where the line breaks: it may be done twice. Throws when it may still be there. */
export async function removeStored(address: string): Promise<void> {
  for (const pause of [...PAUSES_MS, 0]) {
    const answer = await fetch(address, {
      method: 'DELETE',
      headers: { 'tus-resumable': '1.0.0' },
    }).catch(() => null);
    if (answer && (answer.ok || answer.status === 404 || answer.status === 410)) return;
    if (answer && !isPassing(answer.status)) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error('the file was not removed');
}

/** The reason that the server wrote; a client error without one is the draft that is not there. */
function refusalIn(body: string): FileRefusal {
  return fileRefusals.find((reason) => body.includes(`"${reason}"`)) ?? 'gone';
}
