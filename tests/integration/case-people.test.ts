import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { clocks } from '@/db/schema/cases';
import { caseLists } from '@/lib/cases/code-lists';
import { addKnownPerson, addPerson, editPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { readCase } from '@/lib/cases/reading/commands';
import { HOUR, setClock } from '@/lib/clock';
import { caseRow, on, openTestCase } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
const CONFINED = { S1: { situation: ['CONFINED'] } };
const DETAINED = { S1: { situation: ['DETAINED_POLICE'] } };

const { db, team } = openDesk(START);

const clockRows = async (id: string) => db().select().from(clocks).where(eq(clocks.caseId, id));

describe('people', () => {
  async function someone() {
    const { number, id } = await openTestCase(db(), team.intake, { ...CONFINED, S2: { name_ko: ['나루'] } });
    const personId = (await readCase(db(), team.worker, number))?.people[0]?.id ?? '';
    return { number, id, personId };
  }

  it('CONTACTED_FREE wants a live call with our staff, or a question agreed before', async () => {
    const { number, personId } = await someone();
    const free = (source: 'TEXT_MESSAGE' | 'CALL_TO_FAMILY' | 'AGREED_QUESTION' | 'OFFICER_LIVE_CALL') => ({
      personId,
      axis: 'SAFETY' as const,
      fact: { value: 'CONTACTED_FREE' as const, source, confidence: 'HIGH' as const, note: '' },
    });
    const tell = async (source: Parameters<typeof free>[0]) =>
      recordFact(db(), team.worker, await on(db(), number), free(source));
    expect(await tell('TEXT_MESSAGE')).toMatchObject({ reason: 'needs-proof' });
    expect(await tell('CALL_TO_FAMILY')).toMatchObject({ reason: 'needs-proof' });
    expect(await tell('AGREED_QUESTION')).toMatchObject({ reason: 'no-agreed-question' });
    const question = { question: '어릴 때 키운 개 이름', answer: '바둑이' };
    await recordFact(db(), team.worker, await on(db(), number), {
      personId,
      axis: 'PROOF_QUESTION',
      fact: question,
    });
    expect(await tell('AGREED_QUESTION')).toMatchObject({ ok: true });
    expect((await caseRow(db(), number)).safetyUnconfirmed).toBe(false);
    const found = await readCase(db(), team.worker, number, 'PEOPLE');
    expect(found?.people[0]).toMatchObject({ safety: 'CONTACTED_FREE', stale: false });
    expect(found?.timeline[0]).toMatchObject({
      kind: 'SAFETY',
      from: 'UNKNOWN',
      to: 'CONTACTED_FREE',
      ref: personId,
      words: { source: 'AGREED_QUESTION', confidence: 'HIGH' },
    });
    later(25 * HOUR);
    expect((await readCase(db(), team.worker, number))?.people[0]?.stale).toBe(true);
  });

  it('what a captor can send ends no danger, and closes no case', async () => {
    const { number, personId } = await someone();
    for (const value of ['REMAINS_BY_CHOICE', 'RESCUED', 'AT_MISSION', 'EN_ROUTE', 'RETURNED'] as const)
      for (const source of ['TEXT_MESSAGE', 'CALL_TO_FAMILY'] as const) {
        const fact = { value, source, confidence: 'LOW' as const, note: '여기 남고 싶다고 함' };
        const told = { personId, axis: 'SAFETY' as const, fact };
        expect(await recordFact(db(), team.worker, await on(db(), number), told)).toEqual({
          ok: false,
          reason: 'proves-no-safety',
        });
      }
    expect(await caseRow(db(), number)).toMatchObject({ safetyUnconfirmed: true });
  });

  it('a death is established by a mission or an agency: nothing else stops the clocks or lets the search end', async () => {
    const { number, id, personId } = await someone();
    const tell = async (source: (typeof caseLists.safety_source)[number]) => {
      const fact = { value: 'DECEASED', source, confidence: 'HIGH', note: '죽었다는 연락' } as const;
      return recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'SAFETY', fact });
    };
    const reassessed = async () =>
      (await clockRows(id)).some(({ kind, metAt }) => kind === 'REASSESS' && metAt === null);
    for (const source of caseLists.safety_source.filter((one) => one !== 'MISSION' && one !== 'AGENCY'))
      expect([source, await tell(source)]).toEqual([source, { ok: false, reason: 'proves-no-death' }]);
    expect([await reassessed(), (await caseRow(db(), number)).safetyUnconfirmed]).toEqual([true, true]);
    expect(await tell('MISSION')).toEqual({ ok: true });
    expect([await reassessed(), (await caseRow(db(), number)).safetyUnconfirmed]).toEqual([false, false]);
  });

  it('a question that was agreed only after it was asked proves nothing', async () => {
    const { number, personId } = await someone();
    const asked = START;
    later(HOUR);
    const fact = { question: '어릴 때 키운 개 이름', answer: '바둑이' };
    await recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'PROOF_QUESTION', fact });
    const answered = async (observedAt: Date) =>
      recordFact(db(), team.worker, await on(db(), number), {
        personId,
        axis: 'SAFETY',
        fact: {
          value: 'CONTACTED_FREE',
          source: 'AGREED_QUESTION',
          confidence: 'HIGH',
          note: '',
          observedAt: observedAt.toISOString(),
        },
      });
    expect(await answered(asked)).toEqual({ ok: false, reason: 'no-agreed-question' });
    expect(await answered(new Date(START.getTime() + HOUR))).toMatchObject({ ok: true });
  });

  it('position is for those who may see it', async () => {
    const { number, personId } = await someone();
    const position = {
      personId,
      axis: 'POSITION' as const,
      fact: { value: 'SUSPECT' as const, note: '입건' },
    };
    expect(await recordFact(db(), team.intake, await on(db(), number), position)).toMatchObject({
      reason: 'forbidden',
    });
    await recordFact(db(), team.worker, await on(db(), number), position);
    expect((await readCase(db(), team.worker, number))?.people[0]?.facts.POSITION).toMatchObject([
      { value: 'SUSPECT' },
    ]);
    const seen = await readCase(db(), team.intake, number);
    expect(JSON.stringify(seen)).not.toMatch(/SUSPECT|입건/);
  });

  it('an edit against an older version shows what stands there now', async () => {
    const { number, personId } = await someone();
    const edit = async (nameKo: string, seenPerson: number) =>
      editPerson(db(), team.worker, await on(db(), number), {
        personId,
        seenPerson,
        identity: { ...NOBODY_KNOWN, nameKo },
      });
    expect(await edit('나루 900101-1234567', 1)).toMatchObject({ ok: true });
    expect(await edit('다른 이름', 1)).toMatchObject({
      reason: 'person-conflict',
      version: 2,
      identity: { nameKo: expect.stringMatching(/^나루 (?!9001)/) },
    });
  });

  it('can be in several cases, whose safety follows, and be taken out', async () => {
    const { number, personId } = await someone();
    const other = await openTestCase(db(), team.intake, DETAINED);
    await addKnownPerson(db(), team.worker, await on(db(), other.number), personId);
    const added = await addPerson(db(), team.worker, await on(db(), other.number), {
      ...NOBODY_KNOWN,
      alias: '키 큰 남자',
    });
    expect((await readCase(db(), team.worker, other.number))?.people).toHaveLength(2);
    const wrong = added.ok && 'personId' in added ? (added.personId ?? '') : '';
    await removePerson(db(), team.worker, await on(db(), other.number), { personId: wrong, reason: '무관' });
    const fact = { value: 'RETURNED', source: 'MISSION', confidence: 'HIGH', note: '' } as const;
    await recordFact(db(), team.worker, await on(db(), number), { personId, axis: 'SAFETY', fact });
    expect((await caseRow(db(), other.number)).safetyUnconfirmed).toBe(false);
  });
});
