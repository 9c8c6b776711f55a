import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Db } from '@/db/client';
import { auditEntries } from '@/db/schema/audit';
import { caseEvents, caseReports, cases, personFacts, persons } from '@/db/schema/cases';
import { erasures, keptCounts } from '@/db/schema/erasures';
import { evidenceFiles } from '@/db/schema/evidence';
import { messages, notes, reportSections, reports } from '@/db/schema/reports';
import { searchDocuments, searchDue } from '@/db/schema/search';
import { dataKeys } from '@/db/schema/vault';
import { verifyAudit } from '@/lib/audit/queries';
import { addKnownPerson } from '@/lib/cases/people/commands';
import { setLegalHold } from '@/lib/cases/team/commands';
import { stepCase } from '@/lib/cases/workflow/commands';
import { env } from '@/lib/env';
import { takeWhole } from '@/lib/evidence/commands';
import { submitReport } from '@/lib/reports/commands';
import { addNote, changeState, sendMessage } from '@/lib/reports/desk/commands';
import { erase } from '@/lib/retention/erasing/commands';
import { shipLedger } from '@/lib/retention/ledger/commands';
import { ledgerMac, readLedger } from '@/lib/retention/ledger/line';
import { ledgerOnDisk } from '@/lib/retention/ledger/queries';
import { verifyErasures } from '@/lib/retention/proof/queries';
import { replayLedger } from '@/lib/retention/replay/commands';
import { indexDue } from '@/lib/search/indexing/commands';
import { dumpDatabase } from '../support/database-dump';
import { endCase, on, openTestCase, screenedReport } from '../support/desk-team';
import { pdfOf } from '../support/evidence';
import { openDesk } from '../support/open-desk';
import { LEAST, reportRow, typeReport } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const PERIOD = { why: 'PERIOD', deciders: null } as const;

const { db, team, database } = openDesk(START);

/** A report with a file, a note, a message and S6, set aside as information only. */
async function wholeReport() {
  const answers = {
    ...LEAST.RETURNEE,
    forced_tasks: ['ROMANCE'],
    contact_risk: ['SAFE'],
    K6: ['AGREE'],
  };
  const draft = await typeReport(db(), 'RETURNEE', answers);
  const file = await takeWhole(db(), draft, { field: 'files', name: 'a.pdf', bytes: pdfOf(2_000) });
  expect(file.ok).toBe(true);
  const sent = await submitReport(db(), draft, 'ko');
  if (!sent.ok) throw new Error(sent.reason);
  const { reference } = sent.receipt;
  const { id } = await reportRow(db(), reference);
  const change = (action: 'SCREEN' | 'KEEP_AS_INTEL', seen: 'RECEIVED' | 'SCREENING') =>
    changeState(db(), team.intake, { reference, action, seen, reason: '정보로 남김' });
  expect(await change('SCREEN', 'RECEIVED')).toMatchObject({ ok: true });
  expect(await change('KEEP_AS_INTEL', 'SCREENING')).toMatchObject({ ok: true });
  expect(await addNote(db(), team.intake, { reference, text: '메모입니다', submission: id })).toMatchObject({
    ok: true,
  });
  expect(
    await sendMessage(db(), team.intake, { reference, text: '안녕하세요', submission: id }),
  ).toMatchObject({ ok: true });
  await indexDue(db());
  return { id, reference, receipt: sent.receipt };
}

async function closedCase() {
  const made = await openTestCase(db(), team.worker, { S2: { name_ko: ['가나루'], sex: ['MALE'] } });
  const step = async () =>
    stepCase(db(), team.worker, await on(db(), made.number), { action: 'TRIAGE', reason: '' });
  expect(await step()).toMatchObject({ ok: true });
  await endCase(db(), team, made.number, { disposition: 'TRANSFERRED_OUT', reason: '다른 기관이 맡음' });
  const people = await db().select().from(caseEvents).where(eq(caseEvents.caseId, made.id));
  const personId = people.find(({ kind }) => kind === 'PERSON_ADDED')?.refId ?? '';
  return { ...made, personId };
}

