import { FieldError } from '@/app/_components/field-parts';
import { StatusTag, type StatusTone } from '@/app/_components/status-tag';
import { caseWord } from '@/lib/cases/code-words';
import type { ReturnAnswer } from '@/lib/cases/return-transitions';
import type { Returnee } from '@/lib/cases/returns/reading/commands';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { problemOf } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import type { ReturnPage } from '../form-place';
import { ReturneeForms } from './returnee-forms';

const tones: Record<ReturnAnswer, StatusTone> = {
  UNDECIDED: 'warning',
  AGREED: 'success',
  DECLINED: 'neutral',
};

/** Who comes along, what each of them said and when; once it is done, the way to record that they are back. */
export function Returnees({ page }: { page: ReturnPage }) {
  const { locale, found, outcome } = page;
  const { returns: said } = words(locale).desk;
  const problem =
    problemOf(locale, outcome, 'return-answer', said) ?? problemOf(locale, outcome, 'return-leave', said);
  return (
    <section aria-labelledby="returnees" className="min-w-0 space-y-3">
      <BlockTitle id="returnees">{said.page.returnees}</BlockTitle>
      <FieldError locale={locale} name="returnees" error={problem} />
      {found.people === 0 ? <p className="text-small">{said.page.noReturnees}</p> : null}
      {found.state === 'DONE' ? <p>{said.page.offerIntro}</p> : null}
      <ul className="grid gap-3">
        {found.returnees.map((one) => (
          <li
            key={one.personId}
            data-testid="returnee"
            className="space-y-2 rounded-lg border border-gray-20 p-3 text-small"
          >
            <Head page={page} one={one} />
            {page.mayChange ? <ReturneeForms page={page} one={one} /> : null}
          </li>
        ))}
      </ul>
      {found.hidden > 0 ? <p className="text-small">{said.page.hidden(found.hidden)}</p> : null}
    </section>
  );
}

function Head({ page, one }: { page: ReturnPage; one: Returnee }) {
  const { locale, found } = page;
  const { returns: said, people } = words(locale).desk;
  const address = `/${locale}/staff/cases/${one.number}/people/${one.personId}`;
  const isOffered = found.state === 'DONE' && one.answer !== 'DECLINED' && one.safety !== 'RETURNED';
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a href={address} className="inline-flex min-h-11 min-w-11 items-center text-body font-bold">
          {one.name ?? people.unnamed}
        </a>
        <StatusTag tone={tones[one.answer]}>{said.answers[one.answer]}</StatusTag>
        <span>{caseWord(locale, 'safety_status', one.safety)}</span>
        <span className="font-mono text-gray-70">{one.number}</span>
      </p>
      {one.answeredBy && one.answeredAt ? (
        <p className="text-gray-70">{said.page.answered(one.answeredBy, seoulMoment(one.answeredAt))}</p>
      ) : null}
      {one.note ? <p className="whitespace-pre-line">{one.note}</p> : null}
      {isOffered ? (
        <p>
          <a href={`${address}?offer=RETURNED#safety`} className="inline-flex min-h-11 items-center">
            {said.page.offer}
          </a>
        </p>
      ) : null}
    </>
  );
}
