import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseEvents } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { decideApproval } from '@/lib/cases/approving/commands';
import { readApprovals } from '@/lib/cases/approving/reading/commands';
import {
  barContactAgain,
  breakGlass,
  requestContactRelease,
  reviewBrokenGlass,
} from '@/lib/cases/contact/commands';
import { contactStanding } from '@/lib/cases/contact/queries';
import { askToEraseReport } from '@/lib/cases/erasing/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import { promoteReport } from '@/lib/cases/grouping/commands';
import { setReportLevel } from '@/lib/cases/levels/commands';
import { addKnownPerson, addPerson, editPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
import { peopleToTake, personSources, readPerson } from '@/lib/cases/people/reading/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { listWork } from '@/lib/cases/queue/queries';
import { readCase } from '@/lib/cases/reading/commands';
import { reportWork } from '@/lib/cases/report-work/queries';
import { answerReturn, joinReturn, leaveReturn, planReturn, stepReturn } from '@/lib/cases/returns/commands';
import { returnsOfCase } from '@/lib/cases/returns/queries';
import { readReturn } from '@/lib/cases/returns/reading/commands';
import { liftRecusal, recuse } from '@/lib/cases/team/commands';
import { closeCase, stepCase } from '@/lib/cases/workflow/commands';
import { DAY } from '@/lib/clock';
import { RETURN_DURATION } from '@/lib/clocks/durations';
import { addCaseSite, removeCaseSite } from '@/lib/linking/sites/commands';
import { listCaseSites } from '@/lib/linking/sites/queries';
import { listSites, readSite, siteSources } from '@/lib/linking/sites/reading/commands';
import { NO_SITE } from '@/lib/linking/sites/site-record';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { draftReferral, sendReferral } from '@/lib/referrals/commands';
import { listReferrals } from '@/lib/referrals/queries';
import { searchReports } from '@/lib/search/commands';
import { indexDue } from '@/lib/search/indexing/commands';
import { setDuty } from '@/lib/staff/duty/commands';
import type { StaffActor } from '@/lib/staff/session';
import { loadReference } from '@/seeds/reference/load';
import { openTestDatabase, type TestDatabase } from '../support/database';
import {
  caseRow,
  endCase,
  makeTeam,
  on,
  openTestCase,
  screenedReport,
  type Team,
} from '../support/desk-team';

/** What only the shared person has: none of it may reach who stepped back. */
const NAME = '어수리한';
const PLACE = '어수리동';
const SAID = '어수리말';
const SAFETY = 'CONFINED';
/** What a second person was told of why, and what one of them answered. */
const WHY = '어수리까닭';
const ANSWER = '어수리답';
const GIVEN_UP = '어수리취소';
const CONFINED = { S1: { situation: ['CONFINED'] } };
const NOWHERE = { building: '', floor: '', room: '', knownOn: '', source: '' };
const FIRST_PAGE = {
  view: 'all',
  level: null,
  kind: null,
  province: null,
  assigned: null,
  after: null,
} as const;

let database: TestDatabase;
let team: Team;
const db = () => database.db;

/** `first`: the case that `other` stepped back from. `second`: theirs to work on, with one person of its own and the shared one. */
let first: Awaited<ReturnType<typeof openTestCase>>;
let second: typeof first;
let shared: string;
let own: string;
let link: string;
let operation: string;
let handOver: string;
let closing: string;

const idOf = (result: object, name: string) => String((result as Record<string, unknown>)[name] ?? '');
const must = <Result extends { ok: boolean }>(result: Result): Result => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};
const add = async (number: string, nameKo: string) =>
  idOf(
    must(await addPerson(db(), team.worker, await on(db(), number), { ...NOBODY_KNOWN, nameKo })),
    'personId',
  );
