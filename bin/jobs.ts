import { closeDb, getDb } from '@/db/client';
import { runDueJobs } from '@/lib/jobs/run';
import { reindexAll } from '@/lib/search/indexing/commands';

/** `npm run jobs`: what is due, once. `-- --reindex`: everything is marked to be indexed for search anew; this round begins, the next ones go on. */

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());

try {
  if (process.argv.includes('--reindex')) await reindexAll(getDb());
  const { failed } = await runDueJobs(getDb(), ending.signal);
  console.log(failed.length > 0 ? `Could not be done: ${failed.join(', ')}.` : 'What was due has run.');
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await closeDb();
}
