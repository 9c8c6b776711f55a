import type { DeskCase } from '@/lib/cases/reading/commands';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { npaClasses } from '@/lib/urgency/npa-class';

/** The class in which the police count these reports together: the gravest that any of them comes to. */
export function policeClass(locale: Locale, reports: DeskCase['reports']): string {
  const { urgency } = words(locale);
  const found = npaClasses.find((one) => reports.some(({ npaClass }) => npaClass === one));
  return found ? urgency.npaClasses[found] : urgency.npaClassNone;
}
