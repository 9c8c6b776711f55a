import { headers } from 'next/headers';
import { publicUrl } from '@/lib/env';

/** Where people reach this server, for a page that will be printed: as the operator said, or else as this browser asked for it. */
export async function publicAddress(): Promise<string> {
  return publicUrl() ?? `http://${(await headers()).get('host') ?? 'localhost'}`;
}
