import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import pg from 'pg';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ApprovalCard, type ShownApproval } from '@/app/[locale]/staff/_desk/approval-card';
import type { CasePage } from '@/app/[locale]/staff/cases/[number]/_parts/case-page';
import { entryWords } from '@/app/[locale]/staff/cases/[number]/_parts/entry-words';
import { findHalves } from '@/bin/support/prove/whole/find-halves';
import { OF_CASES } from '@/bin/support/prove/whole/of-cases';
import { OF_DECISIONS } from '@/bin/support/prove/whole/of-decisions';
import { OF_PEOPLE } from '@/bin/support/prove/whole/of-people';
import type { Db } from '@/db/client';
import { approvals } from '@/db/schema/approvals';
import { caseEvents, casePersons, cases, personFacts, persons } from '@/db/schema/cases';
import { erasures } from '@/db/schema/erasures';
import { returns } from '@/db/schema/returns';
import { searchDocuments } from '@/db/schema/search';
import { staffKeptTexts } from '@/db/schema/staff';
import { dataKeys } from '@/db/schema/vault';
import { verifyAudit } from '@/lib/audit/queries';
import { decideApproval } from '@/lib/cases/approving/commands';
import { countToDecide } from '@/lib/cases/approving/queries';
import { readApprovals } from '@/lib/cases/approving/reading/commands';
import { caseWord } from '@/lib/cases/code-words';
import { askToErasePerson } from '@/lib/cases/erasing/commands';
import { listNotices } from '@/lib/cases/notices/queries';
import { addKnownPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
import { readPerson } from '@/lib/cases/people/reading/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { answerReturn, planReturn, stepReturn } from '@/lib/cases/returns/commands';
import { assignCase, recuse, setLegalHold } from '@/lib/cases/team/commands';
import { closeCase, stepCase } from '@/lib/cases/workflow/commands';
import { MINUTE, setClock } from '@/lib/clock';
import { words } from '@/lib/i18n/words';
import { addCaseSite } from '@/lib/linking/sites/commands';
import { siteNamed } from '@/lib/linking/sites/site-record';
import { shipLedger } from '@/lib/retention/ledger/commands';
import { verifyErasures } from '@/lib/retention/proof/queries';
import { replayLedger } from '@/lib/retention/replay/commands';
import { searchReports } from '@/lib/search/commands';
import { indexDue } from '@/lib/search/indexing/commands';
import { keepTyped } from '@/lib/staff/kept/commands';
import type { StaffActor } from '@/lib/staff/session';
import { on, openTestCase } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const REASON = { reason: '본인이 지워 달라고 함', why: 'REQUEST' } as const;

const { db, team, database } = openDesk(START);

const later = (minutes: number) => setClock(new Date(START.getTime() + minutes * MINUTE));

async function openCase(name: string) {
  const made = await openTestCase(db(), team.worker, { S2: { name_ko: [name], sex: ['MALE'] } });
  const [row] = await db().select().from(casePersons).where(eq(casePersons.caseId, made.id));
  return { ...made, personId: row?.personId ?? '' };
}

/** Closes a case by one hand, which takes that everybody in it is known to be safe. */
async function close({ id, number }: { id: string; number: string }) {
  const inIt = and(eq(casePersons.caseId, id), isNull(casePersons.removedAt));
  for (const { personId } of await db().select().from(casePersons).where(inIt)) {
    const fact = { value: 'RESCUED', source: 'MISSION', confidence: 'HIGH', note: '' } as const;
    const safe = { personId, axis: 'SAFETY', fact } as const;
    expect(await recordFact(db(), team.worker, await on(db(), number), safe)).toMatchObject({ ok: true });
  }
  await stepCase(db(), team.worker, await on(db(), number), { action: 'TRIAGE', reason: '' });
  const end = { disposition: 'TRANSFERRED_OUT', reason: '다른 기관이 맡음' } as const;
  expect(await closeCase(db(), team.worker, await on(db(), number), end)).toEqual({ ok: true, masked: 0 });
}

/** Somebody who stands in two cases, both closed; the second is the other caseworker's. */
async function inTwoCases() {
  const one = await openCase('가나루');
  const two = await openCase('다라마');
  const { personId } = one;
  expect(await addKnownPerson(db(), team.worker, await on(db(), two.number), personId)).toMatchObject({
    ok: true,
  });
  expect(await assignCase(db(), team.lead, await on(db(), two.number), team.other.id)).toMatchObject({
    ok: true,
  });
  await close(one);
  await close(two);
  return { one, two, personId };
}

const ask = async (number: string, personId: string, actor = team.worker, given: object = {}) =>
  askToErasePerson(db(), actor, await on(db(), number), { personId, ...REASON, ...given });
const requestOf = async (personId: string) => {
  const [row] = await db()
    .select()
    .from(approvals)
    .where(and(eq(approvals.subjectId, personId), eq(approvals.state, 'PENDING')));
  return row?.id ?? '';
};
const decide = (id: string, actor = team.lead, approve = true, news = '') =>
  decideApproval(db(), actor, id, { approve, answer: approve ? '' : '재판이 끝난 뒤에 지웁니다', news });
const openKeys = (id: string) =>
  db().$count(dataKeys, and(eq(dataKeys.ownerId, id), isNotNull(dataKeys.wrapped)));
const halves = async () => {
  const client = new pg.Client({ connectionString: database().url });
  await client.connect();
  try {
    // Steps of reports are told apart by their time, which stands still here.
    return await findHalves(client, { ...OF_CASES, ...OF_DECISIONS, ...OF_PEOPLE });
  } finally {
    await client.end();
  }
};

/** What is said of somebody below, in words of their cases. */
const SAID = ['은하수단지', '영사관에서', '비행기를 놓쳐서', '어머니가 기다린다고'];

/** Where they are, as one of their cases tells it. */
async function staying(number: string, personId: string) {
  const choice = { site: siteNamed('은하수단지'), province: null };
  const link = { building: '가동', floor: '3층', room: '', knownOn: '', source: '영사관에서 들음' };
  expect(
    await addCaseSite(db(), team.worker, await on(db(), number), { choice, personId, link }),
  ).toMatchObject({
    ok: true,
  });
}

/** Somebody's way home out of a case, with nobody else, which came to nothing; the case is then closed. */
async function returningAlone(from: { id: string; number: string }, personId: string) {
  await addKnownPerson(db(), team.worker, await on(db(), from.number), personId);
  const plan = { flight: '', from: '', to: '', escort: '', note: '' };
  const dates = { decidedAt: START, plannedAt: null };
  const made = await planReturn(db(), team.worker, await on(db(), from.number), {
    plan,
    dates,
    personIds: [personId],
  });
  const returnId = ('returnId' in made && made.returnId) || '';
  const at = async () => {
    const [row] = await db().select().from(returns).where(eq(returns.id, returnId));
    return { returnId, seen: row?.version ?? 0 };
  };
  const answer = { personId, answer: 'AGREED', note: '어머니가 기다린다고 함' } as const;
  expect(await answerReturn(db(), team.worker, await at(), answer)).toEqual({ ok: true });
  const step = { action: 'CANCEL', reason: '비행기를 놓쳐서 그만둠' } as const;
  expect(await stepReturn(db(), team.worker, await at(), step)).toEqual({ ok: true });
  await close(from);
}

const cardOf = (approval: ShownApproval | undefined) =>
  approval
    ? renderToStaticMarkup(
        ApprovalCard({
          locale: 'ko',
          approval,
          from: '',
          actor: team.lead,
          typed: null,
          outcome: {},
        }),
      )
    : '';

/** Every entry of the timelines of these cases, as the page tells them. */
async function toldIn(from: Db, actor: StaffActor, numbers: readonly string[]): Promise<string> {
  const told: string[] = [];
  for (const number of numbers) {
    const found = await readCase(from, actor, number);
    if (!found) throw new Error(`no case ${number}`);
    const shown = { locale: 'ko', filter: 'ALL', outcome: {}, typed: {}, seen: '', at: START } as const;
    const page: CasePage = { ...shown, found, actor, staff: [], agencies: {} };
    for (const entry of found.timeline) {
      const { what, lines } = entryWords(page, entry);
      told.push([`${words('ko').desk.timeline.kinds[entry.kind]} ${what}`, ...lines].join('\n'));
    }
  }
  return told.join('\n');
}

describe('erasing a person', () => {
  it('by two people takes them from every case and leaves the cases, which say so; who has one of them is told', async () => {
    const { one, two, personId } = await inTwoCases();
    await indexDue(db());
    const place = `case-person/${one.number}/${personId}/safety`;
    await keepTyped(db(), team.worker.id, place, { safety_note: '가나루 통화' });
    expect(await ask(one.number, personId)).toEqual({ ok: true, waits: true, masked: 0 });
    const id = await requestOf(personId);
    const shown = await readPerson(db(), team.lead, two.number, personId);
    expect(shown?.approvals).toMatchObject([{ id, state: 'PENDING', reason: REASON.reason, problem: null }]);
    const waiting = (await readApprovals(db(), team.lead))?.pending.find((request) => request.id === id);
    expect(waiting?.about).toEqual({ kind: 'person', ref: one.number, id: personId });
    expect(await decide(id, team.worker)).toMatchObject({ reason: 'forbidden' });
    const backup = await database().copy();
    expect(await decide(id)).toEqual({ ok: true, gone: true });

    expect(await openKeys(personId)).toBe(0);
    expect(await db().$count(persons, eq(persons.id, personId))).toBe(0);
    expect(await db().$count(personFacts, eq(personFacts.personId, personId))).toBe(0);
    expect(await db().$count(casePersons, eq(casePersons.personId, personId))).toBe(0);
    expect(await db().$count(approvals, eq(approvals.subjectId, personId))).toBe(0);
    expect(await db().$count(staffKeptTexts, eq(staffKeptTexts.place, place))).toBe(0);
    expect(await db().$count(cases, inArray(cases.id, [one.id, two.id]))).toBe(2);
    for (const { number } of [one, two]) {
      const read = await readCase(db(), team.lead, number);
      const [told] = read?.timeline.filter(({ kind }) => kind === 'PERSON_ERASED') ?? [];
      expect(told).toMatchObject({ staffId: team.worker.id, secondId: team.lead.id });
      expect(read?.timeline.some(({ kind }) => kind === 'APPROVAL_ASKED')).toBe(true);
      expect(read?.people.some((person) => person.id === personId)).toBe(false);
    }
    expect((await readCase(db(), team.lead, two.number))?.people).toHaveLength(1);
    const erased = async (actor = team.worker) =>
      (await listNotices(db(), actor))
        .filter(({ kind }) => kind === 'PERSON_ERASED')
        .map(({ about }) => about?.ref);
    expect(await erased()).toEqual([one.number]);
    expect(await erased(team.other)).toEqual([two.number]);
    const [line] = await db().select().from(erasures).where(eq(erasures.ownerId, personId));
    const deciders = { askedBy: team.worker.id, agreedBy: team.lead.id };
    expect(line).toMatchObject({ ownerKind: 'person', why: 'REQUEST', ...deciders });
    expect(await halves()).toEqual([]);
    expect((await verifyAudit(db())).breaks).toEqual([]);

    await shipLedger(db());
    expect((await verifyErasures(db())).faults).toEqual([]);
    try {
      expect(await replayLedger(backup.db)).toMatchObject({ added: 1 });
      expect(await backup.db.$count(persons, eq(persons.id, personId))).toBe(0);
      expect(await backup.db.$count(staffKeptTexts, eq(staffKeptTexts.place, place))).toBe(0);
      expect(await backup.db.$count(cases, inArray(cases.id, [one.id, two.id]))).toBe(2);
    } finally {
      await backup.close();
    }
  });

  it('waits for every case they are or were in to be closed and free of a hold, also when the second agrees', async () => {
    const { one, two, personId } = await inTwoCases();
    const third = await openCase('마바사');
    await addKnownPerson(db(), team.worker, await on(db(), third.number), personId);
    expect(await ask(one.number, personId)).toMatchObject({ reason: 'open' });
    const out = { personId, reason: '다른 사람' };
    expect(await removePerson(db(), team.worker, await on(db(), third.number), out)).toMatchObject({
      ok: true,
    });
    expect(await ask(one.number, personId)).toMatchObject({ reason: 'open' });
    await close(third);
    const hold = async (number: string, held: boolean) =>
      setLegalHold(db(), team.lead, await on(db(), number), { held, reason: '재판에 필요' });
    await hold(third.number, true);
    expect(await ask(one.number, personId)).toMatchObject({ reason: 'held' });
    await hold(third.number, false);
    expect(await ask(one.number, personId)).toMatchObject({ ok: true, waits: true });
    const id = await requestOf(personId);
    await hold(two.number, true);
    expect(await decide(id)).toMatchObject({ reason: 'overtaken' });
    expect(await openKeys(personId)).toBe(1);
    const read = await readCase(db(), team.lead, one.number);
    expect(read?.timeline.some(({ kind }) => kind === 'PERSON_ERASED')).toBe(false);
    await hold(two.number, false);
    expect(await decide(id)).toMatchObject({ ok: true });
  });

  it('takes who may ask, about somebody in the case, with a reason, once', async () => {
    const { one, personId } = await inTwoCases();
    const stranger = await openCase('사아자');
    for (const actor of [team.intake, team.auditor, team.admin])
      expect(await ask(one.number, personId, actor)).toMatchObject({ reason: 'forbidden' });
    expect(await ask(one.number, personId, team.worker, { reason: ' ' })).toMatchObject({ reason: 'empty' });
    for (const other of [stranger.personId, 'x', one.id])
      expect(await ask(one.number, other)).toMatchObject({ reason: 'unknown-person' });
    const form = await on(db(), one.number);
    const sent = () => askToErasePerson(db(), team.lead, form, { personId, ...REASON });
    expect(await sent()).toMatchObject({ waits: true });
    expect(await sent()).toEqual({ ok: true, again: true });
    expect(await ask(one.number, personId)).toMatchObject({ reason: 'already-asked' });
    expect(await decide(await requestOf(personId))).toMatchObject({ reason: 'same-person' });
    expect(await decide(await requestOf(personId), team.second)).toMatchObject({ ok: true });
  });

  it('is not for whoever has stepped back from one of their cases: neither asked, nor seen, nor decided', async () => {
    const { one, two, personId } = await inTwoCases();
    for (const actor of [team.other, team.lead]) {
      const back = { staffId: actor.id, reason: '아는 사람입니다' };
      expect(await recuse(db(), actor, await on(db(), two.number), back)).toMatchObject({ ok: true });
    }
    expect(await ask(one.number, personId, team.other)).toMatchObject({ reason: 'unknown-person' });
    const [before, beforeSecond] = [
      await countToDecide(db(), team.lead),
      await countToDecide(db(), team.second),
    ];
    expect(await ask(one.number, personId)).toMatchObject({ ok: true });
    const id = await requestOf(personId);
    const asked = async (actor: typeof team.lead) =>
      (await listNotices(db(), actor)).filter(
        ({ kind, about }) => kind === 'APPROVAL_ASKED' && about?.ref === one.number,
      );
    expect([(await asked(team.lead)).length, (await asked(team.second)).length]).toEqual([0, 1]);
    const sees = async (actor = team.lead) =>
      (await readApprovals(db(), actor))?.pending.some((request) => request.id === id);
    expect([await sees(), await countToDecide(db(), team.lead)]).toEqual([false, before]);
    expect([await sees(team.second), await countToDecide(db(), team.second)]).toEqual([
      true,
      beforeSecond + 1,
    ]);
    const ofRequest = async (actor: typeof team.lead) =>
      (await readCase(db(), actor, one.number))?.timeline.filter(({ ref }) => ref === id).length;
    expect([await ofRequest(team.lead), await ofRequest(team.second)]).toEqual([0, 1]);
    for (const approve of [true, false])
      expect(await decide(id, team.lead, approve)).toMatchObject({ reason: 'recused' });
    expect(await decide(id, team.second, false)).toEqual({ ok: true });
    expect(await openKeys(personId)).toBe(1);
    expect([await ofRequest(team.lead), await ofRequest(team.second)]).toEqual([0, 2]);
    for (const { number } of [one, two]) {
      const read = await readCase(db(), team.second, number);
      expect(read?.timeline.some(({ kind }) => kind === 'APPROVAL_DECIDED')).toBe(true);
    }
    const told = (await listNotices(db(), team.worker)).filter(({ kind }) => kind === 'APPROVAL');
    expect(told.at(0)).toMatchObject({
      detail: { act: 'ERASE', state: 'DECLINED' },
      about: { ref: one.number },
    });
    expect(await halves()).toEqual([]);
  });

  it('is judged with what was established since it was asked', async () => {
    const { one, personId } = await inTwoCases();
    expect(await ask(one.number, personId)).toMatchObject({ ok: true });
    const id = await requestOf(personId);
    later(5);
    const fact = { value: 'WANTS_TO', saidTo: '', note: '돌아오고 싶다고 함' } as const;
    const recording = { personId, axis: 'WILLINGNESS', fact } as const;
    expect(await recordFact(db(), team.worker, await on(db(), one.number), recording)).toMatchObject({
      ok: true,
    });
    later(10);
    expect(await decide(id)).toMatchObject({ reason: 'news' });
    const shown = await readPerson(db(), team.lead, one.number, personId);
    const news = shown?.approvals[0]?.news;
    expect(news).toMatchObject({ facts: 1, all: 1 });
    expect(cardOf(shown?.approvals[0])).toContain('요청한 뒤에 들어온 내용: 확인한 대상자 정보 1건.');
    expect(await decide(id, team.lead, true, shown?.approvals[0]?.news.mark)).toMatchObject({ ok: true });
    expect(await db().$count(caseEvents, eq(caseEvents.refId, personId))).toBeGreaterThan(0);
  });

  it('leaves nothing of them to be found, in the timelines and the search of their cases neither, nor after a replay', async () => {
    const third = await openCase('바사아');
    const { one, two, personId } = await inTwoCases();
    await returningAlone(third, personId);
    await staying(one.number, personId);
    const back = { staffId: team.other.id, reason: '아는 사람입니다' };
    expect(await recuse(db(), team.other, await on(db(), two.number), back)).toMatchObject({ ok: true });
    await ask(one.number, personId);
    await decide(await requestOf(personId), team.lead, false);
    await indexDue(db());
    const documents = () => db().$count(searchDocuments, eq(searchDocuments.ownerId, personId));
    const found = async (words: string) => (await searchReports(db(), team.lead, words)).hits.length;
    expect(await documents()).toBe(1);
    for (const said of SAID) expect([said, await found(said)]).toEqual([said, 1]);
    await ask(one.number, personId);
    const backup = await database().copy();
    await decide(await requestOf(personId));
    await indexDue(db());
    expect(await documents()).toBe(0);
    for (const said of SAID) expect([said, await found(said)]).toEqual([said, 0]);

    await shipLedger(db());
    try {
      expect(await replayLedger(backup.db)).toMatchObject({ added: 2 });
      for (const [from, actor] of [
        [db(), team.lead],
        [db(), team.other],
        [backup.db, team.lead],
      ] as const) {
        const told = await toldIn(from, actor, [one.number, third.number]);
        for (const said of [...SAID, '재판이 끝난']) expect(told).not.toContain(said);
        // Nobody else is in the first.
        expect(await toldIn(from, actor, [one.number])).not.toContain(
          caseWord('ko', 'safety_status', 'RESCUED'),
        );
        for (const kind of ['안전', '장소 기록', '귀국 지원', '귀국 동행 의사', '승인 결정'])
          expect(told).toContain(`${kind} 빠지거나 지운 대상자`);
      }
    } finally {
      await backup.close();
    }
    expect(await halves()).toEqual([]);
  });
});
