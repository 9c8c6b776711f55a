import pg from 'pg';
import { closeDb, getDb } from '@/db/client';
import {
  BATCH,
  type Batch,
  type ManyReports,
  makeBatch,
  numberCases,
  TABLES,
  toolsFor,
} from '../../../seeds/demo/many/batch';
import { copyRows } from './copy-rows';

/** What one of several loaders does: every `step`th batch, beginning with the `first`. */
export type LoaderJob = { adminUrl: string; wanted: ManyReports; first: number; step: number };

/**
 * Makes and stores its share of very many reports, with COPY and without triggers: rows that name each other are made together, and what
 * the triggers of search would note is indexed along with them (tests/integration/many-reports.test.ts). Only a superuser may.
 */
async function load({ adminUrl, wanted, first, step }: LoaderJob): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`set session_replication_role = replica; set synchronous_commit = off;
    set gin_pending_list_limit = '512MB'; set maintenance_work_mem = '512MB'`);
  const tools = await toolsFor(getDb());
  let storing: Promise<void> = Promise.resolve();
  for (let done = first * BATCH; done < wanted.reports; done += step * BATCH) {
    const count = Math.min(BATCH, wanted.reports - done);
    const batch = await makeBatch(tools, wanted, (wanted.from ?? 0) + done, count);
    await storing;
    storing = store(client, batch).then(() => void process.send?.(count));
    storing.catch(() => {});
  }
  await storing;
  await client.end();
}

async function store(client: pg.Client, batch: Batch): Promise<void> {
  await numberCases(getDb(), batch);
  await client.query('begin');
  for (const table of TABLES) await copyRows(client, table, batch.rows.of(table));
  await client.query('commit');
}

// Whoever asked for it is gone: what has been stored stays.
process.once('disconnect', () => process.exit(0));
process.once('message', (job: LoaderJob) => {
  load(job)
    .then(closeDb)
    .then(
      () => process.disconnect(),
      (error) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
});
