import { describe, expect, it } from 'vitest';
import {
  allowedReturnActions,
  OPEN_RETURN_STATES,
  RETURN_ACTIONS,
  RETURN_STATES,
  RETURN_TRANSITIONS,
} from '@/lib/cases/return-transitions';
import { can, ROLES } from '@/lib/staff/roles';

describe('what can be done with a return operation', () => {
  it('is what its table says, to whom it says', () => {
    const table = RETURN_STATES.flatMap((from) =>
      RETURN_ACTIONS.flatMap((action) => {
        const found = RETURN_TRANSITIONS[from][action];
        return found ? [[from, action, found.to, found.needsReason]] : [];
      }),
    );
    expect(table).toEqual([
      ['PLANNED', 'START', 'UNDERWAY', false],
      ['PLANNED', 'CANCEL', 'CANCELLED', true],
      ['UNDERWAY', 'FINISH', 'DONE', false],
      ['UNDERWAY', 'CANCEL', 'CANCELLED', true],
    ]);
  });

  it.each(ROLES)('is for those who work on cases: %s', (role) => {
    for (const state of RETURN_STATES) {
      const expected = can([role], 'case.work') ? Object.keys(RETURN_TRANSITIONS[state]) : [];
      expect(allowedReturnActions(state, [role])).toEqual(expected);
    }
  });

  it('ends', () => {
    expect(OPEN_RETURN_STATES).toEqual(['PLANNED', 'UNDERWAY']);
  });
});
