import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { referrals } from '@/db/schema/agencies';
import { casePersons, cases, clocks, persons } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import type { CaseState } from '@/lib/cases/code-lists';
import { barContactAgain, breakGlass } from '@/lib/cases/contact/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import { linkReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { addKnownPerson, addPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { planReturn, stepReturn } from '@/lib/cases/returns/commands';
import { assignCase } from '@/lib/cases/team/commands';
import { holdCase, type PlainAction, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, now, setClock } from '@/lib/clock';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { draftReferral, sendReferral, stepReferral } from '@/lib/referrals/commands';
import { changeState, sendMessage } from '@/lib/reports/desk/commands';
import type { Level } from '@/lib/urgency/levels';
import { loadReference } from '@/seeds/reference/load';
import { caseRow, endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');

const { db, team } = openDesk(START);

beforeAll(async () => {
  await loadReference(db());
});

type Made = Awaited<ReturnType<typeof openTestCase>> & { personId: string };
const must = <Result extends { ok: boolean }>(result: Result): Result => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};
const idOf = (result: object, name: string) => String((result as Record<string, unknown>)[name] ?? '');
const here = ({ number }: { number: string }) => on(db(), number);

async function add(made: { number: string }) {
  const added = await addPerson(db(), team.worker, await here(made), { ...NOBODY_KNOWN, nameKo: '가나루' });
  return idOf(must(added), 'personId');
}
const seen = async (
  made: { number: string },
  personId: string,
  value: 'RETURNED' | 'DECEASED' | 'CONFINED',
) =>
  must(
    await recordFact(db(), team.worker, await here(made), {
      ...{ personId, axis: 'SAFETY' },
      fact: { value, source: 'AGENCY', confidence: 'HIGH', note: '' },
    }),
  );
const step = async (made: { number: string }, ...actions: PlainAction[]) => {
  for (const action of actions)
    must(await stepCase(db(), team.lead, await here(made), { action, reason: '새 연락' }));
};
const hold = async (made: Made) =>
  must(
    await holdCase(db(), team.worker, await here(made), {
      ...{ until: new Date(now().getTime() + 9 * DAY), reason: '회신 대기' },
    }),
  );
const close = async (made: Made) => {
  const ending = { disposition: 'TRANSFERRED_OUT', reason: '다른 곳에서 맡음' } as const;
  await endCase(db(), team, made.number, ending);
};
async function handOver(made: Made): Promise<string> {
  const agency = (await listAgencies(db(), team.worker)).find(({ slug }) => slug === 'consular-safety');
  const written = await draftReferral(db(), team.worker, await here(made), {
    ...{ agencyId: agency?.id ?? '', basis: 'LIFE_IN_DANGER', message: '소재 확인을 요청합니다' },
    ...{ reportIds: [made.report.id], personIds: [] },
  });
  const referralId = idOf(must(written), 'referralId');
  must(await sendReferral(db(), team.worker, await here(made), referralId));
  return referralId;
}
const recall = async (made: Made, referralId: string) => {
  const change = { referralId, action: 'RECALL', seen: 'SENT', words: '잘못 보냄' } as const;
  must(await stepReferral(db(), team.worker, await here(made), change));
};
const link = async (made: Made, situation: string) => {
  const report = await screenedReport(db(), team.intake, { S1: { situation: [situation] } });
  must(await linkReport(db(), team.worker, await here(made), report.reference));
  return report.reference;
};

/** How a case came to where it is; at which level it began. */
const STATES: Record<Exclude<CaseState, 'CLOSED'>, [Level, (made: Made) => Promise<unknown>]> = {
  NEW: ['U3', async () => {}],
  TRIAGED: ['U4', (made) => step(made, 'TRIAGE')],
  VERIFYING: ['U1', (made) => step(made, 'TRIAGE', 'VERIFY')],
  REFERRED: ['U2', (made) => handOver(made)],
  IN_ACTION: [
    'U3',
    async (made) => {
      await step(made, 'TRIAGE', 'VERIFY');
      await handOver(made);
      await step(made, 'START_ACTION');
    },
  ],
  RESOLVING: ['U2', (made) => upTo(made, 'START_ACTION', 'START_RESOLVING')],
  AFTERCARE: ['U1', (made) => upTo(made, 'START_ACTION', 'START_RESOLVING', 'START_AFTERCARE')],
  ON_HOLD: [
    'U3',
    async (made) => {
      await step(made, 'TRIAGE');
      await hold(made);
    },
  ],
  REOPENED: [
    'U4',
    async (made) => {
      await step(made, 'TRIAGE');
      await close(made);
      await step(made, 'REOPEN');
    },
  ],
};
async function upTo(made: Made, ...actions: PlainAction[]) {
  await handOver(made);
  await step(made, ...actions);
}
const AT: Partial<Record<Level, object>> = {
  U1: { S1: { situation: ['CONFINED'], harm_now: ['VIOLENCE'] } },
  U2: { S1: { situation: ['CONFINED'] } },
  U3: { S1: { situation: ['DETAINED_POLICE'] } },
  U4: { kind: 'RETURNEE', S1: { situation: ['RETURNED'] } },
};

