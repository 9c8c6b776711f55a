import type { DeskSettings } from '../ko/desk-settings';

export const settings: DeskSettings = {
  edit: { savedNow: 'Stored now', blank: '(blank)' },
};
