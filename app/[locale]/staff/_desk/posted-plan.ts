import { textIn } from '@/app/_request/posted';
import type { ReturnPlan } from '@/lib/cases/return-transitions';

export const PLAN_FIELDS = [
  'return_planned_at',
  'return_flight',
  'return_from',
  'return_to',
  'return_escort',
  'return_note',
] as const;

/** How people are to come home, as a form posts it. */
export function planIn(form: FormData): ReturnPlan {
  return {
    flight: textIn(form, 'return_flight'),
    from: textIn(form, 'return_from'),
    to: textIn(form, 'return_to'),
    escort: textIn(form, 'return_escort'),
    note: textIn(form, 'return_note'),
  };
}
