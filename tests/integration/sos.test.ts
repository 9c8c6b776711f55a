import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reports } from '@/db/schema/reports';
import { DAY, HOUR, setClock } from '@/lib/clock';
import { words } from '@/lib/i18n/words';
import { findByReceipt, readMessages } from '@/lib/reports/mailbox/queries';
import { parseReceiptCode } from '@/lib/reports/receipt-code';
import { type SosReport, submitSos } from '@/lib/reports/sos/commands';
import { makeNonce } from '@/lib/reports/sos/nonce';
import { RESIDENT_NUMBER_MASK } from '@/lib/resident-number';
import { erase } from '@/lib/retention/erasing/commands';
import { erasedAtByReceipt } from '@/lib/retention/told/queries';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { reportRow, storedAnswers } from '../support/typed-report';

const START = new Date('2025-10-10T03:00:00Z');
const SENTENCE = '캄보디아인데 여기서 나갈 수가 없어요';

let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => setClock(START));
afterEach(() => setClock(undefined));

const count = () => db().$count(reports);
const send = (changed: Partial<SosReport> = {}) =>
  submitSos(db(), {
    nonce: null,
    narrative: SENTENCE,
    reach: '',
    thirdParty: false,
    locale: 'ko',
    ...changed,
  });
const textsOf = async (reference: string) => {
  const { id } = await reportRow(db(), reference);
  return (await readMessages(db(), id)).map(({ text }) => text);
};

describe('the shortest report', () => {
  it('with one sentence is an urgent report of a person in danger, and its code opens it', async () => {
    const { receipt, again } = await send({ nonce: await makeNonce(db()) });
    expect(again).toBe(false);
    const row = await reportRow(db(), receipt.reference);
    expect(row).toMatchObject({ kind: 'SELF_DANGER', level: 'U2', viaSos: true, state: 'RECEIVED' });
    expect(await storedAnswers(db(), receipt.reference)).toEqual({ narrative: [SENTENCE] });
    expect(parseReceiptCode(receipt.code)).toBe(receipt.code);
    expect(await findByReceipt(db(), receipt.code)).toBe(row.id);
  });

  it('with nothing but a way to reach the person is taken', async () => {
    const { receipt } = await send({ narrative: '', reach: '@help_me' });
    expect(await storedAnswers(db(), receipt.reference)).toEqual({ reach: ['@help_me'] });
  });

  it('about somebody else is a family’s report, and as urgent as every sos', async () => {
    const { receipt } = await send({ thirdParty: true });
    expect(await reportRow(db(), receipt.reference)).toMatchObject({ kind: 'FAMILY', level: 'U2' });
  });

  it('masks a resident registration number', async () => {
    const { receipt } = await send({ narrative: '저는 900101-1234567 입니다' });
    expect((await storedAnswers(db(), receipt.reference)).narrative).toEqual([
      `저는 ${RESIDENT_NUMBER_MASK} 입니다`,
    ]);
  });

  it.each([
    ['null bytes and controls', 'a\u0000b\u0007c\u009fd', 'a b c d'],
    ['bytes that were not UTF-8', '도와\ufffd주세요', '도와 주세요'],
    ['half a surrogate pair', `x${'\ud83d'}y`, 'x y'],
    ['line breaks and tabs, which stay', '하나\n둘\t셋', '하나\n둘\t셋'],
  ])('takes %s', async (_case, narrative, stored) => {
    const { receipt } = await send({ narrative });
    expect((await storedAnswers(db(), receipt.reference)).narrative).toEqual([stored]);
  });
});

