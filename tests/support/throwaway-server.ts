import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@/db/embedded';

export type ThrowawayServer = { url: string; adminUrl: string; directory: string; stop: () => Promise<void> };

/** A PostgreSQL of its own in a temporary directory, gone with everything in it when stopped. */
export async function startThrowawayServer(): Promise<ThrowawayServer> {
  const directory = await mkdtemp(join(tmpdir(), 'naru-test-'));
  // Root lends the server another account, which has to get in here.
  await chmod(directory, 0o711);
  const server = await startEmbedded(directory, { say: (line) => console.log(line) });
  return {
    url: server.url,
    adminUrl: server.adminUrl,
    directory,
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