const openKeys = async (of: Db, ids: readonly string[]) =>
  of
    .select()
    .from(dataKeys)
    .where(and(inArray(dataKeys.ownerId, [...ids]), isNotNull(dataKeys.wrapped)));
const ledgerFile = async () => {
  const [name = ''] = (await readdir(env().NARU_DATA_DIR)).filter((one) => one.startsWith('erasure-ledger-'));
  return join(env().NARU_DATA_DIR, name);
};

describe('erasing a report', () => {
  it('leaves no key that opens, no row, no token, no file of it, and the audit holds', async () => {
    const { id, reference } = await wholeReport();
    const files = await db().select().from(evidenceFiles).where(eq(evidenceFiles.reportId, id));
    expect(files).toHaveLength(1);
    expect(await openKeys(db(), [id, ...files.map((file) => file.id)])).toHaveLength(3);
    expect(await erase(db(), { kind: 'report', id, ...PERIOD })).toEqual({ ok: true, erased: 1 });
    expect(await openKeys(db(), [id, ...files.map((file) => file.id)])).toEqual([]);
    for (const table of [reportSections, messages, notes])
      expect(await db().$count(table, eq(table.reportId, id))).toBe(0);
    expect(await db().$count(reports, eq(reports.id, id))).toBe(0);
    for (const table of [searchDocuments, searchDue])
      expect(await db().$count(table, eq(table.ownerId, id))).toBe(0);
    expect(await dumpDatabase(database().url)).not.toContain(reference);
    const entries = await db().select().from(auditEntries).where(eq(auditEntries.objectId, id));
    expect(entries.at(-1)).toMatchObject({ act: 'report.erased', detail: { why: 'PERIOD', files: 1 } });
    expect((await verifyAudit(db())).breaks).toEqual([]);
  });

  it('keeps what published numbers count by consent, without id, reference or time of day', async () => {
    await db().delete(keptCounts);
    const { id } = await wholeReport();
    await erase(db(), { kind: 'report', id, ...PERIOD });
    const other = await wholeReport();
    await erase(db(), { kind: 'report', id: other.id, why: 'REQUEST', deciders: null });
    const kept = await db().select().from(keptCounts);
    expect(kept.map(({ id: _, ...row }) => row)).toEqual([
      expect.objectContaining({
        what: 'REPORT',
        day: '2025-10-10',
        included: true,
        kind: 'RETURNEE',
        state: 'INTEL_ONLY',
      }),
      {
        what: 'REPORT',
        day: '2025-10-10',
        included: false,
        periodId: null,
        kind: null,
        level: null,
        province: null,
        state: null,
      },
    ]);
  });

  it('is refused where nobody has looked, where a hold lies, and where its case goes on', async () => {
    const unread = await typeReport(db(), 'WITNESS', LEAST.WITNESS);
    const sent = await submitReport(db(), unread, 'ko');
    if (!sent.ok) throw new Error(sent.reason);
    const row = await reportRow(db(), sent.receipt.reference);
    expect(await erase(db(), { kind: 'report', id: row.id, ...PERIOD })).toMatchObject({ reason: 'unread' });
    const { report } = await openTestCase(db(), team.worker);
    expect(await erase(db(), { kind: 'report', id: report.id, ...PERIOD })).toMatchObject({
      reason: 'in-case',
    });
    const held = await screenedReport(db(), team.worker);
    await db().update(reports).set({ legalHold: true }).where(eq(reports.id, held.id));
    expect(await erase(db(), { kind: 'report', id: held.id, ...PERIOD })).toMatchObject({ reason: 'held' });
    expect(await openKeys(db(), [row.id, report.id, held.id])).toHaveLength(3);
  });
});

