import type { Consents } from '../consents';
import { HEALTH_CODES, keptAnswers } from '../kept-answers';
import { mergeParts, type Part, wasAskedConsent } from '../merge-parts';
import type { SectionAnswers } from '../posted';
import type { SectionId } from '../questionnaire';

type Section = { answers: SectionAnswers; consents?: Consents; submission?: string };
type Sections = Partial<Record<SectionId, Section>>;

/**
 * What of an addition may be kept, by what was agreed to before. The page about the reporter is taken only while consent was never asked for:
 * after that it changes by a request that staff decide, since somebody else may hold the code. Pages that were left blank are left out, but
 * for the one about the files, whose files stand beside it.
 */
export function keptOfAddition(typed: Sections, before: readonly Part[]): Sections {
  const asked = wasAskedConsent(before);
  const { answers } = mergeParts(before);
  const monitored = [...(answers.device_safe ?? []), ...(typed.S0?.answers.device_safe ?? [])];
  const you = asked ? { answers, consents: {} } : typed.S8;
  const kept = keptAnswers({
    ...typed,
    S0: { answers: { ...typed.S0?.answers, device_safe: monitored } },
    ...(you ? { S8: you } : {}),
  });
  const entries = (Object.entries(typed) as [SectionId, Section][]).flatMap(([id, section]) => {
    if (id === 'S8' && asked) return [];
    const left = id === 'S0' ? section.answers : (kept[id]?.answers ?? {});
    const blank =
      Object.values(left).every((values) => values.length === 0) && !(id === 'S8' && section.consents);
    return blank && id !== 'S7' ? [] : [[id, { ...section, answers: left }] as const];
  });
  return Object.fromEntries(entries);
}

export type RestsOnEarlier = 'health' | 'monitored';

/**
 * What of an addition is kept or not by what was answered before. Somebody else may hold the code, and an answer must not be read back by
 * what a new one is told: the page names the rule and never how it comes out. `asked`: consent was asked for before.
 */
export function restsOnEarlier(typed: Sections, asked: boolean): RestsOnEarlier[] {
  const health = typed.S2?.answers.vulnerability?.some((code) => HEALTH_CODES.includes(code));
  const reach = ['reporter_phone', 'reporter_email'].some((name) => typed.S8?.answers[name]?.length);
  if (asked) return health ? ['health'] : [];
  return reach ? ['monitored'] : [];
}
