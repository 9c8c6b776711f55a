import { randomUUID } from 'node:crypto';
import type { Locale } from '@/lib/i18n/locale';

type Props = { locale: Locale; number: string; person?: string };

/** What every form about a case's people posts besides what is typed. The same form sent twice is done once. */
export function FormStart({ locale, number, person }: Props) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="submission" value={randomUUID()} />
      {person ? <input type="hidden" name="person" value={person} /> : null}
    </>
  );
}
