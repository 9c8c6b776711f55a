'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { shortIn, textIn } from '@/app/_request/posted';
import { recordReportFacts } from '@/lib/cases/report-facts/commands';
import { database } from '@/lib/database';
import { factSection } from '@/lib/reports/desk/fact-questions';
import { RECORDING } from '@/lib/reports/desk/policy';
import { reportExists } from '@/lib/reports/desk/queries';
import { isReporterKind } from '@/lib/reports/kinds';
import { readPosted } from '@/lib/reports/posted';
import { fieldsOf } from '@/lib/reports/questionnaire';
import { forgetTyped, keepTyped } from '@/lib/staff/kept/commands';
import { beginAct, finishAct, keptPlace } from '../../../../_desk/act';
import { onceKey } from '../../../../_desk/once-key';
import { reportPlace } from '../../form-place';
import { FACTS_FORM, factsPlace, KNOWN_FIELDS, LOST, writeAnswers } from './facts-place';

/** Records what staff found out about a report; or, without script, gives a question one more input and records nothing. */
export async function recordFactsAction(form: FormData): Promise<void> {
  const reference = shortIn(form, 'reference', 12);
  const slug = shortIn(form, 'section', 20);
  const kind = textIn(form, 'reporter_kind');
  const section = isReporterKind(kind) ? factSection(kind, slug) : undefined;
  const posted =
    isReporterKind(kind) && section ? readPosted(kind, section, form) : { answers: {}, masked: 0 };
  const begun = await beginAct({
    form,
    place: factsPlace(reference, slug),
    name: FACTS_FORM,
    permission: RECORDING.permission,
    fields: KNOWN_FIELDS,
    more: writeAnswers(posted.answers),
    known: section !== undefined && (await reportExists(database(), reference)),
  });
  if (!isReporterKind(kind) || !section) return finishAct(begun, { ok: false, reason: 'unknown' });
  const { actor, locale, place, typed } = begun;
  const here = keptPlace(place, FACTS_FORM);
  // What is kept is masked already: sent again, nothing would be left to count.
  const masked = posted.masked > 0 || textIn(form, 'masked') === '1';
  const told: Record<string, string> = masked ? { masked: '1' } : {};
  const more = textIn(form, 'intent').replace(/^more\./, '');
  if (fieldsOf(kind, section).some(({ name }) => name === more)) {
    const kept = await keepTyped(database(), actor.id, here, typed);
    const query = new URLSearchParams({
      more,
      ...(kept ? {} : { form: FACTS_FORM, problem: LOST }),
      ...told,
    });
    redirect(`/${locale}${place.path}?${query}#${more}`);
  }
  const again = { ...told, tried: randomUUID() };
  const facts = {
    ...{ kind, section, answers: posted.answers, learnedAt: typed.fact_learned_at ?? '' },
    ...{ source: typed.fact_source ?? '', confidence: typed.fact_confidence ?? '' },
  };
  const submission = onceKey(form, FACTS_FORM, typed);
  const result = await recordReportFacts(database(), actor, { reference, typed: facts, submission });
  if (!result.ok) return finishAct(begun, result, again);
  await forgetTyped(database(), actor.id, here);
  const done = result.left ? `${FACTS_FORM}-${result.left}` : FACTS_FORM;
  const query = new URLSearchParams({ done, ...told });
  redirect(`/${locale}${reportPlace(reference).path}?${query}`);
}