describe('the same form sent again', () => {
  it('is one report with the same receipt', async () => {
    const nonce = await makeNonce(db());
    const before = await count();
    const first = await send({ nonce });
    setClock(new Date(START.getTime() + HOUR));
    expect(await send({ nonce })).toEqual({ ...first, again: true });
    expect(await count()).toBe(before + 1);
    expect(await textsOf(first.receipt.reference)).toEqual([]);
  });

  it('five times at once is one report with the same receipt', async () => {
    const nonce = await makeNonce(db());
    const before = await count();
    const sent = await Promise.all(Array.from({ length: 5 }, () => send({ nonce })));
    expect(new Set(sent.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    expect(sent.filter(({ again }) => !again)).toHaveLength(1);
    expect(await count()).toBe(before + 1);
    expect(await textsOf(sent[0]?.receipt.reference ?? '')).toEqual([]);
  });

  it('with other words adds them as a message, once', async () => {
    const nonce = await makeNonce(db());
    const { receipt } = await send({ nonce });
    for (let time = 0; time < 2; time += 1)
      await send({ nonce, narrative: '3층에 있어요', reach: '@help_me' });
    expect(await textsOf(receipt.reference)).toEqual(['3층에 있어요\n\n@help_me']);
    expect(await storedAnswers(db(), receipt.reference)).toEqual({ narrative: [SENTENCE] });
  });

  it('with the other tick says so in a message', async () => {
    const nonce = await makeNonce(db());
    const { receipt } = await send({ nonce });
    for (let time = 0; time < 2; time += 1) await send({ nonce, thirdParty: true });
    expect(await textsOf(receipt.reference)).toEqual([words('ko').report.sos.thirdParty]);
    const other = await makeNonce(db());
    const { receipt: family } = await send({ nonce: other, thirdParty: true });
    await send({ nonce: other, narrative: '저예요', locale: 'en' });
    const { notThirdParty } = words('en').report.sos;
    expect(await textsOf(family.reference)).toEqual([`${notThirdParty}\n\n저예요`]);
  });

  it('with five different texts at once loses none', async () => {
    const nonce = await makeNonce(db());
    const texts = ['하나', '둘', '셋', '넷', '다섯'];
    const sent = await Promise.all(texts.map((narrative) => send({ nonce, narrative })));
    const [reference = '', ...others] = [...new Set(sent.map(({ receipt }) => receipt.reference))];
    expect(others).toEqual([]);
    const first = (await storedAnswers(db(), reference)).narrative ?? [];
    expect([...first, ...(await textsOf(reference))].toSorted()).toEqual(texts.toSorted());
  });
});

describe('a nonce', () => {
  it.each<[string, (nonce: string) => string]>([
    ['that somebody made up', () => Buffer.alloc(40, 1).toString('base64url')],
    ['that is no nonce at all', () => '../../etc/passwd'],
    ['that is empty', () => ''],
    ['with a changed random part', (nonce) => `${nonce.startsWith('A') ? 'B' : 'A'}${nonce.slice(1)}`],
    [
      'changed in its middle',
      (nonce) => `${nonce.slice(0, 26)}${nonce[26] === 'A' ? 'B' : 'A'}${nonce.slice(27)}`,
    ],
    ['cut short', (nonce) => nonce.slice(0, -4)],
  ])('%s meets no other report, and the report is taken', async (_case, forge) => {
    const nonce = await makeNonce(db());
    const { receipt } = await send({ nonce });
    const forged = forge(nonce);
    const [one, two] = [await send({ nonce: forged }), await send({ nonce: forged })];
    expect(new Set([receipt.code, one.receipt.code, two.receipt.code]).size).toBe(3);
    expect(await textsOf(receipt.reference)).toEqual([]);
  });

  it.each([
    ['turns a day old between two tries of one sending', DAY - 1, DAY + 1],
    ['is sent two days after its form was shown, and tried again', 2 * DAY, 2 * DAY + 1],
    ['is sent again within a day', 1, DAY],
    ['was made by an instance whose clock is an hour and more ahead', -2 * HOUR, -2 * HOUR + 1],
  ])('that %s leads to one report and one receipt', async (_case, first, then) => {
    const nonce = await makeNonce(db());
    const before = await count();
    setClock(new Date(START.getTime() + first));
    const sent = await send({ nonce });
    setClock(new Date(START.getTime() + then));
    expect(await send({ nonce })).toEqual({ ...sent, again: true });
    expect(await count()).toBe(before + 1);
    expect(await textsOf(sent.receipt.reference)).toEqual([]);
  });

  it.each([DAY, 180 * DAY])(
    'that is sent again %i ms later meets its report, and shows no code',
    async (age) => {
      const nonce = await makeNonce(db());
      const before = await count();
      const { id, receipt } = await send({ nonce });
      setClock(new Date(START.getTime() + age));
      const { reference } = receipt;
      expect(await send({ nonce, reach: '@new' })).toEqual({
        id,
        receipt: { reference, code: '' },
        again: true,
      });
      expect(await count()).toBe(before + 1);
      expect(await textsOf(reference)).toEqual(['@new']);
    },
  );

  it('whose report was erased makes a new one, which its code opens and which can be erased as well', async () => {
    const nonce = await makeNonce(db());
    for (const day of [0, 1]) {
      setClock(new Date(START.getTime() + day * DAY));
      const { id, again, receipt } = await send({ nonce });
      expect(again).toBe(false);
      expect(await findByReceipt(db(), receipt.code)).toBe(id);
      await db().update(reports).set({ state: 'INTEL_ONLY' }).where(eq(reports.id, id));
      expect(await erase(db(), { kind: 'report', id, why: 'PERIOD', deciders: null })).toMatchObject({
        ok: true,
      });
      expect(await findByReceipt(db(), receipt.code)).toBeNull();
      expect(await erasedAtByReceipt(db(), receipt.code)).toEqual(new Date(START.getTime() + day * DAY));
    }
  });

  it('of another installation is not ours', async () => {
    const other = await openTestDatabase();
    try {
      const nonce = await makeNonce(other.db);
      const [one, two] = [await send({ nonce }), await send({ nonce })];
      expect(one.receipt.code).not.toBe(two.receipt.code);
    } finally {
      await other.close();
    }
  });

  it('is in the database only as a digest', async () => {
    const nonce = await makeNonce(db());
    const { receipt } = await send({ nonce });
    const [row] = await db().select().from(reports).where(eq(reports.reference, receipt.reference));
    expect(row?.submissionKey).toMatch(/^sos:[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(nonce);
  });
});
