import { randomUUID } from 'node:crypto';
import type { Locale } from '@/lib/i18n/locale';
import type { KeptFields } from '@/lib/staff/kept/queries';

type Props = { locale: Locale; number: string; typed: KeptFields | null; person?: string };

/** What every form about a case's people posts besides what is typed. The same form sent twice is done once. */
export function FormStart({ locale, number, typed, person }: Props) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
      {person ? <input type="hidden" name="person" value={person} /> : null}
    </>
  );
}
