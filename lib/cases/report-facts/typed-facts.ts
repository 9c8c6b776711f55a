import 'server-only';
import type { SectionAnswers } from '@/lib/reports/posted';
import type { SectionId } from '@/lib/reports/questionnaire';
import { checkSections, type Problem } from '@/lib/reports/schema';
import type { ReporterKind } from '@/lib/urgency/answers';
import { isCaseCode } from '../code-lists';
import { readObserved } from '../observed-moment';

/** Facts about a report as staff typed them: answers to the questions of one page of the form, and how they know. */
export type TypedFacts = {
  kind: ReporterKind;
  section: SectionId;
  answers: SectionAnswers;
  source: string;
  confidence: string;
  learnedAt: string;
};

/** What is wrong with how they know, or with all of it; each has its sentence. */
export const FACTS_PROBLEMS = [
  'nothing',
  'no-latitude',
  'no-longitude',
  'no-source',
  'no-confidence',
  'no-moment',
  'not-yet',
] as const;
export type FactsProblem = (typeof FACTS_PROBLEMS)[number];

export type ReadFacts =
  | { ok: true; source: string; confidence: string; learnedAt: string }
  | { ok: false; answers: Problem[]; others: FactsProblem[] };

/** One of two coordinates is no place, and beside the one that was known before it would be another. */
function halfPlace({ latitude, longitude }: SectionAnswers): FactsProblem[] {
  if (Boolean(latitude?.length) === Boolean(longitude?.length)) return [];
  return [latitude?.length ? 'no-longitude' : 'no-latitude'];
}

/** What staff typed, read; or everything that has to be mended. No answer is demanded, but there has to be one. */
export function readFacts(typed: TypedFacts, now: Date): ReadFacts {
  const { kind, section, answers, source, confidence } = typed;
  const learned = readObserved(typed.learnedAt, now);
  const wrong = checkSections(kind, [section], answers).filter(({ code }) => code !== 'needed');
  const others: FactsProblem[] = [
    ...(Object.keys(answers).length === 0 ? (['nothing'] as const) : []),
    ...halfPlace(answers),
    ...(isCaseCode('fact_source', source) ? [] : (['no-source'] as const)),
    ...(isCaseCode('confidence', confidence) ? [] : (['no-confidence'] as const)),
    ...(learned ? (learned > now ? (['not-yet'] as const) : []) : (['no-moment'] as const)),
  ];
  if (wrong.length > 0 || others.length > 0 || !learned) return { ok: false, answers: wrong, others };
  return { ok: true, source, confidence, learnedAt: learned.toISOString() };
}
