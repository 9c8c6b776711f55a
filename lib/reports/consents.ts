import type { Locale } from '@/lib/i18n/locale';
import type { ReporterKind } from '@/lib/urgency/answers';
import { type ConsentId, consentIds, consentVersions } from './consent-versions';
import type { SectionAnswers } from './posted';
import { fieldsOf } from './questionnaire';

/** One choice and the words it was made by. `agencies`: for K4, those agreed to. */
export type Consent = {
  choice: 'AGREE' | 'REFUSE';
  agencies?: string[];
  version: string;
  locale: Locale;
  sha256: string;
};

/** The consents that a kind was asked, each with its choice. A consent that is not in it was never asked. */
export type Consents = Partial<Record<ConsentId, Consent>>;

/** The choices on a consent page that was sent: a box that is not ticked means refused. */
export function recordConsents(kind: ReporterKind, answers: SectionAnswers, locale: Locale): Consents {
  const asked = fieldsOf(kind, 'S8').map(({ name }) => name);
  return Object.fromEntries(
    consentIds
      .filter((id) => asked.includes(id))
      .map((id) => {
        const given = answers[id] ?? [];
        const agreed = id === 'K4' ? given.length > 0 : given.includes('AGREE');
        const { version, sha256 } = consentVersions[id];
        const consent: Consent = {
          choice: agreed ? 'AGREE' : 'REFUSE',
          ...(id === 'K4' ? { agencies: given } : {}),
          version,
          locale,
          sha256: sha256[locale],
        };
        return [id, consent];
      }),
  );
}

/**
 * Whether published numbers may count a report: only when it was agreed to. Who was never asked has not agreed, so a report that came by the
 * short way is left out as well (decision 0010).
 */
export function mayCount(consents: Consents | undefined): boolean {
  return consents?.K6?.choice === 'AGREE';
}