const fact = { value: SAFETY, source: 'WITNESS', confidence: 'HIGH', note: SAID } as const;
const place = { building: PLACE, floor: '', room: '', knownOn: '', source: '' };
const PLAN = { flight: '', from: '', to: '', escort: '', note: '' };
const dates = () => ({ decidedAt: new Date(Date.now() - 60_000), plannedAt: null });

beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
  await loadReference(db());
  first = await openTestCase(db(), team.intake);
  second = await openTestCase(db(), team.intake);
  const here = () => on(db(), second.number);
  must(await stepCase(db(), team.worker, await here(), { action: 'TRIAGE', reason: '' }));
  must(await stepCase(db(), team.worker, await here(), { action: 'VERIFY', reason: '' }));
  shared = await add(first.number, NAME);
  own = await add(second.number, '기린초');
  must(await addKnownPerson(db(), team.worker, await here(), shared));
  must(await recordFact(db(), team.worker, await here(), { personId: shared, axis: 'SAFETY', fact }));
  const site = { choice: { site: { ...NO_SITE, ko: '수레국화 단지' }, province: null }, link: place };
  must(await addCaseSite(db(), team.worker, await here(), { ...site, personId: shared }));
  link = (await listCaseSites(db(), team.worker, second.number))[0]?.id ?? '';
  const both = [shared, own];
  operation = idOf(
    must(await planReturn(db(), team.worker, await here(), { plan: PLAN, dates: dates(), personIds: both })),
    'returnId',
  );
  const answer = { personId: shared, answer: 'AGREED', note: SAID } as const;
  must(await answerReturn(db(), team.worker, { returnId: operation, seen: 1 }, answer));
  const agency = (await listAgencies(db(), team.worker)).find((one) => one.inUse && !one.blocked);
  handOver = idOf(
    must(
      await draftReferral(db(), team.worker, await here(), {
        agencyId: agency?.id ?? '',
        basis: 'LIFE_IN_DANGER',
        message: SAID,
        reportIds: [second.report.id],
        personIds: both,
      }),
    ),
    'referralId',
  );
  const ending = { disposition: 'UNRESOLVED_DORMANT', reason: WHY } as const;
  const refused = idOf(must(await closeCase(db(), team.worker, await here(), ending)), 'approvalId');
  must(await decideApproval(db(), team.second, refused, { approve: false, answer: ANSWER }));
  closing = idOf(must(await closeCase(db(), team.worker, await here(), ending)), 'approvalId');
  await recuse(db(), team.other, await on(db(), first.number), { staffId: team.other.id, reason: '친척' });
  await indexDue(db());
}, 60_000);
afterAll(() => database.close());

const WORDS = () => [NAME, PLACE, SAID, SAFETY, WHY, ANSWER, shared];

/** Everything at the desk that tells of the second case, its people, sites, operations and hand-overs, as one text. */
async function told(actor: StaffActor): Promise<string> {
  const { number } = second;
  return JSON.stringify([
    await readCase(db(), actor, number),
    await readPerson(db(), actor, number, shared),
    await peopleToTake(db(), actor, number),
    await personSources(db(), actor, number, undefined),
    await siteSources(db(), actor, number, undefined),
    await listCaseSites(db(), actor, number),
    await listReferrals(db(), actor, number),
    await readReturn(db(), actor, operation),
    await readApprovals(db(), actor),
    (await searchReports(db(), actor, NAME)).hits,
    (await searchReports(db(), actor, PLACE)).hits,
  ]);
}

const timeline = async (actor: StaffActor, number: string) =>
  JSON.stringify((await readCase(db(), actor, number))?.timeline);

type Way = (actor: StaffActor) => Promise<{ ok: boolean; reason?: string }>;
const here = () => on(db(), second.number);
const again = async () => ({ returnId: operation, seen: (await versionOf()) ?? 0 });
const versionOf = async () => (await readReturn(db(), team.worker, operation))?.version;

