import { and, eq, inArray, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { referrals } from '@/db/schema/agencies';
import { cases, clocks } from '@/db/schema/cases';
import { now } from '@/lib/clock';
import { fileScenario } from '@/seeds/demo/file-report';
import { workOnCases } from '@/seeds/demo/open-cases';
import { scenarios } from '@/seeds/demo/scenarios';
import { loadReference } from '@/seeds/reference/load';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { makeTeam } from '../support/desk-team';

let database: TestDatabase;
const db = () => database.db;

beforeAll(async () => {
  database = await openTestDatabase();
  await loadReference(db());
}, 60_000);
afterAll(() => database.close());

it('the made-up cases that an agency is said to have were handed over, and wait for no hand-over', async () => {
  const { intake, worker, lead } = await makeTeam(db());
  const references = new Map<number, string>();
  for (const scenario of scenarios)
    references.set(scenario.number, (await fileScenario(db(), scenario, now(), 'ko')).reference);
  const made = await workOnCases(db(), { INTAKE: intake, CASEWORKER: worker, SUPERVISOR: lead }, references);
  expect(made).toBe(6);
  const away = await db()
    .select({ id: cases.id, state: cases.state, handOver: referrals.state })
    .from(cases)
    .leftJoin(referrals, eq(referrals.caseId, cases.id))
    .where(inArray(cases.state, ['REFERRED', 'IN_ACTION']))
    .orderBy(cases.state);
  expect(away).toMatchObject([
    { state: 'IN_ACTION', handOver: 'IN_ACTION' },
    { state: 'REFERRED', handOver: 'SENT' },
  ]);
  for (const { id } of away) {
    const running = and(eq(clocks.caseId, id), isNull(clocks.metAt));
    const kinds = (await db().select().from(clocks).where(running)).map(({ kind }) => kind);
    expect(kinds).not.toContain('REFERRAL');
  }
}, 60_000);
