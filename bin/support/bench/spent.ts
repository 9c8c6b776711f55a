import { processorSeconds } from './processor-time';

/** Processor time of everything that takes part, and the time that passed meanwhile, in seconds. */
export type Spent = { app: number; postgres: number; clients: number; passed: number };

/** Whose time is looked at: the serving processes and the PostgreSQL. Clients and balancer are this process. */
export type Players = { apps: readonly number[]; postgres: number };

async function spentSoFar({ apps, postgres }: Players): Promise<Spent> {
  const ours = process.cpuUsage();
  const ofApps = await Promise.all(apps.map(processorSeconds));
  return {
    app: ofApps.reduce((sum, one) => sum + one, 0),
    postgres: await processorSeconds(postgres),
    clients: (ours.user + ours.system) / 1e6,
    passed: performance.now() / 1000,
  };
}

/** What work costs each of them. */
export async function spentBy<Result>(
  players: Players,
  work: () => Promise<Result>,
): Promise<{ result: Result; spent: Spent }> {
  const before = await spentSoFar(players);
  const result = await work();
  const after = await spentSoFar(players);
  return {
    result,
    spent: {
      app: after.app - before.app,
      postgres: after.postgres - before.postgres,
      clients: after.clients - before.clients,
      passed: after.passed - before.passed,
    },
  };
}