/** Every act that is about the shared person, or about everybody in the case; what refuses it. */
const WAYS: Record<string, [refusal: string, way: Way]> = {
  editPerson: [
    'unknown-person',
    async (actor) =>
      editPerson(db(), actor, await here(), {
        ...{ personId: shared, seenPerson: 1 },
        identity: { ...NOBODY_KNOWN, nameKo: NAME },
      }),
  ],
  recordFact: [
    'unknown-person',
    async (actor) => recordFact(db(), actor, await here(), { personId: shared, axis: 'SAFETY', fact }),
  ],
  addCaseSite: [
    'unknown-person',
    async (actor) =>
      addCaseSite(db(), actor, await here(), {
        choice: { site: { ...NO_SITE, ko: '물망초 단지' }, province: null },
        ...{ personId: shared, link: place },
      }),
  ],
  removeCaseSite: [
    'unknown-site',
    async (actor) => removeCaseSite(db(), actor, await here(), { linkId: link, reason: '다른 곳' }),
  ],
  draftReferral: [
    'not-in-case',
    async (actor) =>
      draftReferral(db(), actor, await here(), {
        agencyId: (await listAgencies(db(), actor)).find((one) => one.inUse && !one.blocked)?.id ?? '',
        ...{ basis: 'LIFE_IN_DANGER', message: '확인 요청' },
        ...{ reportIds: [second.report.id], personIds: [shared] },
      }),
  ],
  sendReferral: ['withheld', async (actor) => sendReferral(db(), actor, await here(), handOver)],
  answerReturn: [
    'recused',
    async (actor) =>
      answerReturn(db(), actor, await again(), { personId: shared, answer: 'DECLINED', note: '' }),
  ],
  leaveReturn: [
    'recused',
    async (actor) => leaveReturn(db(), actor, await again(), { personId: shared, reason: '안 간다고 함' }),
  ],
  stepReturn: [
    'recused',
    async (actor) => stepReturn(db(), actor, await again(), { action: 'CANCEL', reason: GIVEN_UP }),
  ],
  planReturn: [
    'unknown-person',
    async (actor) =>
      planReturn(db(), actor, await here(), { plan: PLAN, dates: dates(), personIds: [shared] }),
  ],
  removePerson: [
    'unknown-person',
    async (actor) => {
      // A person in an operation stays in the case: out of it first, for whoever may.
      const version = await versionOf();
      if (version && actor === team.worker)
        await leaveReturn(db(), actor, await again(), { personId: shared, reason: '빼기' });
      return removePerson(db(), actor, await here(), { personId: shared, reason: '다른 사람' });
    },
  ],
  addKnownPerson: ['unknown-person', async (actor) => addKnownPerson(db(), actor, await here(), shared)],
  decideApproval: [
    'withheld',
    async (actor) => {
      const asked = (await readCase(db(), actor, second.number))?.approvals.find(({ id }) => id === closing);
      const news = asked?.news.mark ?? '';
      return decideApproval(db(), actor, closing, { approve: true, answer: '', news });
    },
  ],
};

const events = async () =>
  (await db().select().from(caseEvents).where(eq(caseEvents.caseId, second.id))).length;

