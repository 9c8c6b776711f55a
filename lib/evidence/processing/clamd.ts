import 'server-only';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A scanner that says nothing for this long is away; a file of 25 MB takes it a second or two. */
const SILENT_MS = 30_000;
/** The longest answer: the name of what was found. */
const ANSWER_BYTES = 4096;

/**
 * FAILED: it answered, and not with a verdict. BROKE_OFF: it hung up while it was sent the file, as it does when a stream is longer than it
 * takes, and when it is restarted.
 */
export type ScanResult =
  | { state: 'CLEAN' }
  | { state: 'INFECTED'; threat: string }
  | { state: 'FAILED' | 'BROKE_OFF' };

/**
 * Has a ClamAV daemon scan bytes as they pass (INSTREAM: each part behind its length, a length of nothing at the end). Throws when it cannot
 * be reached or says nothing: then it is asked again later.
 */
export async function scanStream(url: string, bytes: AsyncIterable<Buffer>): Promise<ScanResult> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setTimeout(SILENT_MS, () => socket.destroy(new Error('the scanner is silent')));
  const answer = readAnswer(socket);
  // Awaited below; a connection that breaks while bytes are sent must not count as nobody's error until then.
  answer.catch(() => undefined);
  try {
    await once(socket, 'connect');
    return verdictIn((await sendAll(socket, bytes)) ? await answer : await answerGiven(answer));
  } finally {
    socket.destroy();
  }
}

/** False when the other side hung up before it was sent everything. A fault in the bytes' own source is the caller's. */
async function sendAll(socket: Socket, bytes: AsyncIterable<Buffer>): Promise<boolean> {
  if (!(await send(socket, Buffer.from('zINSTREAM\0')))) return false;
  for await (const part of bytes) {
    if (!(await send(socket, Buffer.concat([lengthOf(part), part])))) return false;
  }
  return send(socket, Buffer.alloc(4));
}

/** What it said before it hung up, if that arrived; with bytes on their way to it, its words may be lost. */
const answerGiven = (answer: Promise<string>) => answer.catch(() => '');

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}

function send(socket: Socket, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    if (socket.writable) socket.write(bytes, (error) => resolve(!error));
    else resolve(false);
  });
}

function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.on('data', (part) => {
      said += part.toString('utf8');
      if (said.includes('\0') || said.length > ANSWER_BYTES) resolve(said.split('\0')[0] ?? '');
    });
    socket.once('end', () => (said ? resolve(said) : reject(new Error('the scanner closed without a word'))));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the scanner went away')));
  });
}

/** `stream: OK`, `stream: Name.Of.It FOUND`, or a complaint that ends in ERROR. */
function verdictIn(answer: string): ScanResult {
  const found = /^stream: (.+) FOUND$/.exec(answer.trim());
  if (found?.[1]) return { state: 'INFECTED', threat: found[1].slice(0, 200) };
  if (answer.trim() === 'stream: OK') return { state: 'CLEAN' };
  return { state: answer ? 'FAILED' : 'BROKE_OFF' };
}
