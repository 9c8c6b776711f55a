import { request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type DetailedError, Upload } from 'tus-js-client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '@/db/client';
import { DAY, now, setClock } from '@/lib/clock';
import { beginUpload, removeFile, takeWhole } from '@/lib/evidence/commands';
import { CHUNK_BYTES, MOST_BYTES } from '@/lib/evidence/limits';
import { listDraftFiles, openVariant } from '@/lib/evidence/queries';
import { MOST_A_DAY, takeFromQuota } from '@/lib/evidence/quota';
import { answerUpload } from '@/lib/evidence/upload/answer-upload';
import { createDraft, destroyDraft } from '@/lib/reports/draft/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { bytesOf, NOTHING, pdfOf, remains } from '../support/evidence';
import { SCRIPT } from '../support/hostile-files';
import { startUploadServer, type UploadServer } from '../support/upload-server';

let database: TestDatabase;
let server: UploadServer;
let draft = '';
let address = '203.0.113.7';
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
  draft = await createDraft(db(), 'FAMILY');
  server = await startUploadServer(
    db,
    () => draft,
    () => address,
  );
});
afterAll(async () => {
  await server.close();
  await database.close();
});
afterEach(async () => {
  await destroyDraft(db(), draft);
  expect(await remains(db())).toEqual(NOTHING);
  draft = await createDraft(db(), 'FAMILY');
});

const encoded = (text: string) => Buffer.from(text).toString('base64');
const tus = { 'tus-resumable': '1.0.0' };
const create = (size: number, name = 'a.pdf', field = 'files') =>
  fetch(server.url, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': `${size}`,
      'upload-metadata': `filename ${encoded(name)},field ${encoded(field)}`,
    },
  });
const addressOf = (answer: Response) => new URL(answer.headers.get('location') ?? '', server.url).href;
const patch = (address: string, offset: number, bytes: Buffer) =>
  fetch(address, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });
const offsetOf = async (address: string) =>
  Number((await fetch(address, { method: 'HEAD', headers: tus })).headers.get('upload-offset'));

/** Sends part of a piece and cuts the connection. */
async function sendAndCut(address: string, offset: number, announced: number, sent: Buffer): Promise<void> {
  const { hostname, port, pathname } = new URL(address);
  const headers = {
    ...tus,
    'upload-offset': `${offset}`,
    'content-type': 'application/offset+octet-stream',
    'content-length': `${announced}`,
  };
  const request = httpRequest({ hostname, port, path: pathname, method: 'PATCH', headers });
  request.on('error', () => undefined);
  request.write(sent);
  await wait(1000);
  request.destroy();
  await wait(500);
}

function sendWhole(bytes: Buffer, options: { uploadUrl?: string } = {}): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const upload: Upload = new Upload(bytes, {
      endpoint: server.url,
      chunkSize: CHUNK_BYTES,
      retryDelays: [50, 100],
      metadata: { filename: '계약서.pdf', field: 'ad_screenshots' },
      ...options,
      onError: reject,
      onSuccess: () => resolve(upload),
    });
    upload.start();
  });
}

