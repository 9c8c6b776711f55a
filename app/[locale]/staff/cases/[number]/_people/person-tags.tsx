import { StatusTag } from '@/app/_components/status-tag';
import { caseWord } from '@/lib/cases/code-words';
import type { CasePerson } from '@/lib/cases/reading/queries';
import { now } from '@/lib/clock';
import type { Locale } from '@/lib/i18n/locale';
import { ago } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { safetyTone } from '../../../_desk/safety-tone';

type Props = { locale: Locale; person: CasePerson };

/** Where a person stands, in words: safety with its age, whether it is stale, identity, willingness, and position for those who may see it. */
export function PersonTags({ locale, person }: Props) {
  const { people: said } = words(locale).desk;
  const { facts, safety } = person;
  const [identity, willingness] = [facts.IDENTITY[0], facts.WILLINGNESS[0]];
  const positions = [...new Set(facts.POSITION.map(({ value }) => value))];
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small">
      <StatusTag tone={safetyTone(person)}>
        <span data-testid="safety">{caseWord(locale, 'safety_status', safety)}</span>
      </StatusTag>
      <span className="text-gray-70">{said.since(ago(locale, person.safetyAt, now()))}</span>
      {person.atRisk ? <StatusTag tone="danger">{said.atRisk}</StatusTag> : null}
      {person.stale ? <StatusTag tone="warning">{said.stale}</StatusTag> : null}
      <StatusTag tone={identity?.value === 'VERIFIED' ? 'success' : 'neutral'}>
        {caseWord(locale, 'identity', identity?.value ?? 'UNVERIFIED')}
      </StatusTag>
      {willingness ? <StatusTag>{caseWord(locale, 'willingness', willingness.value)}</StatusTag> : null}
      {positions.map((position) => (
        <StatusTag key={position} tone="info">
          {caseWord(locale, 'position', position)}
        </StatusTag>
      ))}
    </p>
  );
}