/** What happens to a case, one after the other. */
const EVENTS: Record<string, (made: Made) => Promise<unknown>> = {
  nothing: async () => {},
  'a person is seen again': (made) => seen(made, made.personId, 'CONFINED'),
  'everybody has returned': (made) => seen(made, made.personId, 'RETURNED'),
  'a report comes in while everybody is settled': (made) => link(made, 'DETAINED_POLICE'),
  'they are held again': (made) => seen(made, made.personId, 'CONFINED'),
  'one of two has died': async (made) => seen(made, await add(made), 'DECEASED'),
  'the other is settled through another case': async (made) => {
    const elsewhere = await openTestCase(db(), team.intake);
    must(await addKnownPerson(db(), team.worker, await here(elsewhere), made.personId));
    await seen(elsewhere, made.personId, 'RETURNED');
  },
  'somebody is added': async (made) => {
    made.personId = await add(made);
  },
  'they are taken out': async (made) => {
    const { personId } = made;
    must(await removePerson(db(), team.worker, await here(made), { personId, reason: '다른 사람' }));
  },
  'they are put back': async (made) =>
    must(await addKnownPerson(db(), team.worker, await here(made), made.personId)),
  'a report comes in and goes out again': async (made) => {
    const reference = await link(made, 'CONFINED');
    must(await unlinkReport(db(), team.worker, await here(made), reference, '다른 사람'));
  },
  'a report has become worse': (made) =>
    db().update(reports).set({ level: 'U1' }).where(eq(reports.id, made.report.id)),
  'it is given to somebody': async (made) =>
    must(await assignCase(db(), team.lead, await here(made), team.other.id)),
  'its reporter is written to': async ({ report: { reference } }) =>
    must(await sendMessage(db(), team.worker, { reference, text: '확인 중입니다', submission: reference })),
  'contact is risky, released and barred': async ({ report: { id, reference } }) => {
    await db().update(reports).set({ contactRisk: 'RISKY' }).where(eq(reports.id, id));
    must(await breakGlass(db(), team.lead, reference, '급함'));
    must(await barContactAgain(db(), team.lead, reference));
  },
  'its first report is withdrawn': async ({ report: { reference } }) => {
    const withdrawing = { action: 'WITHDRAW', seen: 'PROMOTED', reason: '가족이 요청' } as const;
    must(await changeState(db(), team.lead, { reference, ...withdrawing }));
  },
  'a return is planned and done': async (made) => {
    const plan = { flight: '', from: '', to: '', escort: '', note: '' };
    const dates = { decidedAt: now(), plannedAt: null };
    const planned = await planReturn(db(), team.worker, await here(made), {
      ...{ plan, dates, personIds: [made.personId] },
    });
    const returnId = idOf(must(planned), 'returnId');
    expect((await caseRow(db(), made.number)).nextDueAt).not.toBeNull();
    must(await stepReturn(db(), team.worker, { returnId, seen: 1 }, { action: 'START', reason: '' }));
    must(await stepReturn(db(), team.worker, { returnId, seen: 2 }, { action: 'FINISH', reason: '' }));
  },
  'every hand-over is recalled': async (made) => {
    const sent = and(eq(referrals.caseId, made.id), eq(referrals.state, 'SENT'));
    for (const { id } of await db().select().from(referrals).where(sent)) await recall(made, id);
  },
  'it is held, and goes on': async (made) => {
    if ((await caseRow(db(), made.number)).state !== 'ON_HOLD') await hold(made);
    await holds(made);
    await step(made, 'RESUME');
  },
  'it is closed and opened again': async (made) => {
    const { state } = await caseRow(db(), made.number);
    if (state === 'NEW' || state === 'REOPENED') await step(made, 'TRIAGE');
    await close(made);
    await step(made, 'REOPEN');
  },
  'it is opened again with everybody settled': async (made) => {
    const people = await db().select().from(casePersons).where(eq(casePersons.caseId, made.id));
    for (const { personId } of people) await seen(made, personId, 'RETURNED');
    await step(made, 'TRIAGE');
    await close(made);
    await step(made, 'REOPEN');
  },
};

