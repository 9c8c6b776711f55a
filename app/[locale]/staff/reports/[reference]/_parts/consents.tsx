import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { describeConsents } from '@/lib/reports/describe';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { BlockTitle } from '../../../_desk/page-title';
import { Facts } from './facts';

/** Each consent: agreed, refused or never asked, and which words it was asked in. */
export function ConsentsGiven({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { report: said } = words(locale).staff;
  return (
    <section aria-labelledby="consents" className="space-y-2">
      <BlockTitle id="consents">{said.consents}</BlockTitle>
      <Facts
        rows={describeConsents(locale, report.consents).map(({ label, values, shown }) => ({
          label,
          values: [
            shown
              ? `${values.join(', ')} (${said.consentShown(shown.version, said.localeNames[shown.locale])})`
              : values.join(', '),
          ],
        }))}
      />
    </section>
  );
}
