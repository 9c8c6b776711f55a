import type { ReferenceSite } from '@/lib/linking/sites/commands';
import { NO_SITE } from '@/lib/linking/sites/site-record';

/**
 * Places that the background articles name, so that a report which names one finds it. A, B and C are the articles (seeds/background). No
 * coordinates: the articles give none. Staff add what reports bring.
 */
export const referenceSites: readonly ReferenceSite[] = [
  {
    // Near it a student was found dead in August 2025 (A, C).
    id: '6f1d2a30-5b0c-4a51-9d0e-2f6b8c1e7a01',
    province: 'KH-7',
    site: {
      ...NO_SITE,
      ko: '보코르산',
      en: 'Bokor Mountain',
      zh: '波哥山',
      km: 'ភ្នំបូកគោ',
      aliases: ['보코산', '보꼬산', 'Phnom Bokor'],
    },
  },
  {
    // Where Koreans were detained before the repatriation of October 2025 (B). Where it stands is not said.
    id: '6f1d2a30-5b0c-4a51-9d0e-2f6b8c1e7a02',
    province: null,
    site: {
      ...NO_SITE,
      ko: '캄보디아 이민청',
      en: 'Immigration bureau of Cambodia',
      aliases: ['이민국'],
      kind: 'OFFICE',
    },
  },
];