describe('erasing a case', () => {
  it('takes its reports and the people in no other case, and leaves who is in one', async () => {
    const one = await closedCase();
    const other = await openTestCase(db(), team.worker, { S2: { name_ko: ['다라마'] } });
    const shared = (await db().select().from(caseEvents).where(eq(caseEvents.caseId, other.id))).find(
      ({ kind }) => kind === 'PERSON_ADDED',
    )?.refId;
    const both = await closedCase();
    await addKnownPerson(db(), team.worker, await on(db(), both.number), shared ?? '');
    expect(await erase(db(), { kind: 'case', id: one.id, ...PERIOD })).toEqual({ ok: true, erased: 3 });
    expect(await erase(db(), { kind: 'case', id: both.id, ...PERIOD })).toEqual({ ok: true, erased: 3 });
    expect(
      await openKeys(db(), [one.id, one.report.id, one.personId, both.id, both.report.id, both.personId]),
    ).toEqual([]);
    expect(await openKeys(db(), [shared ?? '', other.id, other.report.id])).toHaveLength(3);
    expect(await db().$count(persons, eq(persons.id, one.personId))).toBe(0);
    expect(await db().$count(personFacts, eq(personFacts.personId, one.personId))).toBe(0);
    expect(await db().$count(cases, inArray(cases.id, [one.id, both.id]))).toBe(0);
    expect(await db().$count(caseReports, eq(caseReports.caseId, other.id))).toBe(1);
    expect(await erase(db(), { kind: 'case', id: other.id, ...PERIOD })).toMatchObject({ reason: 'open' });
  });

  it('is refused while a legal hold lies on it, for its reports and people too, and by a hold of a case the report was in before', async () => {
    const { number, id, report, personId } = await closedCase();
    const hold = async (held: boolean) =>
      setLegalHold(db(), team.lead, await on(db(), number), { held, reason: '재판에 필요' });
    expect(await hold(true)).toMatchObject({ ok: true });
    for (const [kind, of] of [
      ['case', id],
      ['report', report.id],
      ['person', personId],
    ] as const)
      expect(await erase(db(), { kind, id: of, ...PERIOD }), kind).toMatchObject({ reason: 'held' });
    expect(await hold(false)).toMatchObject({ ok: true });
    expect(await erase(db(), { kind: 'case', id, ...PERIOD })).toMatchObject({ ok: true });
  });

  it.each([1, 2, 3, 4, 5, 6])('lets either the hold or the erasing win, never both (%i)', async () => {
    const { number, id } = await closedCase();
    const seen = await on(db(), number);
    const [held, gone] = await Promise.all([
      setLegalHold(db(), team.lead, seen, { held: true, reason: '재판에 필요' }),
      erase(db(), { kind: 'case', id, ...PERIOD }),
    ]);
    const open = (await openKeys(db(), [id])).length > 0;
    expect(held.ok).toBe(open);
    expect(gone.ok).toBe(!open);
  });
});

