import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftToken } from '@/app/_request/draft-cookie';
import { saveSectionAction } from '@/app/[locale]/(public)/report/actions';
import { beginAddition } from '@/lib/reports/additions/commands';
import { DRAFT_COOKIE } from '@/lib/reports/cookie-names';
import { createDraft, destroyDraft, saveSections } from '@/lib/reports/draft/commands';
import { loadDraft } from '@/lib/reports/draft/queries';
import { sealCookie } from '@/lib/vault/cookie';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { fileReport, LEAST, reportRow } from '../support/typed-report';

/** What Next hands an action of the browser: its cookies, and that the form was posted with JavaScript. */
const cookies = new Map<string, string>();
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'next-action': 'x' }),
  cookies: async () => ({
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
    set: (name: string, value: string) => cookies.set(name, value),
  }),
}));

const KIND = 'SELF_DANGER';
const shared = globalThis as { naruDatabase?: unknown };
let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
  shared.naruDatabase = database;
});
afterAll(async () => {
  shared.naruDatabase = undefined;
  await database.close();
});
beforeEach(() => cookies.clear());

const holds = async (draft: string, ...behind: string[]) =>
  void cookies.set(DRAFT_COOKIE, await sealCookie(db(), DRAFT_COOKIE, { draft, behind }));

/** Sends a page of a draft; answers why it was given back, or where it led. */
async function post(pageOf: string, fields: Record<string, string>): Promise<string> {
  const form = new FormData();
  const all = { locale: 'ko', reporter_kind: KIND, draft: await draftToken(pageOf), page: 'p1', ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  try {
    return (await saveSectionAction(form)) ?? '';
  } catch (error) {
    const { digest } = error as { digest?: string };
    if (!digest?.startsWith('NEXT_REDIRECT')) throw error;
    return digest.split(';')[2] ?? '';
  }
}
const PLACE = { section: 'place', city: '바벳' };
const savedIn = async (draft: string) => Object.keys((await loadDraft(db(), draft))?.sections ?? {});

async function sent() {
  const { draft, receipt } = await fileReport(db(), KIND, LEAST[KIND]);
  return { draft, report: (await reportRow(db(), receipt.reference)).id };
}
async function additionTo(report: string): Promise<string> {
  const addition = await beginAddition(db(), report);
  if (!addition) throw new Error('no report');
  return addition;
}

describe('a page of another draft than the one that is open', () => {
  it('goes into a blank addition to the report that its own draft was sent as', async () => {
    const one = await sent();
    const addition = await additionTo(one.report);
    await holds(addition, one.draft);
    expect(await post(one.draft, PLACE)).toContain('notice=late');
    expect(await savedIn(addition)).toEqual(['S3']);
  });

  it('is given back where the open addition is to another report', async () => {
    const [one, two] = [await sent(), await sent()];
    const addition = await additionTo(two.report);
    await holds(addition, one.draft);
    expect(await post(one.draft, PLACE)).toBe('otherDraft');
    expect(await savedIn(addition)).toEqual([]);
  });

  it('is given back where its own draft was not sent yet and lives behind', async () => {
    const [unsent, two] = [await createDraft(db(), KIND), await sent()];
    const addition = await additionTo(two.report);
    await holds(addition, unsent);
    expect(await post(unsent, PLACE)).toBe('otherDraft');
    const blank = await createDraft(db(), KIND);
    await holds(blank, unsent);
    expect(await post(unsent, PLACE)).toBe('otherDraft');
    expect([await savedIn(addition), await savedIn(blank)]).toEqual([[], []]);
  });

  it('of a draft that is gone goes into a blank draft, and into an addition only where that holds it already', async () => {
    const gone = await createDraft(db(), KIND);
    await destroyDraft(db(), gone);
    const blank = await createDraft(db(), KIND);
    await holds(blank);
    expect(await post(gone, PLACE)).toContain('notice=restarted');
    expect(await savedIn(blank)).toEqual(['S3']);
    const addition = await additionTo((await sent()).report);
    await holds(addition);
    expect(await post(gone, PLACE)).toBe('otherDraft');
    expect(await savedIn(addition)).toEqual([]);
    await saveSections(db(), addition, { S3: { city: ['바벳'] } }, 0, 'ko', {
      page: 'p1',
      after: '',
      nth: 1,
    });
    expect(await post(gone, PLACE)).toContain('notice=late');
  });

  it('is given back where it is the page about consent', async () => {
    const one = await sent();
    const addition = await additionTo(one.report);
    await holds(addition, one.draft);
    const consent = { section: 'you', reporter_mode: 'ANONYMOUS' };
    expect(await post(one.draft, consent)).toBe('sent');
    expect(await savedIn(addition)).toEqual([]);
  });
});
