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
    version: '2026-11-29',
    sha256: {
      ko: '69df1a11355dd7d7e6943d42ab7f00d9f39f52219beb5c217af30b086e3f92ba',
      en: 'ce19ea1e178d4a7e3704fcdfed2621264327a06bd3562229afe0549bbb1bf9f2',
    },
  },
  K2: {
    version: '2026-11-29',
    sha256: {
      ko: '4857681673385b223b4b53e208ce4345a278f76f527fbe8fbb314ea72b5b71a0',
      en: 'acdb4a2385e08faab39bfcbc256217181b0a3f585ecebc2e107e97ff6c6d9c04',
    },
  },
  K3: {
    version: '2026-11-29',
    sha256: {
      ko: 'ec44e474e647b053325e48e70f8e7f950160418078efe289249630df8bd4c247',
      en: '62afe30c04783085d05800fb5656099d0a7919182c8a5ee2b9fdf9c60a1c9ec4',
    },
  },
  K4: {
    version: '2026-11-29',
    sha256: {
      ko: '8d694c5021f73190ce169a71994da9b86b57dc2bec2a8fac5e4d05a7b9bbb3c7',
      en: '9fb0e7f68badfb341b4f7b492ffa65ea99decdcdfa3860b7de7cf5cf91229a6f',
    },
  },
  K5: {
    version: '2026-11-29',
    sha256: {
      ko: '0fbdf5475d0884ce065ab356c62fcc8f6d87ba731db8556b1ed3e7c04937ca0a',
      en: '81a52dcc80331fe2e2faa552623b66127dfc9869db1acab66adf02c77f7cf387',
    },
  },
  K6: {
    version: '2026-11-29',
    sha256: {
      ko: '3c22fe0cb8117ec0d9518141e1c41767cd18f1a0063e6bc7bbeebe1e799653cc',
      en: '075977dab7350751594568be74252d10e1bd710c9cdebf19725798a3f1b421c7',
    },
  },
};
