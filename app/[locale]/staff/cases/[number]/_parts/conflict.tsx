import { Notice } from '@/app/_components/notice';
import { caseWord } from '@/lib/cases/code-words';
import { readSeen, type SeenCase } from '@/lib/cases/seen-case';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { CASE_FORMS, type CaseForm, isCaseForm } from '../form-place';
import { type CasePage, nameOf } from './case-page';
import { Entries } from './timeline';

/** What was refused because somebody else was first: what they saw and typed, how it is now, and what came in between. */
export function Conflict({ page }: { page: CasePage }) {
  const { locale, found, outcome, typed, actor } = page;
  const { conflict: said, head } = words(locale).desk.case;
  const seen = readSeen(outcome.seen);
  const form = isCaseForm(outcome.form) ? outcome.form : null;
  if (!form || !seen) return null;
  const names = titles(page);
  const since = found.timeline.filter((entry) => entry.at > seen.at && entry.staffId !== actor.id);
  const texts = Object.entries(typed[form] ?? {}).filter(([field, text]) => isWritten(field) && text.trim());
  const rows = [
    { what: head.state, of: ({ state }: Shown) => caseWord(locale, 'case_state', state) },
    { what: head.level, of: ({ level }: Shown) => `${level} ${words(locale).urgency.levels[level]}` },
    {
      what: head.assigned,
      of: ({ assignedTo }: Shown) => (assignedTo ? nameOf(page, assignedTo) : head.nobody),
    },
  ];
  return (
    <Notice locale={locale} tone="danger" role="alert" title={said.title} heading="h2">
      <p>
        {said.nothing}{' '}
        <a href={`#${CASE_FORMS[form]}`} className="inline-flex min-h-11 items-center">
          {said.again(names[form])}
        </a>
      </p>
      <table className="w-full text-left text-small md:w-auto" data-testid="both-versions">
        <caption className="sr-only">{said.caption}</caption>
        <thead>
          <tr className="border-b border-gray-30">
            <th scope="col" className="py-1 pr-6">
              {said.what}
            </th>
            <th scope="col" className="py-1 pr-6">
              {said.seen} ({seoulMoment(seen.at)})
            </th>
            <th scope="col" className="py-1">
              {said.now}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, of }) => (
            <tr key={what}>
              <th scope="row" className="py-0.5 pr-6 font-normal">
                {what}
              </th>
              <td className="py-0.5 pr-6">{of(seen)}</td>
              <td className={`py-0.5 ${of(seen) === of(found) ? '' : 'font-bold'}`}>{of(found)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {texts.length > 0 ? (
        <div className="text-small">
          <p className="font-bold">{said.typed}</p>
          {texts.map(([field, text]) => (
            <p key={field} className="whitespace-pre-line">
              {text}
            </p>
          ))}
        </div>
      ) : null}
      <div className="text-small">
        <p className="font-bold">{said.since}</p>
        {since.length > 0 ? <Entries page={page} entries={since} /> : <p>{said.nothingSince}</p>}
      </div>
    </Notice>
  );
}

type Shown = Pick<SeenCase, 'state' | 'level' | 'assignedTo'>;

/** Fields that hold words rather than a code or an id. */
const isWritten = (field: string) => /reason|note|task$|answer|until|recontact|link$/.test(field);

/** How each form is called on the page. */
function titles({ locale }: CasePage): Record<CaseForm, string> {
  const { case: said, handOvers, erasing } = words(locale).desk;
  return {
    step: said.sections.state,
    hold: said.hold.title,
    close: said.close.title,
    level: said.level.title,
    assign: said.assign.title,
    recuse: said.recuse.title,
    erase: erasing.case.title,
    lift: said.recuse.title,
    recontact: said.recontact.title,
    legal: said.legal.title,
    task: said.tasks.title,
    finish: said.tasks.title,
    note: said.note.title,
    link: said.reports.linkSubmit,
    unlink: said.reports.unlink,
    'site-remove': words(locale).desk.sites.remove.submit,
    'hand-over-draft': handOvers.draft.title,
    'hand-over-send': handOvers.actions.SEND,
    'hand-over-release': handOvers.release.submit,
    'hand-over-step': handOvers.step.submit,
  };
}
