import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { verifyAudit } from '@/lib/audit/queries';
import { setClock } from '@/lib/clock';
import { openTestDatabase } from './database';
import { makeTeam, type Team } from './desk-team';

/**
 * A database of a test file's own with a team at its desk, for as long as the file runs; before each test the clock stands at `start`, and after it goes
 * again. At the end the audit of all that was done holds. Called at the top of a file: what it answers can be used inside hooks that are written after it, and inside tests.
 */
export function openDesk(start: Date) {
  const team = {} as Team;
  let database: Awaited<ReturnType<typeof openTestDatabase>> | undefined;
  const opened = () => {
    if (!database) throw new Error('The database is open inside hooks and tests only.');
    return database;
  };
  beforeAll(async () => {
    database = await openTestDatabase();
    Object.assign(team, await makeTeam(database.db));
  });
  beforeEach(() => setClock(start));
  afterEach(() => setClock(undefined));
  afterAll(async () => {
    if (!database) return;
    const { breaks, entries } = await verifyAudit(database.db);
    await database.close();
    expect(breaks).toEqual([]);
    expect(entries).toBeGreaterThan(0);
  });
  return { team, db: () => opened().db, database: opened };
}
