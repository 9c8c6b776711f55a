import 'server-only';
import { shortIn, textIn } from '@/app/_request/posted';
import type { OnCase } from '@/lib/cases/case-work/commands';
import { isTimelineFilter } from '@/lib/cases/event-kinds';
import { caseExists } from '@/lib/cases/reading/queries';
import { readSeen, writeSeen } from '@/lib/cases/seen-case';
import { database } from '@/lib/database';
import type { Permission } from '@/lib/staff/roles';
import { type ActResult, type Begun, beginAct, finishAct } from '../../_desk/act';
import { onceKey } from '../../_desk/once-key';
import { type CaseForm, casePlace } from './form-place';

type Posted = {
  form: FormData;
  name: CaseForm;
  permission: Permission;
  fields: readonly string[];
  /** What was chosen beside what was typed, by the button pressed for one: kept for nobody, but another choice is another form. */
  chosen?: string;
};
export type BegunOnCase = Begun & { on: OnCase; more: Record<string, string> };

/**
 * Who asks, about which case, as they had seen it. The number is posted: nothing is kept for one that is made up. */
export async function beginOnCase({ form, name, chosen = '', ...posted }: Posted): Promise<BegunOnCase> {
  const number = shortIn(form, 'number', 20);
  const known = await caseExists(database(), number);
  const begun = await beginAct({ form, name, place: casePlace(number), known, ...posted });
  const seen = readSeen(textIn(form, 'seen'));
  const timeline = textIn(form, 'timeline');
  return {
    ...begun,
    on: {
      number,
      // Version 0 never was: whoever does not say what they saw has seen nothing.
      seen: seen?.version ?? 0,
      submission: onceKey(form, name, begun.typed, chosen),
    },
    more: {
      ...(isTimelineFilter(timeline) && timeline !== 'ALL' ? { timeline } : {}),
      // Written anew: what was posted may be as long as anybody likes, and an address may not.
      seen: seen ? writeSeen(seen) : '',
    },
  };
}

/** Back to the page of the case; a conflict takes along what was seen. */
export async function finishOnCase(begun: BegunOnCase, result: ActResult): Promise<never> {
  const { seen, ...kept } = begun.more;
  const conflict = !result.ok && result.reason === 'conflict' && seen;
  return finishAct(begun, result, { ...kept, ...(conflict ? { seen } : {}) });
}

/** The same where the text that is missing is a reason. */
export const finishWithReason = (begun: BegunOnCase, result: ActResult): Promise<never> =>
  finishOnCase(begun, !result.ok && result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A posted id; null for what cannot be one. */
export function idIn(form: FormData, name: string): string | null {
  const id = textIn(form, name);
  return UUID.test(id) ? id : null;
}
