import { ConsentBox } from '@/app/_components/consent-box';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { consentAgencies } from '@/lib/reports/questionnaire';

type Props = { locale: Locale; name: string; given: readonly string[] };

/** Sensitive and cross-border lines are larger and bold (Personal Information Protection Act, art. 22). */
const SENSITIVE = ['K2', 'K3', 'K5'];

/** One consent, or for K4 one box an agency. Nothing is ticked for anybody; a box that is not ticked means refused. */
export function ConsentField({ locale, name, given }: Props) {
  const { consent } = words(locale).report;
  if (name === 'K4') {
    return (
      <section aria-labelledby="K4-heading" className="space-y-6">
        <h2 id="K4-heading" className="text-h4">
          {consent.K4.title}
        </h2>
        <p>{consent.K4.intro}</p>
        {consentAgencies.map((agency, index) => {
          const { name: title, agree, ...terms } = consent.K4.agencies[agency];
          return (
            <ConsentBox
              key={agency}
              locale={locale}
              heading="h3"
              name="K4"
              id={index === 0 ? 'K4' : `K4-${agency}`}
              value={agency}
              title={title}
              terms={{ ...terms, recipient: title }}
              agree={agree}
              defaultChecked={given.includes(agency)}
            />
          );
        })}
      </section>
    );
  }
  const { title, agree, ...terms } = consent[name as 'K1' | 'K2' | 'K3' | 'K5' | 'K6'];
  return (
    <ConsentBox
      locale={locale}
      name={name}
      title={title}
      terms={terms}
      agree={agree}
      sensitive={SENSITIVE.includes(name)}
      defaultChecked={given.includes('AGREE')}
    />
  );
}
