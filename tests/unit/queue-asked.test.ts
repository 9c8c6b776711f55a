import { describe, expect, it } from 'vitest';
import { askedFields, itemAddress, queueAddress, readAsked } from '@/app/[locale]/staff/_desk/queue-asked';
import { safeNext } from '@/lib/staff/where-next';

const ID = '3b241101-e2bb-4255-8caf-4136c566a962';
const full = {
  view: 'due-soon',
  level: 'U2',
  kind: 'CASE',
  province: 'KH-18',
  assigned: ID,
  after: `U2.1760065200000.3.${ID}`,
  open: 'CA-2025-000001',
};

describe('the address of the queue', () => {
  it('says what was asked for and nothing that is so anyway', () => {
    expect(askedFields(readAsked(full))).toEqual(full);
    expect(queueAddress('ko', readAsked({}))).toBe('/ko/staff');
    expect(queueAddress('en', readAsked(full), { open: null, after: null, view: 'mine' })).toBe(
      `/en/staff?level=U2&kind=CASE&province=KH-18&assigned=${ID}&view=mine`,
    );
  });

  it('takes what it does not know as not asked', () => {
    const odd = {
      view: 'theirs',
      level: 'U9',
      kind: 'x',
      province: 'KR-11',
      assigned: "'; drop",
      state: 'x',
    };
    expect(askedFields(readAsked({ ...odd, view: 'theirs' }))).toEqual({});
    expect(readAsked({ level: ['U1', 'U2'] }).level).toBe('U1');
  });

  it('a state alone asks for the list of all reports, as links from before do', () => {
    expect(readAsked({ state: 'ALL' })).toMatchObject({ view: 'reports', state: 'ALL' });
    expect(readAsked({ view: 'reports' })).toMatchObject({ view: 'reports', state: 'OPEN' });
    expect(readAsked({ view: 'mine', state: 'ALL' }).view).toBe('mine');
  });

  it('comes back after signing in again', () => {
    const address = queueAddress('ko', readAsked(full));
    expect(safeNext(address, 'ko')).toBe(address);
  });

  it('knows a case from a report', () => {
    expect(itemAddress('ko', 'CA-2025-000001')).toBe('/ko/staff/cases/CA-2025-000001');
    expect(itemAddress('en', 'NR-2222-2222')).toBe('/en/staff/reports/NR-2222-2222');
  });
});
