import { ConsentBox } from '@/app/_components/consent-box';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { type ConsentId, consentVersions } from '@/lib/reports/consent-versions';
import { consentAgencies } from '@/lib/reports/questionnaire';

type Asked = Exclude<ConsentId, 'K4'>;
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
        <p className="text-small text-gray-70">{consent.version(consentVersions.K4.version)}</p>
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
  const { title, agree, ...terms } = consent[name as Asked];
  const box = (
    <ConsentBox
      locale={locale}
      name={name}
      title={title}
      terms={terms}
      agree={agree}
      version={consent.version(consentVersions[name as Asked].version)}
      sensitive={SENSITIVE.includes(name)}
      defaultChecked={given.includes('AGREE')}
    />
  );
  if (name !== 'K1') return box;
  // The first of them: what holds for all stands above it.
  return (
    <div className="space-y-10">
      <div className="space-y-2">
        <p>{consent.intro}</p>
        <p>{consent.versionNote}</p>
      </div>
      {box}
    </div>
  );
}
