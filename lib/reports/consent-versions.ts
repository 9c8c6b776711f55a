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
    version: '2026-11-30',
    sha256: {
      ko: '69df1a11355dd7d7e6943d42ab7f00d9f39f52219beb5c217af30b086e3f92ba',
      en: '2983dc8d98dc4aa0bedeba7ef583dc792b5d25b0ee702d4bc1e913f46d4fbf7b',
    },
  },
  K2: {
    version: '2026-11-30',
    sha256: {
      ko: '4857681673385b223b4b53e208ce4345a278f76f527fbe8fbb314ea72b5b71a0',
      en: 'b120c4fa9e5b22faa371c7d55052e3cac41ec7359daf889eb86e46c2c02d541b',
    },
  },
  K3: {
    version: '2026-11-30',
    sha256: {
      ko: 'ec44e474e647b053325e48e70f8e7f950160418078efe289249630df8bd4c247',
      en: '1a21d76db155d09483680facafa510ad876f63385a21ebe08cd39b51656c072b',
    },
  },
  K4: {
    version: '2026-11-30',
    sha256: {
      ko: '8d694c5021f73190ce169a71994da9b86b57dc2bec2a8fac5e4d05a7b9bbb3c7',
      en: '9d0985650dd9821c2d9e7815e6d488c90d5736531a22835c2955b090e43c88ce',
    },
  },
  K5: {
    version: '2026-11-30',
    sha256: {
      ko: '0fbdf5475d0884ce065ab356c62fcc8f6d87ba731db8556b1ed3e7c04937ca0a',
      en: 'de78ad215cc9880f4203d665fa1e228a53ee416ae2b00db21bbbe31c02e0bb37',
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
