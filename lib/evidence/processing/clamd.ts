import 'server-only';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A scanner that says nothing for this long is away; a file of 25 MB takes it a second or two. */
const SILENT_MS = 30_000;
/** The longest answer: the name of what was found. */
const ANSWER_BYTES = 4096;

export type ScanResult = { state: 'CLEAN' } | { state: 'INFECTED'; threat: string } | { state: 'FAILED' };

/**
 * Has a ClamAV daemon scan bytes as they pass (INSTREAM: each part behind its length, a length of nothing at the end). FAILED: it answered,
 * and not with a verdict; it would answer so again. Throws when it cannot be reached or goes away: then it is asked again later.
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
    await send(socket, Buffer.from('zINSTREAM\0'));
    for await (const part of bytes) {
      // It stops listening and answers when a stream is longer than it takes.
      if (socket.readableEnded || !socket.writable) break;
      await send(socket, lengthOf(part));
      await send(socket, part);
    }
    if (socket.writable) await send(socket, lengthOf(Buffer.alloc(0)));
    return verdictIn(await answer);
  } catch (error) {
    // It may have answered, and closed, before it was sent everything.
    const said = await Promise.race([answer.catch(() => ''), Promise.resolve('')]);
    if (said) return verdictIn(said);
    throw error;
  } finally {
    socket.destroy();
  }
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}

async function send(socket: Socket, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
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
  return { state: answer.trim() === 'stream: OK' ? 'CLEAN' : 'FAILED' };
}
