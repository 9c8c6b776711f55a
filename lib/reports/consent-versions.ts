import type { Locale } from '@/lib/i18n/locale';

/** One purpose each, asked one by one; K4 holds one choice an agency. */
export const consentIds = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'] as const;
export type ConsentId = (typeof consentIds)[number];

/** The version of a consent's words, and the SHA-256 of exactly these words in each language (consent-text.ts). */
export type ConsentVersion = { readonly version: string; readonly sha256: Readonly<Record<Locale, string>> };

/**
 * What a person is asked to agree to has a version, and it is stored with the choice. Words that change without a new version fail
 * tests/unit/consent-texts.test.ts: write today's date there and the digest that the test tells.
 */
export const consentVersions: Readonly<Record<ConsentId, ConsentVersion>> = {
  K1: { version: '2026-11-24', sha256: { ko: '', en: '' } },
  K2: { version: '2026-11-24', sha256: { ko: '', en: '' } },
  K3: { version: '2026-11-24', sha256: { ko: '', en: '' } },
  K4: { version: '2026-11-24', sha256: { ko: '', en: '' } },
  K5: { version: '2026-11-24', sha256: { ko: '', en: '' } },
  K6: { version: '2026-11-24', sha256: { ko: '', en: '' } },
};
