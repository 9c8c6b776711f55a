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
  if (given) {
    await checkAnswers(given);
    return { url: given, embedded: false, revive: async () => {}, stop: async () => {} };
  }
  const server = await startEmbedded(dataDirectory(), { say: (line) => console.log(line) });
  process.env.POSTGRES_URL = server.url;
  return { url: server.url, embedded: true, revive: server.revive, stop: server.stop };
}

/** A wrong address shows here, in a sentence, and not in the middle of the first query. */
async function checkAnswers(url: string): Promise<void> {
  const { openDatabase } = await import('@/db/client');
  const { db, close } = openDatabase(url);
  try {
    await db.execute('select 1');
  } catch (error) {
    const cause = (error as Error).cause as { code?: string; message?: string } | undefined;
    const why = cause?.code ?? cause?.message ?? 'no answer';
    throw new Error(
      `The database in POSTGRES_URL cannot be used (${why}). Check that it runs, and the address, name and password.`,
    );
  } finally {
    await close();
  }
}