describe('uploads by tus', () => {
  it('arrive whole, with their name and their question', async () => {
    const bytes = pdfOf(1_300_000);
    const upload = await sendWhole(bytes);
    const [file] = await listDraftFiles(db(), draft);
    expect(file).toMatchObject({ name: '계약서.pdf', field: 'ad_screenshots', state: 'STORED', kind: 'PDF' });
    expect(upload.url).toBe(`${server.url}/${file?.id}`);
    expect((await bytesOf(await openVariant(db(), file?.id ?? '', 'ORIGINAL'))).equals(bytes)).toBe(true);
  });

  // On a machine that is busy elsewhere, less may have been read when the connection is cut.
  it('keep what arrived when the connection is cut, and go on from there', { retry: 2 }, async () => {
    const bytes = pdfOf(CHUNK_BYTES * 3);
    const address = addressOf(await create(bytes.length));
    await sendAndCut(address, 0, CHUNK_BYTES, bytes.subarray(0, 150_000));
    expect(await offsetOf(address)).toBe(150_000);
    await sendAndCut(address, 150_000, CHUNK_BYTES, bytes.subarray(150_000, 150_000 + 200_000));
    // The chunk that was filled is stored; of the next one, what had been read when the connection went.
    expect(await offsetOf(address)).toBeGreaterThanOrEqual(CHUNK_BYTES);
    await sendWhole(bytes, { uploadUrl: address });
    const [file] = await listDraftFiles(db(), draft);
    expect((await bytesOf(await openVariant(db(), file?.id ?? '', 'ORIGINAL'))).equals(bytes)).toBe(true);
  });

  it('a piece whose answer was lost is not stored again', async () => {
    const bytes = pdfOf(CHUNK_BYTES + 100);
    const address = addressOf(await create(bytes.length));
    expect((await patch(address, 0, bytes.subarray(0, CHUNK_BYTES))).status).toBe(204);
    const again = await patch(address, 0, bytes.subarray(0, CHUNK_BYTES));
    expect([again.status, await again.json()]).toEqual([409, { code: 'wrong-offset' }]);
    expect(await offsetOf(address)).toBe(CHUNK_BYTES);
    const both = await Promise.all(
      [1, 2].map(() => patch(address, CHUNK_BYTES, bytes.subarray(CHUNK_BYTES))),
    );
    // The later one is told that it is here already, or asked to look.
    expect([204, 409]).toContain(both[0]?.status);
    expect([204, 409]).toContain(both[1]?.status);
    expect(await offsetOf(address)).toBe(bytes.length);
    expect(await remains(db())).toEqual({ files: 1, chunks: 2, keys: 1 });
  });

  it('are taken out again by their address', async () => {
    const address = addressOf(await create(1000));
    await patch(address, 0, pdfOf(400));
    expect((await fetch(address, { method: 'DELETE', headers: tus })).status).toBe(204);
    expect(await remains(db())).toEqual(NOTHING);
    expect((await fetch(address, { method: 'HEAD', headers: tus })).status).toBe(404);
  });

  it('are refused at the beginning with a code', async () => {
    const refused = async (answer: Promise<Response>) => [(await answer).status, await (await answer).json()];
    expect(await refused(create(26 * 1024 * 1024))).toEqual([413, { code: 'too-large' }]);
    expect(await refused(create(0))).toEqual([422, { code: 'empty' }]);
    const page = addressOf(await create(SCRIPT.length));
    expect(await refused(patch(page, 0, Buffer.from(SCRIPT)))).toEqual([415, { code: 'type-not-accepted' }]);
    expect(await refused(patch(page, 0, Buffer.from(SCRIPT)))).toEqual([404, { code: 'gone' }]);
    const more = addressOf(await create(100));
    expect(await refused(patch(more, 0, pdfOf(101)))).toEqual([413, { code: 'too-large' }]);
    for (let n = 1; n < 20; n += 1) expect((await create(100)).status).toBe(201);
    expect(await refused(create(100))).toEqual([422, { code: 'too-many' }]);
    const error = await sendWhole(pdfOf(100)).catch((thrown: DetailedError) => thrown);
    expect((error as DetailedError).originalResponse?.getBody()).toBe('{"code":"too-many"}');
  });

  it('of one address are so many bytes a day, whatever the draft; another address, and the next day, go on', async () => {
    const [first, mine] = [draft, address];
    const drafts = [await createDraft(db(), 'FAMILY'), await createDraft(db(), 'FAMILY')];
    const refused = [422, { code: 'too-much' }];
    const bytes = pdfOf(3 * CHUNK_BYTES);
    const piece = (n: number) => bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
    address = '203.0.113.8';
    draft = drafts[0] ?? '';
    try {
      expect(await takeFromQuota(db(), address, 0, MOST_A_DAY - 3 * CHUNK_BYTES)).toBe(true);
      const [one, two] = [addressOf(await create(bytes.length)), addressOf(await create(bytes.length))];
      for (const [of, n] of [
        [one, 0],
        [two, 0],
        [one, 1],
      ] as const)
        expect((await patch(of, n * CHUNK_BYTES, piece(n))).status).toBe(204);
      // Used up, to the byte: no file is begun, in parts or whole, and none goes on.
      for (const answer of [await create(2_000), await patch(one, 2 * CHUNK_BYTES, piece(2))])
        expect([answer.status, await answer.json()]).toEqual(refused);
      const plain = { field: 'files', name: 'a.pdf', bytes: pdfOf(2_000) } as const;
      expect(await takeWhole(db(), drafts[1] ?? '', plain, address)).toEqual({
        ok: false,
        reason: 'too-much',
      });
      address = '203.0.113.9';
      expect((await create(2_000)).status).toBe(201);
      // What has come stays, so that it can go on by another line.
      expect((await patch(one, 2 * CHUNK_BYTES, piece(2))).status).toBe(204);
      address = '203.0.113.8';
      setClock(new Date(now().getTime() + DAY));
      drafts.push(await createDraft(db(), 'FAMILY'));
      expect(await takeWhole(db(), drafts[2] ?? '', plain, address)).toMatchObject({ ok: true });
    } finally {
      setClock(undefined);
      [address, draft] = [mine, first];
      for (const one of drafts) await destroyDraft(db(), one);
    }
  });

  it('that are announced, and of which nothing comes, use nothing of it up', async () => {
    const from = '203.0.113.10';
    const begin = () => beginUpload(db(), draft, { field: 'files', name: 'a.pdf', size: MOST_BYTES }, from);
    for (let n = 0; n < 300; n += 1) {
      const begun = await begin();
      expect(begun).toMatchObject({ ok: true });
      if (begun.ok) await removeFile(db(), draft, begun.id);
    }
    const kept = await begin();
    expect(kept).toMatchObject({ ok: true });
    if (kept.ok) await removeFile(db(), draft, kept.id);
  });

  it('do not reach into another draft', async () => {
    const address = addressOf(await create(1000));
    const mine = draft;
    draft = await createDraft(db(), 'FAMILY');
    try {
      for (const method of ['HEAD', 'DELETE'])
        expect((await fetch(address, { method, headers: tus })).status).toBe(404);
      expect((await patch(address, 0, pdfOf(10))).status).toBe(404);
    } finally {
      draft = mine;
    }
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ received: 0 }]);
  });

  it('answer nothing but codes: no name, no other origin, nothing of a fault', async () => {
    const answer = await create(1000, '엉겅퀴.pdf');
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const head = await fetch(addressOf(answer), { method: 'HEAD', headers: tus });
    expect(head.headers.get('upload-metadata')).toBeNull();
    expect(head.headers.get('cache-control')).toBe('no-store');
    const gone = openDatabase('postgres://nobody:nothing@127.0.0.1:1/none');
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const request = new Request(`${server.url}/00000000-0000-4000-8000-000000000000`, {
      method: 'DELETE',
      headers: tus,
    });
    const fault = await answerUpload(gone.db, draft, address, request);
    const said = written.mock.calls.join('');
    written.mockRestore();
    await gone.close();
    expect([fault.status, await fault.text()]).toEqual([503, '{"code":"failed"}']);
    expect(said).toContain('evidence.upload-failed');
    expect(said).not.toContain('select');
  });
});

describe('a request for what the protocol has and this server has not', () => {
  it.each([
    ['no length yet', { 'upload-defer-length': '1' }],
    ['a part of a file', { 'upload-length': '10', 'upload-concat': 'partial' }],
  ])('%s is the client’s mistake and no failure of ours', async (_what, headers) => {
    const answer = await fetch(server.url, { method: 'POST', headers: { ...tus, ...headers } });
    expect([answer.status, await answer.json()]).toEqual([400, { code: 'protocol' }]);
  });
});
