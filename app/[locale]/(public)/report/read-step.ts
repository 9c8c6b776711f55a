import { shortIn, textIn } from '@/app/_request/posted';
import type { Showing } from '@/lib/reports/draft/showing';
import { readPosted, type SectionAnswers } from '@/lib/reports/posted';
import type { SectionId } from '@/lib/reports/questionnaire';
import type { Step } from '@/lib/reports/steps';
import type { ReporterKind } from '@/lib/urgency/answers';

/** What was posted on one page, section by section; `masked` says how many resident registration numbers were masked. */
export function readStep(kind: ReporterKind, step: Step, form: FormData) {
  const posted: Partial<Record<SectionId, SectionAnswers>> = {};
  let masked = 0;
  for (const section of step.sections) {
    const read = readPosted(kind, section, form);
    posted[section] = read.answers;
    masked += read.masked;
  }
  return { posted, masked };
}

/** Which showing of its page posted a form, and which of its posts it is (try-number.ts). */
export function showingIn(form: FormData): Showing {
  const nth = Number(textIn(form, 'try'));
  return {
    page: shortIn(form, 'page', 40),
    after: shortIn(form, 'after', 40),
    ...(Number.isSafeInteger(nth) && nth > 0 ? { nth } : {}),
  };
}