/** Casework, by hand: what an open case waits for, and that it is due by what it waits for. */
async function holds({ number, id }: Made): Promise<void> {
  const row = await caseRow(db(), number);
  const running = and(eq(clocks.caseId, id), isNull(clocks.metAt));
  const rows = await db().select().from(clocks).where(running);
  const people = await db()
    .select({ safety: persons.safety })
    .from(casePersons)
    .innerJoin(persons, eq(persons.id, casePersons.personId))
    .where(and(eq(casePersons.caseId, id), isNull(casePersons.removedAt)));
  const settled =
    people.length > 0 && people.every(({ safety }) => ['RETURNED', 'DECEASED'].includes(safety));
  const standsAt = row.heldFrom ?? row.state;
  const sent = and(eq(referrals.caseId, id), eq(referrals.state, 'SENT'));
  const isWithAgency = (await db().$count(referrals, sent)) > 0;
  const count = (kind: string) => rows.filter((clock) => clock.kind === kind).length;
  const isEnding = standsAt === 'RESOLVING' || standsAt === 'AFTERCARE';
  expect({
    reassess: count('REASSESS'),
    triage: count('TRIAGE'),
    referral: count('REFERRAL'),
    agency: count('AGENCY') > 0,
  }).toEqual({
    reassess: settled ? 0 : 1,
    triage: standsAt === 'NEW' || standsAt === 'REOPENED' ? 1 : 0,
    referral: isWithAgency || isEnding ? 0 : 1,
    agency: isWithAgency,
  });
  expect(count('WORD')).toBeLessThan(2);
  const stands = row.state === 'ON_HOLD' && row.level !== 'U1';
  for (const clock of rows) {
    expect([clock.kind, clock.pausedAt !== null]).toEqual([clock.kind, stands]);
    expect([clock.kind, clock.level]).toEqual([clock.kind, row.level]);
  }
  const due = [...rows.map(({ dueAt }) => dueAt), row.heldUntil].flatMap((at) => at?.getTime() ?? []);
  expect(row.nextDueAt?.getTime() ?? null).toBe(due.length > 0 ? Math.min(...due) : null);
  // Nobody who may be in danger is in a case that nothing calls anybody back to.
  if (!settled && row.level !== 'U5') expect(row.nextDueAt).not.toBeNull();
}

describe('an open case waits for what casework says and is due by it, whatever happens to it', () => {
  for (const [state, [level, reach]] of Object.entries(STATES))
    it(`${state} at ${level}`, async () => {
      const opened = await openTestCase(db(), team.intake, AT[level]);
      const made = { ...opened, personId: await add(opened) };
      await reach(made);
      expect(await caseRow(db(), made.number)).toMatchObject({ state, level });
      for (const [name, happens] of Object.entries(EVENTS)) {
        setClock(new Date(now().getTime() + HOUR));
        await happens(made);
        await runClocks(db());
        await holds(made).catch((error) => {
          throw new Error(`${state}: ${name}`, { cause: error });
        });
      }
    });

  it('at U5 too, once it is set to a level at which re-assessment runs', async () => {
    const given = { kind: 'OFFER', S1: { gave: ['NONE'], decided: ['REFUSED'] } } as const;
    const opened = await openTestCase(db(), team.intake, { ...given, S1: { ...given.S1 } } as never);
    expect((await caseRow(db(), opened.number)).level).toBe('U5');
    const raising = { level: 'U3', reason: '아는 사람이 떠남' } as const;
    must(await setCaseLevel(db(), team.worker, await here(opened), raising));
    await holds({ ...opened, personId: '' });
  });
});

describe('a case whose row was written by an older reckoning', () => {
  it('is due as it should be after one round, on hold and not, and only such a one is touched', async () => {
    const [held, running, sound] = [
      { ...(await openTestCase(db(), team.intake, AT.U3)), personId: '' },
      await openTestCase(db(), team.intake, AT.U3),
      await openTestCase(db(), team.intake, AT.U3),
    ];
    await hold(held);
    const rows = async () => Promise.all([held, running, sound].map(({ number }) => caseRow(db(), number)));
    const before = await rows();
    await db().update(cases).set({ nextDueAt: null }).where(eq(cases.id, held.id));
    await db()
      .update(cases)
      .set({ nextDueAt: new Date(0), agencyDueAt: START })
      .where(eq(cases.id, running.id));
    await runClocks(db());
    const after = await rows();
    const due = (all: typeof before) => all.map(({ nextDueAt, agencyDueAt }) => [nextDueAt, agencyDueAt]);
    expect(due(after)).toEqual(due(before));
    expect(after[2]).toEqual(before[2]);
  });
});
