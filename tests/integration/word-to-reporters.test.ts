import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { clocks } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { barContactAgain, breakGlass } from '@/lib/cases/contact/commands';
import { runClocks } from '@/lib/cases/escalating/commands';
import { linkReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { holdCase, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, setClock } from '@/lib/clock';
import { changeState, sendMessage } from '@/lib/reports/desk/commands';
import { caseRow, endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };
const RISKY = { ...DETAINED, S0: { contact_risk: ['RISKY'] } };
const later = (hours: number) => setClock(new Date(START.getTime() + hours * HOUR));

const { db, team } = openDesk(START);

type Made = Awaited<ReturnType<typeof openTestCase>>;
type Given = Parameters<typeof screenedReport>[2];
const must = <Result extends { ok: boolean }>(result: Result): Result => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

/** From how many hours after START word is waited for; null: for nobody's. */
async function waited({ id }: Made): Promise<number | null> {
  const running = and(eq(clocks.caseId, id), eq(clocks.kind, 'WORD'), isNull(clocks.metAt));
  const rows = await db().select().from(clocks).where(running);
  expect(rows.length).toBeLessThan(2);
  return rows[0] ? (rows[0].startedAt.getTime() - START.getTime()) / HOUR : null;
}

const write = async ({ reference }: { reference: string }) => {
  must(await sendMessage(db(), team.worker, { reference, text: '확인 중입니다', submission: reference }));
  await runClocks(db());
};
const link = async ({ number }: Made, given: Given) => {
  const report = await screenedReport(db(), team.intake, given);
  must(await linkReport(db(), team.worker, await on(db(), number), report.reference));
  return report;
};
const step = async ({ number }: Made, action: 'TRIAGE' | 'REOPEN' | 'RESUME') =>
  must(await stepCase(db(), team.lead, await on(db(), number), { action, reason: '새 연락' }));
const hold = async ({ number }: Made) =>
  must(
    await holdCase(db(), team.worker, await on(db(), number), {
      ...{ until: new Date(START.getTime() + 9 * DAY), reason: '회신 대기' },
    }),
  );
const closeAndReopen = async (made: Made, hours: number) => {
  await step(made, 'TRIAGE');
  const ending = { disposition: 'TRANSFERRED_OUT', reason: '다른 곳에서 맡음' } as const;
  await endCase(db(), team, made.number, ending);
  expect(await waited(made)).toBeNull();
  later(hours);
  await step(made, 'REOPEN');
};

/** What a case began as, what happened two hours later, and from when word is waited for then and after another round. */
const EVENTS: Record<
  string,
  [began: Given, happened: (made: Made) => Promise<unknown>, since: number | null]
> = {
  nothing: [DETAINED, async () => {}, 0],
  'its reporter was written to': [DETAINED, async ({ report }) => write(report), null],
  'contact is barred': [RISKY, async () => {}, null],
  'contact is released': [
    RISKY,
    async ({ report }) => breakGlass(db(), team.lead, report.reference, '급함'),
    0,
  ],
  'contact is released and barred again': [
    RISKY,
    async ({ report: { reference } }) => {
      must(await breakGlass(db(), team.lead, reference, '급함'));
      must(await barContactAgain(db(), team.lead, reference));
    },
    null,
  ],
  'a report of a free reporter came to one that is barred': [RISKY, (made) => link(made, DETAINED), 2],
  'a report of a barred reporter came to one that was written to': [
    DETAINED,
    async (made) => {
      await write(made.report);
      await link(made, RISKY);
    },
    null,
  ],
  'a report of a free reporter came to one that was written to': [
    DETAINED,
    async (made) => {
      await write(made.report);
      await link(made, DETAINED);
    },
    2,
  ],
  'the first of two that wait was written to': [
    DETAINED,
    async (made) => {
      await link(made, DETAINED);
      expect(await waited(made)).toBe(0);
      await write(made.report);
    },
    2,
  ],
  'both were written to': [
    DETAINED,
    async (made) => {
      await write(await link(made, DETAINED));
      await write(made.report);
    },
    null,
  ],
  'the one that waits was taken out': [
    DETAINED,
    async (made) => {
      await write(made.report);
      const { reference } = await link(made, DETAINED);
      must(await unlinkReport(db(), team.worker, await on(db(), made.number), reference, '다른 사람'));
    },
    null,
  ],
  'it was closed and opened again without word': [DETAINED, (made) => closeAndReopen(made, 5), 5],
  'it was closed after word and opened again': [
    DETAINED,
    async (made) => {
      await write(made.report);
      await closeAndReopen(made, 5);
    },
    5,
  ],
  'it was opened again and its reporter was told so': [
    DETAINED,
    async (made) => {
      await closeAndReopen(made, 5);
      later(6);
      await write(made.report);
    },
    null,
  ],
  'it was opened again, and its reporter must not be written to': [
    RISKY,
    (made) => closeAndReopen(made, 5),
    null,
  ],
  'its reporter withdrew': [
    DETAINED,
    async (made) => {
      await link(made, RISKY);
      const granted = { action: 'WITHDRAW', seen: 'PROMOTED', reason: '가족이 요청' } as const;
      must(await changeState(db(), team.lead, { reference: made.report.reference, ...granted }));
      await runClocks(db());
    },
    null,
  ],
  'its reporter withdrew, and was checked again': [
    DETAINED,
    async ({ report: { reference } }) => {
      const granted = { action: 'WITHDRAW', seen: 'PROMOTED', reason: '가족이 요청' } as const;
      must(await changeState(db(), team.lead, { reference, ...granted }));
      await runClocks(db());
      const again = { action: 'REOPEN', seen: 'WITHDRAWN', reason: '마음이 바뀜' } as const;
      must(await changeState(db(), team.lead, { reference, ...again }));
      await runClocks(db());
    },
    0,
  ],
};

describe('word to the reporters of a case is waited for from when the first who may be written to, and was not, began to wait', () => {
  for (const [name, [began, happened, since]] of Object.entries(EVENTS))
    it(name, async () => {
      const made = await openTestCase(db(), team.intake, began);
      await runClocks(db());
      later(2);
      await happened(made);
      const before = await waited(made);
      await runClocks(db());
      expect([before, await waited(made)]).toEqual([since, since]);
      const row = await caseRow(db(), made.number);
      const found = await readCase(db(), team.worker, made.number);
      const due = found?.clocks.flatMap(({ dueAt }) => dueAt?.getTime() ?? []) ?? [];
      expect(row.nextDueAt?.getTime()).toBe(Math.min(...due));
      expect(found?.reports.some(({ waitsForWord }) => waitsForWord)).toBe(since !== null);
    });

  it('stands still on hold, for whoever comes in during it too, and runs on after it', async () => {
    const made = await openTestCase(db(), team.intake, DETAINED);
    await write(made.report);
    await hold(made);
    later(2);
    await link(made, DETAINED);
    const word = async () =>
      (await readCase(db(), team.worker, made.number))?.clocks.find(({ kind }) => kind === 'WORD');
    expect(await word()).toMatchObject({ paused: true, dueAt: null });
    later(12);
    await step(made, 'RESUME');
    expect(await word()).toMatchObject({ dueAt: new Date(START.getTime() + (12 + 72) * HOUR) });
  });

  it('leaves whoever is released again the time that a hold gave them before', async () => {
    const made = await openTestCase(db(), team.intake, DETAINED);
    later(1);
    await hold(made);
    later(3);
    await step(made, 'RESUME');
    await db().update(reports).set({ contactRisk: 'RISKY' }).where(eq(reports.id, made.report.id));
    await runClocks(db());
    expect(await waited(made)).toBeNull();
    later(5);
    await breakGlass(db(), team.lead, made.report.reference, '급함');
    const { clocks: found } = (await readCase(db(), team.worker, made.number)) ?? {};
    const word = found?.find(({ kind }) => kind === 'WORD');
    expect(word).toMatchObject({ dueAt: new Date(START.getTime() + (2 + 72) * HOUR) });
  });
});
