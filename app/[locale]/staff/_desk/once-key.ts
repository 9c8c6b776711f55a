import { textIn } from '@/app/_request/posted';
import type { KeptFields } from '@/lib/staff/kept/queries';

/**
 * The key that has a form done once. It holds what was typed and chosen, so that a form that is sent again after "back" with other words, or by another
 * button, is another form.
 */
export const onceKey = (form: FormData, name: string, typed: KeptFields, ...chosen: (string | null)[]) =>
  JSON.stringify([name, textIn(form, 'submission'), typed, ...chosen]);
