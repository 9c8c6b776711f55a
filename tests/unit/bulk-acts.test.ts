import { describe, expect, it } from 'vitest';
import {
  BULK_ACTS,
  type BulkSubject,
  canBeUndone,
  isBulkAct,
  leftOutOf,
  needsReason,
  seenOf,
  stateActOf,
  takesReason,
} from '@/lib/cases/bulk/acts';
import { isUndoable, UNDO_MS } from '@/lib/cases/bulk/undo';
import { codeLists } from '@/lib/reports/code-lists';
import { TRANSITIONS } from '@/lib/reports/transitions';
import { ROLES, type Role } from '@/lib/staff/roles';
import { levels } from '@/lib/urgency/levels';

const ME = 'me';
const report: BulkSubject = {
  kind: 'REPORT',
  ref: 'NR-2222-2222',
  state: 'SCREENING',
  level: 'U3',
  assignedTo: null,
  version: null,
  recused: false,
  targetRecused: false,
};
const ofCase: BulkSubject = { ...report, kind: 'CASE', ref: 'CA-2025-000001', state: 'TRIAGED', version: 3 };
const who = (...roles: Role[]) => ({ id: ME, roles });
const why = (act: (typeof BULK_ACTS)[number], subject: Partial<BulkSubject>, by = who('CASEWORKER')) =>
  leftOutOf({ act, staffId: 'other' }, { ...report, ...subject }, by);

describe('acts on many rows', () => {
  const stateActs = BULK_ACTS.filter((act) => stateActOf(act) !== null);

  it('never change the state of anything at U1 or U2, in any state, for any role', () => {
    for (const act of stateActs)
      for (const level of ['U1', 'U2'] as const)
        for (const state of codeLists.report_state)
          for (const role of ROLES) expect(why(act, { level, state }, who(role))).toBe('urgent');
  });

  it('follow the table of transitions below that', () => {
    for (const act of stateActs)
      for (const level of levels.filter((one) => one !== 'U1' && one !== 'U2'))
        for (const state of codeLists.report_state) {
          const action = stateActOf(act);
          const allowed = action !== null && TRANSITIONS[state][action] !== undefined;
          expect([act, state, why(act, { level, state })]).toEqual([
            act,
            state,
            allowed ? null : 'wrong-state',
          ]);
        }
  });

  it.each([
    ['ASSIGN_ME', {}, 'INTAKE', null],
    ['ASSIGN_ME', ofCase, 'INTAKE', 'not-yours'],
    ['ASSIGN_ME', ofCase, 'CASEWORKER', null],
    ['ASSIGN_ME', { assignedTo: ME }, 'CASEWORKER', 'already'],
    ['ASSIGN_ME', { assignedTo: 'other' }, 'CASEWORKER', 'not-yours'],
    ['ASSIGN_ME', { assignedTo: 'other' }, 'SUPERVISOR', null],
    ['ASSIGN', {}, 'CASEWORKER', 'not-yours'],
    ['ASSIGN', {}, 'SUPERVISOR', null],
    ['ASSIGN', { ...ofCase, targetRecused: true }, 'SUPERVISOR', 'target-recused'],
    ['ASSIGN', { ...ofCase, recused: true }, 'SUPERVISOR', 'recused'],
    ['ASSIGN', { ...ofCase, state: 'CLOSED' }, 'SUPERVISOR', 'decided'],
    ['ASSIGN', { state: 'ABUSE' }, 'SUPERVISOR', 'decided'],
    ['ASSIGN', { state: 'PROMOTED' }, 'SUPERVISOR', 'in-case'],
    ['ASSIGN_ME', {}, 'ADMIN', 'not-yours'],
    ['ASSIGN_ME', {}, 'AUDITOR', 'not-yours'],
    ['SCREEN', ofCase, 'SUPERVISOR', 'not-a-report'],
    ['MARK_ABUSE', {}, 'ADMIN', 'not-yours'],
  ] as const)('%s of %o by %s: %s', (act, subject, role, reason) => {
    expect(why(act, subject, who(role))).toBe(reason);
  });

  it('know what takes a reason and what can be undone', () => {
    expect(BULK_ACTS.filter(takesReason)).toEqual(['KEEP_AS_INTEL', 'MARK_OUT_OF_SCOPE', 'MARK_ABUSE']);
    expect(BULK_ACTS.filter(needsReason)).toEqual(['MARK_OUT_OF_SCOPE', 'MARK_ABUSE']);
    expect(BULK_ACTS.filter((act) => !canBeUndone(act))).toEqual(['SCREEN']);
    expect(['SCREEN', 'WITHDRAW', 'toString', ''].map(isBulkAct)).toEqual([true, false, false, false]);
  });

  it('see a row by what somebody else could change of it', () => {
    expect(seenOf(report)).toBe('SCREENING.U3.-');
    expect(seenOf({ ...report, assignedTo: ME })).toBe('SCREENING.U3.me');
    expect(seenOf(ofCase)).toBe('v3');
  });
});

describe('an undo', () => {
  const record = { kind: 'STATE' as const, by: ME, at: 0, items: [{ ref: 'x', before: '', after: '' }] };
  it.each([
    [record, ME, UNDO_MS - 1, true],
    [record, ME, UNDO_MS, false],
    [record, 'other', 1, false],
    [{ ...record, items: [] }, ME, 1, false],
    [null, ME, 1, false],
  ])('%o by %s after %i ms: %s', (one, by, ms, expected) =>
    expect(isUndoable(one, by, new Date(ms))).toBe(expected),
  );
});
