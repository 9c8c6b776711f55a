import type { Locale } from '@/lib/i18n/locale';
import { allAnswers, type Draft } from '@/lib/reports/draft/queries';
import { findStep, steps } from '@/lib/reports/steps';

/**
 * The address at which a draft is gone on with: the page that was left when it is known, else the first page of the way that was never
 * sent, else the check page. Who adds to a report goes on at the choice of topics.
 */
export function placeToGoOn(locale: Locale, draft: Draft, left?: string): string {
  if (draft.addsTo && left !== 'check' && !findStep(draft.kind, left ?? '')) return `/${locale}/report/add`;
  const step = left ? findStep(draft.kind, left) : null;
  const next = steps(draft.kind, allAnswers(draft)).find(
    ({ sections }) => !sections.some((id) => draft.sections[id]?.version),
  );
  return `/${locale}/report/${left === 'check' ? 'check' : ((step ?? next)?.slug ?? 'check')}`;
}
