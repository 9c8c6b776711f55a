import type { Db } from '@/db/client';
import type { Locale } from '@/lib/i18n/locale';
import { submitReport } from '@/lib/reports/commands';
import { createDraft, saveSections } from '@/lib/reports/draft/commands';
import type { Receipt } from '@/lib/reports/draft/queries';
import { readPosted } from '@/lib/reports/posted';
import { submitSos } from '@/lib/reports/sos/commands';
import { allSteps } from '@/lib/reports/steps';
import type { Answers } from '@/lib/urgency/answers';
import type { Scenario } from './scenario';

/** Posts a scenario as a browser would: each page's fields into the draft, then sent. Throws when the form would not take it. */
export async function fileScenario(
  db: Db,
  scenario: Scenario,
  at: Date,
  locale: Locale = 'ko',
): Promise<Receipt> {
  const answers = scenario.answers(at);
  if (scenario.viaSos) {
    const [narrative = '', reach = ''] = [answers.narrative?.[0], answers.reach?.[0]];
    return (await submitSos(db, { nonce: null, narrative, reach, thirdParty: false, locale })).receipt;
  }
  const form = formOf(answers);
  const draft = await createDraft(db, scenario.kind);
  for (const step of allSteps(scenario.kind)) {
    const posted = Object.fromEntries(
      step.sections.map((section) => [section, readPosted(scenario.kind, section, form).answers] as const),
    );
    const empty = Object.values(posted).every((section) => Object.keys(section).length === 0);
    if (!empty) await saveSections(db, draft, posted, 0, locale);
  }
  const sent = await submitReport(db, draft, locale);
  if (!sent.ok) throw new Error(`scenario ${scenario.number} was not taken: ${JSON.stringify(sent)}`);
  return sent.receipt;
}

function formOf(answers: Answers): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(answers))
    for (const value of values ?? []) form.append(name, value);
  return form;
}
