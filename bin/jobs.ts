import { closeDb, getDb } from '@/db/client';
import { runDueJobs } from '@/lib/jobs/run';

try {
  await runDueJobs(getDb());
  console.log('What was due has run.');
} finally {
  await closeDb();
}
