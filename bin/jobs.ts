import { closeDb, getDb } from '@/db/client';
import { runDueJobs } from '@/lib/jobs/run';

try {
  const { failed } = await runDueJobs(getDb());
  console.log(failed.length > 0 ? `Could not be done: ${failed.join(', ')}.` : 'What was due has run.');
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await closeDb();
}
