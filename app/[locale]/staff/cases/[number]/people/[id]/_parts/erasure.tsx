import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { TextArea } from '@/app/_components/text-area';
import { words } from '@/lib/i18n/words';
import { can } from '@/lib/staff/roles';
import { ApprovalCard } from '../../../../../_desk/approval-card';
import { BlockTitle } from '../../../../../_desk/page-title';
import { askToErasePersonAction } from '../../../_people/actions';
import { FormStart } from '../../../_people/form-start';
import { type PersonPage, wrong } from './person-page';

/** Asking for a second person to erase somebody from every case, and what was asked before. */
export function Erasure({ page }: { page: PersonPage }) {
  const { locale, found, typed, outcome, actor } = page;
  const { erase: said } = words(locale).desk.people;
  const [asked] = found.approvals;
  const mayAsk = can(actor.roles, 'erase.ask');
  if (!mayAsk && !asked) return null;
  return (
    <section aria-labelledby="erasure" className="space-y-3">
      <BlockTitle id="erasure">{said.heading}</BlockTitle>
      {asked ? (
        <ApprovalCard
          locale={locale}
          approval={asked}
          from={`${found.number}/${found.person.id}`}
          actor={actor}
          typed={typed.approval}
          outcome={outcome}
        />
      ) : null}
      {mayAsk && !found.isClosed ? <p className="text-small">{said.whenClosed}</p> : null}
      {mayAsk && found.isClosed && asked?.state !== 'PENDING' ? (
        <details
          open={typed.erase !== undefined || outcome.form === 'erase'}
          className="rounded-lg border border-gray-20"
        >
          <summary className="min-h-11 cursor-pointer px-4 py-2 font-bold">{said.open}</summary>
          <form action={askToErasePersonAction} noValidate className="space-y-3 border-t border-gray-20 p-4">
            <FormStart locale={locale} number={found.number} person={found.person.id} />
            <p className="text-small">{said.what}</p>
            <TextArea
              locale={locale}
              name="erase_reason"
              label={said.reason}
              error={wrong(page, 'erase')}
              defaultValue={typed.erase?.erase_reason}
              rows={2}
            />
            <Choice
              type="checkbox"
              id="asked"
              name="asked"
              value="YES"
              label={said.asked}
              defaultChecked={typed.erase?.asked === 'YES'}
            />
            <Button variant="secondary">{said.submit}</Button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
