import { startEmbedded } from '@/db/embedded';
import { dataDirectory } from './environment';

export type Database = {
  url: string;
  embedded: boolean;
  revive: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The operator's database when POSTGRES_URL names one, else the embedded one, which this puts into POSTGRES_URL. */
export async function provideDatabase(): Promise<Database> {
  const given = process.env.POSTGRES_URL;
  if (given) return { url: given, embedded: false, revive: async () => {}, stop: async () => {} };
  const server = await startEmbedded(dataDirectory(), { say: (line) => console.log(line) });
  process.env.POSTGRES_URL = server.url;
  return { url: server.url, embedded: true, revive: server.revive, stop: server.stop };
}
