import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { assignCase } from '@/lib/cases/team/commands';
import { DAY, now, setClock } from '@/lib/clock';
import { readBoard } from '@/lib/statistics/board/queries';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { makeTeam, on, openTestCase, type Team } from '../support/desk-team';
import { storeTestReport } from '../support/stored-report';

let database: TestDatabase;
let team: Team;
const db = () => database.db;
const board = async () => {
  const found = await readBoard(db(), team.lead);
  if (!found) throw new Error('no board');
  return found;
};

beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
});
afterAll(async () => {
  setClock(undefined);
  await database.close();
});

describe('the duty board', () => {
  it('is empty where nothing is open', async () => {
    const { load, missed, people } = await board();
    expect([load, missed, people]).toEqual([[], {}, []]);
  });

  it('counts what is open by level and age, what is late, and who has it', async () => {
    await storeTestReport(db(), { S1: { situation: ['CONFINED'] } });
    const made = await openTestCase(db(), team.intake, { S1: { situation: ['CONFINED'] } });
    await assignCase(db(), team.worker, await on(db(), made.number), team.worker.id);
    const fresh = await board();
    expect(fresh.open.U2).toEqual({ DAY: 2, THREE_DAYS: 0, OLDER: 0 });
    expect(fresh.load.map(({ name, open, urgent }) => [name, open, urgent])).toEqual([
      [null, 1, 1],
      ['worker', 1, 1],
    ]);
    setClock(new Date(now().getTime() + 2 * DAY));
    const later = await board();
    expect(later.open.U2).toEqual({ DAY: 0, THREE_DAYS: 2, OLDER: 0 });
    expect(later.missed.TRIAGE?.U2).toBeGreaterThan(0);
    expect(later.load.every(({ late }) => late === 1)).toBe(true);
    setClock(undefined);
  });

  it('shows who is not known to be safe, and what was not renewed', async () => {
    const made = await openTestCase(db(), team.intake, { S1: { situation: ['CONFINED'] } });
    const added = await addPerson(db(), team.worker, await on(db(), made.number), {
      ...NOBODY_KNOWN,
      nameKo: '가나다',
    });
    expect(added.ok).toBe(true);
    const before = await board();
    expect(before.unconfirmedCases.U2).toBeGreaterThan(0);
    expect(before.people).toEqual([{ safety: 'UNKNOWN', people: 1, stale: 0 }]);
    setClock(new Date(now().getTime() + 2 * DAY));
    expect((await board()).people).toEqual([{ safety: 'UNKNOWN', people: 1, stale: 1 }]);
    setClock(undefined);
  });

  it('is not for who reads no queue', async () => {
    for (const actor of [team.auditor, team.admin]) expect(await readBoard(db(), actor)).toBeNull();
  });
});
