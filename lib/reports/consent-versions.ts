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
  K1: {
    version: '2026-11-24',
    sha256: {
      ko: '2403a9d0412c06a244ef431843f8baa02f2641108388b4da28affb23f28d4c35',
      en: 'c5e18ead42be2ff3fe517f59e2bb828df68855e932720ceffe211d565f1e5220',
    },
  },
  K2: {
    version: '2026-11-24',
    sha256: {
      ko: 'fefe8882b4602ed6cf61f1c9642f13eb603d502bf959f6c5b86695dfac0e0545',
      en: 'ee5ce61ebd7a615fa949d4afde75e855703d5aeafe458dc470db4ee7da9e8b4c',
    },
  },
  K3: {
    version: '2026-11-24',
    sha256: {
      ko: '81d3f9b4812eb37dd2265c588988c88a264cb384ddf042879fe742c9031abdb1',
      en: 'a4a0aa5da1866737a1e50bff583f8d2285683cee9dd42748a03df0da523de6ff',
    },
  },
  K4: {
    version: '2026-11-24',
    sha256: {
      ko: 'f2719149846526d1eb8315a8c98ee6824927691a41dbbc6a294bed9982b88f68',
      en: 'b143493ea1aca66bdd899222a7fcd1000af02ef8e72518289136a8488691f57f',
    },
  },
  K5: {
    version: '2026-11-24',
    sha256: {
      ko: '223c7cad6525868c24496ffb8d0b7f35fef0fe3f2ce78b8c58352ed281dfb198',
      en: '1e6272f63ddd1c23d44f96cdec1d7c237fa361ae3ff639b62ff86f77695df8fe',
    },
  },
  K6: {
    version: '2026-11-24',
    sha256: {
      ko: '70ebc430a7d015a144e708d22d13932d207b484fd29671e28f9ab22fa2d28783',
      en: '621983eb2b428fabe7c27da20b3db8d259ba61955f5aff560ff18c95a172bdc4',
    },
  },
};
