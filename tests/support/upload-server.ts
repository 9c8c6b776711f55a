import { createServer, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Db } from '@/db/client';
import { answerUpload, UPLOAD_PATH } from '@/lib/evidence/upload/answer-upload';

export type UploadServer = { url: string; close: () => Promise<void> };

/** Serves uploads into one draft over HTTP, as the route does once it knows the draft. */
export async function startUploadServer(
  db: () => Db,
  draftId: () => string,
  from = () => '127.0.0.1',
): Promise<UploadServer> {
  const server = createServer(async (request, response) => {
    const answer = await answerUpload(db(), draftId(), from(), asWebRequest(request));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body) await pipeline(Readable.fromWeb(answer.body as never), response).catch(() => undefined);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}${UPLOAD_PATH}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function asWebRequest(request: IncomingMessage): Request {
  const hasBody = request.method === 'POST' || request.method === 'PATCH';
  return new Request(`http://${request.headers.host}${request.url}`, {
    method: request.method ?? 'GET',
    headers: Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit);
}
