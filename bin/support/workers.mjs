import cluster from 'node:cluster';
import { makeLogger } from '../../lib/log-writer.mjs';

/** A worker that dies is replaced after this pause; one that dies this often within a minute points to a fault that no restart mends. */
const PAUSE = 500;
const MOST_DEATHS = 20;
const MINUTE = 60_000;

/**
 * Several serving processes behind one port on one machine. This process only hands connections to them: it says that it serves when all of
 * them do, replaces one that dies, and ends when all have ended. What they share is in PostgreSQL, as between instances. When this process
 * itself is killed, the workers end with it.
 */
export function keepWorkers(count) {
  let ending = false;
  let serving = 0;
  let announced = false;
  let deaths = [];

  function end(code) {
    if (ending) return;
    ending = true;
    const workers = Object.values(cluster.workers);
    for (const worker of workers) worker.process.kill('SIGTERM');
    Promise.all(workers.map((worker) => new Promise((gone) => worker.process.once('exit', gone)))).then(() =>
      process.exit(code),
    );
  }

  cluster.on('message', (_worker, message) => {
    if (message !== 'serving') return;
    serving += 1;
    if (serving < count || announced) return;
    announced = true;
    process.send?.('serving');
  });
  cluster.on('exit', (worker, code, signal) => {
    if (ending) return;
    // It has said why itself.
    if (!announced) return end(1);
    const how = signal ? { signal } : { code };
    makeLogger('error').error({ pid: worker.process.pid, ...how }, 'worker.died');
    deaths = [...deaths, Date.now()].filter((at) => at > Date.now() - MINUTE);
    if (deaths.length >= MOST_DEATHS) return end(1);
    setTimeout(() => ending || cluster.fork(), PAUSE);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
  process.on('disconnect', () => end(0));
  process.channel?.unref();
  for (let made = 0; made < count; made += 1) cluster.fork();
}
