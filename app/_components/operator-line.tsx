import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { publicDetails } from '@/lib/settings/queries';

/** Who runs this installation, at the foot of a page; that nobody is named, while nobody is. */
export async function OperatorLine({ locale }: { locale: Locale }) {
  const { footer } = words(locale).shell;
  const { operator } = await publicDetails(database);
  if (!operator) return <p>{footer.operator}</p>;
  return (
    <p>
      {footer.operatorIs(locale === 'ko' ? operator.nameKo : operator.nameEn)}{' '}
      {operator.government ? footer.government : footer.notGovernment}
    </p>
  );
}
