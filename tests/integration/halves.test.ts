import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findHalves, HALVES } from '@/bin/support/prove/whole/find-halves';
import { casePersons } from '@/db/schema/cases';
import { decideApproval } from '@/lib/cases/approving/commands';
import { barContactAgain, requestContactRelease } from '@/lib/cases/contact/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import { linkReport, promoteReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel, setReportLevel } from '@/lib/cases/levels/commands';
import { addPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { takeNext } from '@/lib/cases/queue/commands';
import { answerReturn, planReturn } from '@/lib/cases/returns/commands';
import {
  addCaseNote,
  addTask,
  assignCase,
  assignReport,
  finishTask,
  recuse,
  setLegalHold,
} from '@/lib/cases/team/commands';
import { recuseFromReport } from '@/lib/cases/team/stepping-back/from-report/commands';
import { closeCase, holdCase, stepCase } from '@/lib/cases/workflow/commands';
import { addCaseSite, removeCaseSite } from '@/lib/linking/sites/commands';
import { listCaseSites } from '@/lib/linking/sites/queries';
import { siteNamed } from '@/lib/linking/sites/site-record';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { draftReferral, sendReferral } from '@/lib/referrals/commands';
import { addNote, sendMessage } from '@/lib/reports/desk/commands';
import { createDraft, saveSections } from '@/lib/reports/draft/commands';
import { askToWithdraw, decideRequest } from '@/lib/reports/requests/commands';
import { readRequests } from '@/lib/reports/requests/queries';
import { openDataKey } from '@/lib/vault/commands';
import { loadReference } from '@/seeds/reference/load';
import { BROKEN } from '../support/broken-halves';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { makeTeam, on, openTestCase, screenedReport, type Team } from '../support/desk-team';
import { recordFacts, typedFacts } from '../support/recorded-facts';

const CONFINED = { S1: { situation: ['CONFINED'] } };
const RISKY = { S0: { contact_risk: ['RISKY'] } };
const WHY = '지도와 맞춰 보려고 확인합니다';

let database: TestDatabase;
let team: Team;
let client: pg.Client;
const db = () => database.db;

type Answer = { ok: boolean; reason?: string };
/** Done, or the test is about something else than it thinks. */
async function done<Result extends Answer>(doing: Promise<Result>): Promise<Extract<Result, { ok: true }>> {
  const result = await doing;
  if (!result.ok) throw new Error(result.reason);
  return result as Extract<Result, { ok: true }>;
}
const idIn = (result: object, name: string) => String((result as Record<string, unknown>)[name] ?? '');

/** A reporter's and staff's day, in which everything was done that the halves are about. */
async function makeWorld(): Promise<void> {
  const { worker, other, lead, second } = team;
  await done(
    saveSections(db(), await createDraft(db(), 'FAMILY'), { S1: { situation: ['SILENT'] } }, 0, 'ko'),
  );
  await onReports();

  const made = await openTestCase(db(), worker, CONFINED);
  const now = () => on(db(), made.number);
  await done(stepCase(db(), worker, await now(), { action: 'TRIAGE', reason: '' }));
  await done(stepCase(db(), worker, await now(), { action: 'VERIFY', reason: '' }));
  await done(addCaseNote(db(), worker, await now(), WHY));
  await done(assignCase(db(), lead, await now(), worker.id));
  await done(recuse(db(), other, await now(), { staffId: other.id, reason: WHY }));
  await done(setLegalHold(db(), lead, await now(), { held: true, reason: WHY }));
  const task = await done(addTask(db(), lead, await now(), { text: WHY, ownerId: worker.id, dueAt: null }));
  await done(finishTask(db(), worker, await now(), idIn(task, 'taskId')));
  const extra = await screenedReport(db(), worker);
  await done(linkReport(db(), worker, await now(), extra.reference));
  await done(unlinkReport(db(), worker, await now(), extra.reference, WHY));
  const lowering = await done(setCaseLevel(db(), worker, await now(), { level: 'U3', reason: WHY }));
  await done(decideApproval(db(), second, idIn(lowering, 'approvalId'), { approve: true, answer: '' }));
  await withPeople(made.number, made.id);

  const agency = (await listAgencies(db(), worker)).find((one) => one.inUse && !one.blocked && !one.abroad);
  const draft = { agencyId: agency?.id ?? '', basis: 'LIFE_IN_DANGER' as const, message: WHY };
  const about = { reportIds: [made.report.id], personIds: [] };
  const written = await done(draftReferral(db(), worker, await now(), { ...draft, ...about }));
  await done(sendReferral(db(), worker, await now(), idIn(written, 'referralId')));

  await done(takeNext(db(), worker, randomUUID()));
  const triaged = await openTestCase(db(), worker, CONFINED);
  await done(stepCase(db(), worker, await on(db(), triaged.number), { action: 'TRIAGE', reason: '' }));
  const held = await openTestCase(db(), worker);
  const until = new Date(Date.now() + 86_400_000);
  await done(holdCase(db(), worker, await on(db(), held.number), { until, reason: WHY }));
  const over = await openTestCase(db(), worker, CONFINED);
  await done(stepCase(db(), worker, await on(db(), over.number), { action: 'TRIAGE', reason: '' }));
  const ending = { disposition: 'UNRESOLVED_DORMANT' as const, reason: WHY };
  const closing = await done(closeCase(db(), worker, await on(db(), over.number), ending));
  await done(decideApproval(db(), lead, idIn(closing, 'approvalId'), { approve: true, answer: '' }));
}

async function onReports(): Promise<void> {
  const { worker, lead, second } = team;
  const loose = await screenedReport(db(), worker, RISKY);
  const { reference } = loose;
  const release = async () =>
    decideApproval(
      db(),
      second,
      idIn(await done(requestContactRelease(db(), lead, reference, WHY)), 'approvalId'),
      { approve: true, answer: '' },
    );
  await done(release());
  await done(barContactAgain(db(), lead, reference));
  await done(release());
  const writing = () => ({ reference, text: WHY, submission: randomUUID() });
  await done(addNote(db(), worker, writing()));
  await done(sendMessage(db(), worker, writing()));
  await done(recordFacts(db(), worker, reference, typedFacts('S3', { city: ['바벳'] })));
  await done(assignReport(db(), worker, reference, { staffId: worker.id, seen: null }));
  const back = { staffId: team.other.id, reason: WHY, submission: randomUUID() };
  await done(recuseFromReport(db(), team.other, reference, back));
  await done(setReportLevel(db(), worker, reference, { level: 'U1', seen: 'U3', reason: WHY }));
  const asking = await screenedReport(db(), worker);
  await done(askToWithdraw(db(), asking.id, WHY, randomUUID()));
  const key = await openDataKey(db(), { kind: 'report', id: asking.id });
  const [request] = await readRequests(db(), asking.id, key);
  const deciding = { reference: asking.reference, request: request?.id ?? '', text: WHY };
  await done(decideRequest(db(), worker, { ...deciding, decision: 'GRANTED' }));
  const timed = await screenedReport(db(), worker);
  await runClocks(db());
  await done(promoteReport(db(), worker, timed.reference));
}

async function withPeople(number: string, caseId: string): Promise<void> {
  const { worker } = team;
  const now = () => on(db(), number);
  for (const nameKo of ['가나루', '다라'])
    await done(addPerson(db(), worker, await now(), { ...NOBODY_KNOWN, nameKo }));
  const [one, two] = await db().select().from(casePersons).where(eq(casePersons.caseId, caseId));
  const personId = one?.personId ?? '';
  const safety = { value: 'CONFINED', source: 'WITNESS', confidence: 'LOW', note: '' } as const;
  await done(recordFact(db(), worker, await now(), { personId, axis: 'SAFETY', fact: safety }));
  const identity = { value: 'CLAIMED', how: '' } as const;
  await done(recordFact(db(), worker, await now(), { personId, axis: 'IDENTITY', fact: identity }));
  await done(removePerson(db(), worker, await now(), { personId: two?.personId ?? '', reason: WHY }));
  const plan = { flight: '', from: '', to: '', escort: '', note: '' };
  const dates = { decidedAt: new Date(Date.now() - 60_000), plannedAt: null };
  const planned = await done(planReturn(db(), worker, await now(), { plan, dates, personIds: [personId] }));
  const going = { returnId: idIn(planned, 'returnId'), seen: 1 };
  await done(answerReturn(db(), worker, going, { personId, answer: 'AGREED', note: '' }));
  const link = { building: '', floor: '', room: '', knownOn: '', source: '' };
  const choice = { site: siteNamed('나루 단지'), province: null };
  await done(addCaseSite(db(), worker, await now(), { choice, personId: null, link }));
  const [site] = await listCaseSites(db(), worker, number);
  await done(removeCaseSite(db(), worker, await now(), { linkId: site?.id ?? '', reason: WHY }));
}

beforeAll(async () => {
  database = await openTestDatabase();
  await loadReference(db());
  team = await makeTeam(db());
  await makeWorld();
  const url = new URL(inject('adminUrl'));
  url.pathname = new URL(database.url).pathname;
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

describe('what `npm run prove` looks for as half done', () => {
  it('is nowhere in a database in which everything was done by its commands', async () => {
    expect(await findHalves(client)).toEqual([]);
  });

  it.each(Object.entries(BROKEN))('%s: is found when it is there', async (what, statement) => {
    await client.query('begin');
    try {
      await client.query('set local session_replication_role = replica');
      const { rowCount } = await client.query(statement);
      expect(rowCount).toBeGreaterThan(0);
      const found = await findHalves(client, { [what]: HALVES[what as keyof typeof HALVES] });
      expect(found).toHaveLength(1);
    } finally {
      await client.query('rollback');
    }
  });
});
