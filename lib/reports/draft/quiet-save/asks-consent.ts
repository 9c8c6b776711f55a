import type { ReporterKind } from '@/lib/urgency/answers';
import { fieldsOf, type SectionId } from '../../questionnaire';

/** Whether a section asks for consent. Such a section is saved only when it is sent: a box that is not ticked yet is not refused yet. */
export function asksConsent(kind: ReporterKind, section: SectionId): boolean {
  return fieldsOf(kind, section).some(({ type }) => type === 'consent' || type === 'consents');
}
