import type { DeskReturn } from '@/lib/cases/returns/reading/commands';
import type { Locale } from '@/lib/i18n/locale';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { DeskPlace } from '../../_desk/act';
import type { Outcome } from '../../_desk/act-notice';

/** Every form of a return's page, and where a problem with it sends the reader. */
export const RETURN_FORMS = {
  'return-change': 'return_planned_at',
  'return-step': 'step',
  'return-answer': 'returnees',
  'return-leave': 'returnees',
} as const;
export type ReturnForm = keyof typeof RETURN_FORMS;

/** The page of a return operation, for the forms on it. */
export const returnPlace = (id: string): DeskPlace => ({
  path: `/staff/returns/${id}`,
  kept: `return/${id}`,
});

/** What every part of a return's page is made from. */
export type ReturnPage = {
  locale: Locale;
  found: DeskReturn;
  outcome: Outcome;
  typed: Partial<Record<string, KeptFields>>;
  /** The reader may change it: it is open, and all of its people are theirs to read. */
  mayChange: boolean;
};
