import { headers } from 'next/headers';

/** This request's id, as its log lines carry it (bin/serve.mjs, proxy.ts); empty where neither stood in between. */
export async function requestId(): Promise<string> {
  return (await headers()).get('x-request-id') ?? '';
}
