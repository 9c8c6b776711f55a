import type { DeskClocks } from '../ko/desk-clocks';

export const clocks: DeskClocks = {
  FIRST_LOOK: 'First look',
  TRIAGE: 'Triage',
  REFERRAL: 'Hand-over',
  AGENCY: 'Word from the agency',
  WORD: 'Word to the reporter',
  REASSESS: 'Safety re-assessment',
  RETURN: 'Return operation',
};
