import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDraft } from '@/lib/reports/draft/queries';
import { readPosted } from '@/lib/reports/posted';
import { RESIDENT_NUMBER_MASK } from '@/lib/resident-number';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { fileReport, formOf, LEAST, storedAnswers, typeReport } from '../support/typed-report';

let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const CONTACT = {
  reporter_name: ['이가명'],
  reporter_phone: ['+82 10 0000 0000'],
  reporter_email: ['someone@example.com'],
  reporter_messenger: ['@someone'],
  contact_when: ['저녁 8시 이후'],
};
const NUMBER = '900101-1234567';

describe('what of a report is stored', () => {
  it.each([
    ['with K1', { K1: ['AGREE'] }, {}, Object.keys(CONTACT)],
    ['without K1', {}, {}, []],
    ['without K1, confidential', { reporter_mode: ['CONFIDENTIAL'] }, {}, []],
    ['with K1 but anonymous', { K1: ['AGREE'], reporter_mode: ['ANONYMOUS'] }, {}, []],
    [
      'with K1 on a watched phone',
      { K1: ['AGREE'] },
      { device_safe: ['MONITORED'] },
      ['reporter_name', 'reporter_messenger', 'contact_when'],
    ],
    ['anonymous on a watched phone', {}, { device_safe: ['MONITORED'] }, []],
  ])('the reporter’s contact %s', async (_case, consent, safety, kept) => {
    const answers = { ...LEAST.FAMILY, ...CONTACT, ...consent, ...safety };
    const { draft, receipt } = await fileReport(db(), 'FAMILY', answers);
    const stored = await storedAnswers(db(), receipt.reference);
    expect(Object.keys(stored).filter((name) => name in CONTACT)).toEqual(kept);
    expect((await loadDraft(db(), draft))?.dropped.includes('contact')).toBe(kept.length === 0);
    expect(stored).toMatchObject(LEAST.FAMILY);
  });

  it.each([
    ['without K2', {}, ['UNDER18']],
    ['with K2', { K2: ['AGREE'] }, ['UNDER18', 'DISABILITY', 'PREGNANT', 'CHRONIC', 'MENTAL']],
  ])('health %s', async (_case, consent, kept) => {
    const vulnerability = ['UNDER18', 'DISABILITY', 'PREGNANT', 'CHRONIC', 'MENTAL'];
    const answers = { ...LEAST.FAMILY, reporter_mode: ['CONFIDENTIAL'], vulnerability, ...consent };
    const { receipt } = await fileReport(db(), 'FAMILY', answers);
    expect((await storedAnswers(db(), receipt.reference)).vulnerability).toEqual(kept);
  });

  it('nothing that the kind is not asked, and no file', () => {
    const form = formOf({ narrative: ['말'], name_ko: ['다른 쪽'], situation: ['CONFINED'], admin: ['1'] });
    form.append('control', new File(['x'], 'x.txt'));
    expect(readPosted('WITNESS', 'S1', form)).toEqual({
      answers: { situation: ['CONFINED'], narrative: ['말'] },
      masked: 0,
    });
  });
});

describe('a resident registration number', () => {
  it('is masked in free text before the draft is stored, and nothing is refused for it', async () => {
    const answers = {
      ...LEAST.FAMILY,
      narrative: [`아들 번호는 ${NUMBER} 입니다`],
      name_ko: [`홍길동 ${NUMBER}`],
      subject_handles: [NUMBER],
    };
    const draft = await typeReport(db(), 'FAMILY', answers);
    expect(JSON.stringify(await loadDraft(db(), draft))).not.toContain('1234567');
    const { receipt } = await fileReport(db(), 'FAMILY', answers);
    expect(await storedAnswers(db(), receipt.reference)).toMatchObject({
      narrative: [`아들 번호는 ${RESIDENT_NUMBER_MASK} 입니다`],
      name_ko: [`홍길동 ${RESIDENT_NUMBER_MASK}`],
      subject_handles: [RESIDENT_NUMBER_MASK],
    });
  });

  it('is told: how many were masked', () => {
    const form = formOf({ narrative: [`${NUMBER} 그리고 ${NUMBER}`] });
    expect(readPosted('FAMILY', 'S1', form).masked).toBe(2);
  });

  it('is left alone where account, wallet and transaction numbers stand', async () => {
    const numbers = { accounts: ['9001011234567'], wallets: ['9001011234567'], transactions: [NUMBER] };
    const { receipt } = await fileReport(db(), 'FAMILY', { ...LEAST.FAMILY, ...numbers });
    expect(await storedAnswers(db(), receipt.reference)).toMatchObject(numbers);
  });
});