describe('the ledger', () => {
  it('stands outside the database, chained, and a restored database forgets again by it, however often', async () => {
    const { id } = await wholeReport();
    const made = await closedCase();
    const backup = await database().copy();
    await erase(db(), { kind: 'report', id, ...PERIOD });
    await erase(db(), { kind: 'case', id: made.id, ...PERIOD });
    await shipLedger(db());
    const gone = [id, made.id, made.report.id, made.personId];
    const lines = (await ledgerOnDisk(db())) ?? [];
    expect(lines.slice(-4).map(({ kind, owner }) => [kind, owner])).toEqual([
      ['report', id],
      ['case', made.id],
      ['report', made.report.id],
      ['person', made.personId],
    ]);
    try {
      expect(await openKeys(backup.db, gone)).toHaveLength(5);
      expect(await replayLedger(backup.db)).toEqual({ lines: lines.length, added: 4, again: 0 });
      expect(await openKeys(backup.db, gone)).toEqual([]);
      for (const table of [reports, cases, persons])
        expect(await backup.db.$count(table, inArray(table.id, gone))).toBe(0);
      expect(await replayLedger(backup.db)).toEqual({ lines: lines.length, added: 0, again: 0 });
      expect((await verifyAudit(backup.db)).breaks).toEqual([]);
      expect(await backup.db.$count(erasures)).toBe(lines.length);
      // What stands in both ledgers is one chain: the restored database goes on where the file ends.
      await shipLedger(backup.db);
      expect(await ledgerOnDisk(backup.db)).toEqual(lines);
    } finally {
      await backup.close();
    }
  });

  it('says after a replay too which two people decided', async () => {
    const { id } = await wholeReport();
    const backup = await database().copy();
    const deciders = { askedBy: team.worker.id, agreedBy: team.lead.id };
    await erase(db(), { kind: 'report', id, why: 'DESK', deciders });
    await shipLedger(db());
    const path = await ledgerFile();
    const text = await readFile(path, 'utf8');
    try {
      await writeFile(path, text.replace(team.worker.id, team.second.id));
      await expect(replayLedger(backup.db)).rejects.toThrow(/erasure ledger/);
      await writeFile(path, text);
      await replayLedger(backup.db);
      const [line] = await backup.db.select().from(erasures).where(eq(erasures.ownerId, id));
      expect(line).toMatchObject({ why: 'DESK', ...deciders });
      expect((await verifyErasures(backup.db)).faults).toEqual([]);
    } finally {
      await writeFile(path, text);
      await backup.close();
    }
  });

  it('reads a line from before the two people were part of it, and vouches for no more than it says', async () => {
    const secret = Buffer.alloc(32, 1);
    const old = { seq: 1, id: 'a', kind: 'report', owner: 'b', at: 'c', why: 'DESK' } as const;
    const line = { ...old, mac: ledgerMac(secret, '', old) };
    const two = { askedBy: 'd', agreedBy: 'e' };
    expect(await readLedger(secret, [JSON.stringify({ ...line, ...two })])).toEqual([line]);
  });

  it('is one chain and one line a thing when many erase at once', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => screenedReport(db(), team.worker)));
    await Promise.all(made.map(({ id }) => erase(db(), { kind: 'report', id, ...PERIOD })));
    const again = await Promise.all(made.map(({ id }) => erase(db(), { kind: 'report', id, ...PERIOD })));
    for (const one of again) expect(one).toMatchObject({ reason: 'unknown' });
    await Promise.all([shipLedger(db()), shipLedger(db())]);
    const lines = (await ledgerOnDisk(db())) ?? [];
    for (const { id } of made) expect(lines.filter(({ owner }) => owner === id)).toHaveLength(1);
    expect(lines).toHaveLength(await db().$count(erasures));
  });

  it('refuses lines that were changed, left out or made up, and a file of a database that went another way', async () => {
    await shipLedger(db());
    const path = await ledgerFile();
    const text = await readFile(path, 'utf8');
    const rows = text.trimEnd().split('\n');
    const changed = [
      text.replace('"why":"PERIOD"', '"why":"DESK"'),
      `${rows.toSpliced(1, 1).join('\n')}\n`,
      `${text}${JSON.stringify({ ...JSON.parse(rows.at(-1) ?? ''), seq: rows.length + 1, owner: team.lead.id })}\n`,
    ];
    try {
      for (const one of changed) {
        await writeFile(path, one);
        await expect(replayLedger(db())).rejects.toThrow(/erasure ledger/);
      }
    } finally {
      await writeFile(path, text);
    }
    const fork = await database().copy();
    try {
      const [here, there] = [
        await screenedReport(db(), team.worker),
        await screenedReport(fork.db, team.worker),
      ];
      await erase(db(), { kind: 'report', id: here.id, ...PERIOD });
      await erase(fork.db, { kind: 'report', id: there.id, ...PERIOD });
      await shipLedger(db());
      await expect(replayLedger(fork.db)).rejects.toThrow(/not the same/);
      await expect(shipLedger(fork.db)).rejects.toThrow(/not the same/);
    } finally {
      await fork.close();
    }
  });

  it('is written whole to a machine that has none yet', async () => {
    await rm(await ledgerFile());
    await shipLedger(db());
    expect(await ledgerOnDisk(db())).toHaveLength(await db().$count(erasures));
  });
});