describe('somebody who is in a case that a colleague stepped back from, and in another one', () => {
  it('is known to the colleague by nothing but that there is such a person', async () => {
    const all = await told(team.worker);
    for (const word of WORDS()) expect(all).toContain(word);
    const found = await readCase(db(), team.other, second.number);
    expect(found).toMatchObject({ withheld: 1, people: [{ id: own }] });
    expect(await readReturn(db(), team.other, operation)).toMatchObject({
      ...{ hidden: 1, actions: [], returnees: [{ personId: own }] },
    });
    expect(await listReferrals(db(), team.other, second.number)).toMatchObject([
      { withheld: true, message: '', actions: [] },
    ]);
    const seen = await told(team.other);
    for (const word of WORDS()) expect(seen).not.toContain(word);
  });

  it('leaves the colleague every act on the others of the case', async () => {
    expect(await recordFact(db(), team.other, await here(), { personId: own, axis: 'SAFETY', fact })).toEqual(
      { ok: true },
    );
  });

  it('cannot be reached by any act of the colleague, and the case cannot be closed by them', async () => {
    const before = await events();
    for (const [name, [reason, way]] of Object.entries(WAYS))
      expect([name, await way(team.other)]).toEqual([name, expect.objectContaining({ ok: false, reason })]);
    const ending = { disposition: 'RETURNED_SAFE', reason: '돌아왔습니다' } as const;
    expect(await closeCase(db(), team.other, await here(), ending)).toMatchObject({ reason: 'withheld' });
    const { actions } = (await readCase(db(), team.other, second.number)) ?? {};
    expect(actions?.map(({ action }) => action)).not.toContain('CLOSE');
    expect(await events()).toBe(before);
  });

  it('brings the case to no site, and is counted at none, where it is at it by that person alone', async () => {
    const siteId = (await listCaseSites(db(), team.worker, second.number))[0]?.siteId ?? '';
    const counted = async (actor: StaffActor) =>
      (await listSites(db(), actor)).rows.find(({ id }) => id === siteId);
    expect(await readSite(db(), team.worker, siteId)).toMatchObject({ cases: [{ number: second.number }] });
    expect(await counted(team.worker)).toMatchObject({ openCases: 1, atRisk: 1 });
    expect(await readSite(db(), team.other, siteId)).toMatchObject({ cases: [], hidden: 0 });
    expect(await counted(team.other)).toMatchObject({ openCases: 0, atRisk: 0 });
    const whole = { choice: { siteId }, personId: null, link: place };
    must(await addCaseSite(db(), team.worker, await here(), whole));
    const found = await readSite(db(), team.other, siteId);
    expect(found?.cases).toMatchObject([{ number: second.number, safetyUnconfirmed: false }]);
    // Everybody in the case who is theirs.
    expect(await counted(team.other)).toMatchObject({ openCases: 1, atRisk: 1 });
    expect(await counted(team.worker)).toMatchObject({ openCases: 1, atRisk: 2 });
    must(await addCaseSite(db(), team.worker, await on(db(), first.number), { ...whole, link: NOWHERE }));
    expect(await readSite(db(), team.other, siteId)).toMatchObject({ hidden: 1 });
    expect(await counted(team.other)).toMatchObject({ openCases: 1, atRisk: 1 });
  });

  it('hides an operation in which nobody else is, and cannot be joined to it', async () => {
    const alone = await add(first.number, '노루오줌');
    const third = await openTestCase(db(), team.intake);
    must(await addKnownPerson(db(), team.worker, await on(db(), third.number), alone));
    const flagged = async (actor: StaffActor) => {
      const view = { ...FIRST_PAGE, view: 'safety-unconfirmed' as const };
      return (await listWork(db(), actor, view)).items.some(({ ref }) => ref === third.number);
    };
    // Run out long ago: of all that is due in the case it is due first.
    const decidedAt = new Date(Date.now() - 40 * DAY);
    const planned = { plan: PLAN, dates: { decidedAt, plannedAt: null }, personIds: [alone] };
    const returnId = idOf(
      must(await planReturn(db(), team.worker, await on(db(), third.number), planned)),
      'returnId',
    );
    expect(await readReturn(db(), team.other, returnId)).toBeNull();
    expect((await returnsOfCase(db(), team.other, third.number)).own).toEqual([]);
    expect((await returnsOfCase(db(), team.worker, third.number)).own).toHaveLength(1);
    const step = { action: 'CANCEL', reason: WHY } as const;
    const seen = await readCase(db(), team.worker, third.number);
    expect(seen?.clocks.map(({ kind }) => kind)).toContain('RETURN');
    expect(seen?.timeline.map(({ kind }) => kind)).toContain('RETURN');
    expect([seen?.safetyUnconfirmed, await flagged(team.worker)]).toEqual([true, true]);
    const left = await readCase(db(), team.other, third.number);
    expect(left?.clocks.map(({ kind }) => kind)).not.toContain('RETURN');
    expect(left?.timeline.map(({ kind }) => kind)).not.toContain('RETURN');
    expect([left?.safetyUnconfirmed, await flagged(team.other)]).toEqual([false, false]);
    const all = { ...FIRST_PAGE, kind: 'CASE' as const };
    const inQueue = async (actor: StaffActor) =>
      (await listWork(db(), actor, all)).items.find(({ ref }) => ref === third.number);
    expect(await inQueue(team.worker)).toMatchObject({
      ...{ safetyUnconfirmed: true, overdue: true },
      dueAt: new Date(decidedAt.getTime() + RETURN_DURATION),
    });
    // What is due first of the clocks that their page of the case shows.
    const shown = left?.clocks.flatMap(({ dueAt }) => dueAt?.getTime() ?? []) ?? [];
    expect(await inQueue(team.other)).toMatchObject({
      ...{ safetyUnconfirmed: false, overdue: false },
      dueAt: new Date(Math.min(...shown)),
    });
    await setDuty(db(), team.other, team.other.id, true);
    await runClocks(db());
    const told = await db().select().from(outbox).where(eq(outbox.subjectId, third.id));
    const ofReturn = told.filter(({ detail }) => detail.clock === 'RETURN').map(({ staffId }) => staffId);
    expect(ofReturn).toContain(team.lead.id);
    expect(ofReturn).not.toContain(team.other.id);
    await setDuty(db(), team.other, team.other.id, false);
    must(await stepReturn(db(), team.worker, { returnId, seen: 1 }, step));
    expect(await timeline(team.worker, third.number)).toContain(WHY);
    expect(await timeline(team.other, third.number)).not.toContain(WHY);
    const joining = { returnId, personIds: [own] };
    expect(await joinReturn(db(), team.other, await here(), joining)).toMatchObject({
      reason: 'unknown-return',
    });
  });

  it('keeps why a hand-over abroad takes a second person, even once they were taken out of the case', async () => {
    const made = await openTestCase(db(), team.intake);
    const at = () => on(db(), made.number);
    const why = '현지에서만 찾을 수 있음';
    for (const action of ['TRIAGE', 'VERIFY'] as const)
      must(await stepCase(db(), team.worker, await at(), { action, reason: '' }));
    const gone = await add(first.number, '산앵도');
    must(await addKnownPerson(db(), team.worker, await at(), gone));
    const abroad = (await listAgencies(db(), team.worker)).find(({ slug }) => slug === 'joint-task-force');
    const written = must(
      await draftReferral(db(), team.worker, await at(), {
        ...{ agencyId: abroad?.id ?? '', basis: 'LIFE_IN_DANGER', message: '확인 요청' },
        ...{ reportIds: [made.report.id], personIds: [] },
      }),
    );
    const handedOver = idOf(written, 'referralId');
    const sending = idOf(
      must(await sendReferral(db(), team.worker, await at(), handedOver, why)),
      'approvalId',
    );
    const ending = { disposition: 'UNRESOLVED_DORMANT', reason: why } as const;
    must(await closeCase(db(), team.worker, await at(), ending));
    /** Why each was asked and what was answered, as the case and the page of all requests tell it. */
    const seenBy = async (actor: StaffActor) => {
      const here = (await readCase(db(), actor, made.number))?.approvals ?? [];
      const board = await readApprovals(db(), actor);
      const there = [...(board?.pending ?? []), ...(board?.settled ?? [])];
      return (['SEND_ABROAD', 'CLOSE_CASE'] as const).map((act) => {
        const [one, same] = [here, there].map((all) =>
          all.find((asked) => asked.act === act && asked.subject.id === made.id),
        );
        expect([same?.reason, same?.answer]).toEqual([one?.reason, one?.answer]);
        return [one?.reason, one?.answer, one?.withheld];
      });
    };
    const hidden = ['', null, true];
    const open = [why, null, false];
    expect([await seenBy(team.other), await seenBy(team.second)]).toEqual([
      [hidden, hidden],
      [open, open],
    ]);
    must(await removePerson(db(), team.worker, await at(), { personId: gone, reason: '다른 사람' }));
    // Whoever judges a closing judges who is in the case now; a hand-over may still tell of whoever was.
    expect(await seenBy(team.other)).toEqual([hidden, open]);
    const agree = (actor: StaffActor) => decideApproval(db(), actor, sending, { approve: true, answer: '' });
    expect(await agree(team.other)).toMatchObject({ reason: 'withheld' });
    const no = { approve: false, answer: '아직 이릅니다' };
    must(await decideApproval(db(), team.second, sending, no));
    expect(await seenBy(team.other)).toEqual([hidden, open]);
    expect(await seenBy(team.second)).toEqual([[why, '아직 이릅니다', false], open]);
  });

  it('keeps why something about a report of the case takes a second person, and what that one answered', async () => {
    const why = '보호자에게만 한 말';
    const no = '보호자가 없음';
    const elsewhere = await openTestCase(db(), team.intake);
    const person = await add(elsewhere.number, '왕머루');
    const report = await screenedReport(db(), team.intake, { S0: { contact_risk: ['RISKY'] }, ...CONFINED });
    const { id, reference } = report;
    let caseHere = '';
    /** What a person reads of it, on the report, on the page of all requests and in the case's timeline. */
    const readBy = async (actor: StaffActor) => {
      const board = await readApprovals(db(), actor);
      const there = [...(board?.pending ?? []), ...(board?.settled ?? [])];
      return JSON.stringify([
        await reportWork(db(), actor, reference),
        await contactStanding(db(), actor, reference),
        there.filter(({ subject }) => subject.id === id),
        board?.glasses.filter((glass) => glass.reference === reference),
        caseHere ? (await readCase(db(), actor, caseHere))?.timeline : [],
      ]);
    };
    /** That it is told, with what was answered to it, to whoever may know of everybody, and to nobody else. */
    const isKept = async (answered = false) => {
      const [all, rest] = [await readBy(team.second), await readBy(team.lead)];
      expect([all.includes(why), all.includes(no)]).toEqual([true, answered]);
      expect([rest.includes(why), rest.includes(no)]).toEqual([false, false]);
    };
    const pending = async (act: string) => {
      const all = (await reportWork(db(), team.second, reference))?.approvals;
      return all?.find((one) => one.act === act && one.state === 'PENDING')?.id ?? '';
    };
    const decide = (actor: StaffActor, asked: string, approve: boolean) =>
      decideApproval(db(), actor, asked, { approve, answer: approve ? '' : no });

    must(await setReportLevel(db(), team.worker, reference, { level: 'U4', seen: 'U2', reason: why }));
    must(await decide(team.second, await pending('LOWER_LEVEL'), true));
    const made = must(await promoteReport(db(), team.worker, reference));
    const number = idOf(made, 'number');
    caseHere = number;
    const at = () => on(db(), number);
    must(await addKnownPerson(db(), team.worker, await at(), person));
    expect(await readBy(team.lead)).toContain(why);
    const back = { staffId: team.lead.id, reason: '친척' };
    must(await recuse(db(), team.lead, await on(db(), elsewhere.number), back));
    await isKept();

    must(await requestContactRelease(db(), team.worker, reference, why));
    const release = await pending('RELEASE_CONTACT');
    await isKept();
    expect(await decide(team.lead, release, true)).toMatchObject({ reason: 'withheld' });
    must(await decide(team.second, release, true));
    await isKept();
    must(await barContactAgain(db(), team.worker, reference));

    must(await breakGlass(db(), team.second, reference, why));
    await isKept();
    const uphold = { upheld: true, reason: '' };
    expect(await reviewBrokenGlass(db(), team.lead, reference, uphold)).toMatchObject({ reason: 'withheld' });
    must(await reviewBrokenGlass(db(), team.lead, reference, { upheld: false, reason: '다시 금지' }));

    must(await stepCase(db(), team.worker, await at(), { action: 'TRIAGE', reason: '' }));
    must(await removePerson(db(), team.worker, await at(), { personId: person, reason: '다른 사람' }));
    await endCase(db(), team, number, { disposition: 'TRANSFERRED_OUT', reason: '끝남' });
    must(await askToEraseReport(db(), team.worker, reference, { reason: why, why: 'DESK' }));
    // Nobody is withheld who is in the case now: it can be judged, and what is settled stays kept.
    expect((await readBy(team.lead)).split(why)).toHaveLength(3);
    must(await decide(team.second, await pending('ERASE'), false));
    await isKept(true);
  });

  it('was withheld for that alone: who has not stepped back does all of it', async () => {
    for (const [name, [, way]] of Object.entries(WAYS)) {
      // Each where it still makes sense: what the earlier ones took away is refused for its own reason, not as somebody unknown.
      const result = await way(name === 'decideApproval' ? team.second : team.worker);
      const reasons = result.ok ? [] : [result.reason];
      expect([name, reasons]).not.toEqual([name, ['unknown-person']]);
      expect([name, reasons]).not.toEqual([name, ['withheld']]);
    }
    expect((await caseRow(db(), second.number)).state).toBe('CLOSED');
    // What two people closed it for stands in the step too.
    expect(await told(team.worker)).toContain(WHY);
    expect(await told(team.other)).not.toContain(WHY);
    expect(await timeline(team.worker, second.number)).toContain(GIVEN_UP);
    expect(await timeline(team.other, second.number)).not.toContain(GIVEN_UP);
  });

  it('is theirs again once they were let back, or once the person is taken out of the first case', async () => {
    const fourth = await openTestCase(db(), team.intake);
    must(await addKnownPerson(db(), team.worker, await on(db(), fourth.number), shared));
    expect((await readCase(db(), team.other, fourth.number))?.people).toEqual([]);
    await removePerson(db(), team.worker, await on(db(), first.number), {
      personId: shared,
      reason: '다른 사람',
    });
    expect((await readCase(db(), team.other, fourth.number))?.people).toHaveLength(1);
    must(await addKnownPerson(db(), team.worker, await on(db(), first.number), shared));
    expect((await readCase(db(), team.other, fourth.number))?.people).toEqual([]);
    await liftRecusal(db(), team.lead, await on(db(), first.number), team.other.id);
    expect((await readCase(db(), team.other, fourth.number))?.people).toHaveLength(1);
  });
});

it('brings somebody back who was taken out of their only case', async () => {
  const made = await openTestCase(db(), team.intake);
  const gone = await add(made.number, '달구지풀');
  const at = () => on(db(), made.number);
  must(await removePerson(db(), team.worker, await at(), { personId: gone, reason: '잘못 봤습니다' }));
  const { takenOut } = (await personSources(db(), team.worker, made.number, undefined)) ?? {};
  expect(takenOut).toMatchObject([{ id: gone, identity: { nameKo: '달구지풀' } }]);
  const other = { number: second.number, seen: null, submission: randomUUID() };
  expect(await addKnownPerson(db(), team.worker, other, gone)).toMatchObject({ reason: 'unknown-person' });
  must(await addKnownPerson(db(), team.worker, await at(), gone));
  expect((await readCase(db(), team.worker, made.number))?.people).toMatchObject([{ id: gone }]);
  const after = await personSources(db(), team.worker, made.number, undefined);
  expect(after?.takenOut).toEqual([]);
});
