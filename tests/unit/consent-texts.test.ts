import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { consentText } from '@/lib/reports/consent-text';
import { consentIds, consentVersions } from '@/lib/reports/consent-versions';
import { mayCount, recordConsents } from '@/lib/reports/consents';
import { fieldsOf } from '@/lib/reports/questionnaire';
import { reporterKinds } from '@/lib/urgency/answers';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the words of a consent', () => {
  it.each(consentIds.flatMap((id) => locales.map((locale) => ({ id, locale }))))(
    '$id in $locale are those of its version: when they change, so does the version',
    ({ id, locale }) => {
      expect(consentVersions[id].version).toMatch(/^\d{4}-\d\d-\d\d(\.\d+)?$/);
      expect(consentVersions[id].sha256[locale]).toBe(digest(consentText(locale, id)));
    },
  );

  it.each(locales)('say purpose, items, retention and what refusing means, in %s', (locale) => {
    for (const id of consentIds)
      for (const part of ['purpose', 'items', 'retention', 'refusal', 'agree'])
        expect(consentText(locale, id), `${id} ${part}`).toMatch(new RegExp(`(^|\\n|: )${part}: \\S`));
  });
});

describe('the choices of a consent page', () => {
  it.each(reporterKinds)(
    'of %s: what is ticked is agreed, what is not is refused, what is not asked is not there',
    (kind) => {
      const asked = consentIds.filter((id) => fieldsOf(kind, 'S8').some(({ name }) => name === id));
      const refused = recordConsents(kind, {}, 'en');
      expect(Object.keys(refused)).toEqual(asked);
      for (const id of asked)
        expect(refused[id]).toMatchObject({
          choice: 'REFUSE',
          version: consentVersions[id].version,
          locale: 'en',
          sha256: consentVersions[id].sha256.en,
        });
      const all = {
        K1: ['AGREE'],
        K2: ['AGREE'],
        K3: ['AGREE'],
        K4: ['POLICE'],
        K5: ['AGREE'],
        K6: ['AGREE'],
      };
      const agreed = recordConsents(kind, all, 'ko');
      for (const id of asked) expect(agreed[id]?.choice).toBe('AGREE');
      expect(agreed.K4?.agencies).toEqual(['POLICE']);
    },
  );

  it('count in published numbers only when that was agreed to', () => {
    expect(mayCount(undefined)).toBe(false);
    expect(mayCount({})).toBe(false);
    expect(mayCount(recordConsents('FAMILY', {}, 'ko'))).toBe(false);
    expect(mayCount(recordConsents('FAMILY', { K6: ['AGREE'] }, 'ko'))).toBe(true);
  });
});
