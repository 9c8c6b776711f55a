import type { DeskClocks } from '../ko/desk-clocks';

export const clocks: DeskClocks = {
  FIRST_LOOK: 'First look',
  TRIAGE: 'Triage',
  REFERRAL: 'Hand-over',
  AGENCY: 'Agency’s reply',
  WORD: 'Update to the reporter',
  REASSESS: 'Safety re-assessment',
  RETURN: 'Return operation',
};
