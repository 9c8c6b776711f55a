import 'server-only';
import { AwsClient } from 'aws4fetch';
import { type ObjectStoreSettings, objectStoreSettings } from '@/lib/env';

/** One object is a quarter of a megabyte; a store that takes longer than this for one is away. */
const MOST_MS = 20_000;
const RETRIES = 2;

let cached: { settings: ObjectStoreSettings; client: AwsClient } | undefined;

function connection() {
  const settings = objectStoreSettings();
  if (!settings) throw new Error('evidence lies in an object store, and the S3_ values are not set');
  if (
    cached?.settings.endpoint !== settings.endpoint ||
    cached.settings.bucket !== settings.bucket ||
    cached.settings.accessKeyId !== settings.accessKeyId
  ) {
    const { accessKeyId, secretAccessKey, region } = settings;
    const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
    cached = { settings, client };
  }
  return cached;
}

async function send(method: 'GET' | 'PUT' | 'DELETE', name: string, body?: Buffer): Promise<Response> {
  const { settings, client } = connection();
  const url = `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}/${name}`;
  return client.fetch(url, {
    method,
    body: body && new Uint8Array(body),
    cache: 'no-store',
    signal: AbortSignal.timeout(MOST_MS),
  });
}

/** The store is there and did not do what it was asked. Its own words may name what that was; its status is enough. */
export class StoreRefused extends Error {}

const failed = (act: string, status: number) =>
  new StoreRefused(`the object store answered ${status} to ${act}`);

export async function putObject(name: string, bytes: Buffer): Promise<void> {
  const answer = await send('PUT', name, bytes);
  await answer.arrayBuffer();
  if (!answer.ok) throw failed('putting an object', answer.status);
}

/** Null when there is no such object. */
export async function getObject(name: string): Promise<Buffer | null> {
  const answer = await send('GET', name);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status === 404) return null;
  if (!answer.ok) throw failed('getting an object', answer.status);
  return bytes;
}

/** Deletes an object; one that is not there is as good as deleted. */
export async function deleteObject(name: string): Promise<void> {
  const answer = await send('DELETE', name);
  await answer.arrayBuffer();
  if (!answer.ok && answer.status !== 404) throw failed('deleting an object', answer.status);
}
