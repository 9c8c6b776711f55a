import { closeDb, getDb } from '@/db/client';
import { runDueJobs } from '@/lib/jobs/run';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());

try {
  const { failed } = await runDueJobs(getDb(), ending.signal);
  console.log(failed.length > 0 ? `Could not be done: ${failed.join(', ')}.` : 'What was due has run.');
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await closeDb();
}
