import { headers } from 'next/headers';
import { clientAddress } from '@/lib/abuse/client-address';
import { env } from '@/lib/env';

/** The address this request came from, for rate limits alone: it is never stored or logged. */
export async function requestAddress(): Promise<string> {
  return clientAddress((await headers()).get('x-forwarded-for'), env().TRUST_PROXY);
}
