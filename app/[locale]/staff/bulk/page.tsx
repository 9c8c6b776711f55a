import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { type BulkOrder, canBeUndone, isBulkAct, takesReason } from '@/lib/cases/bulk/acts';
import { planBulk } from '@/lib/cases/bulk/queries';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { findTyped } from '@/lib/staff/kept/queries';
import { staffNames } from '@/lib/staff/queries';
import { requireStaff } from '@/lib/staff/session';
import { isUuid } from '@/lib/uuid';
import { keptPlace } from '../_desk/act';
import { ActNotice, type OutcomeSearch, problemOf, readOutcome } from '../_desk/act-notice';
import { PageTitle } from '../_desk/page-title';
import { askedFields, type QueueSearch, queueAddress, readAsked } from '../_desk/queue-asked';
import { queueWords } from '../_desk/queue-notice';
import { doBulkAction } from './actions';
import { bulkPlace } from './bulk-place';
import { DoableTable, LeftOutTable } from './bulk-tables';

type Search = QueueSearch & OutcomeSearch & Partial<Record<'item' | 'act' | 'to', string | string[]>>;
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.queue.bulk.title };
}

/** What an act would do to the rows that were chosen, and what it leaves out and why. Nothing has happened yet. */
export default async function BulkPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('report.screen');
  const search = await searchParams;
  const refs = [search.item ?? []].flat().map((ref) => ref.slice(0, 20));
  const asked = readAsked(search);
  const { bulk } = words(locale).desk.queue;
  const back = queueAddress(locale, asked);
  const act = oneOf(search.act);
  const staffId = oneOf(search.to) || null;
  if (refs.length === 0) return <Unable locale={locale} why={bulk.noneChosen} back={back} />;
  if (!isBulkAct(act)) return <Unable locale={locale} why={bulk.noAct} back={back} />;
  if (act === 'ASSIGN' && !(staffId && isUuid(staffId)))
    return <Unable locale={locale} why={bulk.noTarget} back={back} />;
  const order: BulkOrder = { act, staffId: act === 'ASSIGN' ? staffId : null };
  const plan = await planBulk(database(), actor, order, refs);
  const people = [...plan.doable, ...plan.leftOut].flatMap(({ subject }) => subject?.assignedTo ?? []);
  const names = await staffNames(database(), [...people, actor.id, ...(staffId ? [staffId] : [])]);
  const typed = await findTyped(database(), actor.id, keptPlace(bulkPlace, 'bulk'));
  const outcome = readOutcome(search);
  return (
    <div className="space-y-6">
      <PageTitle>{`${bulk.title}: ${bulk.acts[act]}`}</PageTitle>
      <p>{bulk.intro}</p>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={queueWords(locale)}
        anchors={{ bulk: 'reason' }}
        kept={Boolean(typed)}
      />
      {plan.doable.length > 0 ? (
        <form action={doBulkAction} noValidate className="space-y-4">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="back" value={new URLSearchParams(askedFields(asked)).toString()} />
          <input type="hidden" name="submission" value={randomUUID()} />
          <input type="hidden" name="act" value={act} />
          <input type="hidden" name="to" value={order.staffId ?? ''} />
          {refs.map((ref) => (
            <input key={ref} type="hidden" name="all" value={ref} />
          ))}
          {plan.doable.map(({ subject, seen }) => (
            <input key={subject.ref} type="hidden" name="row" value={`${subject.ref}=${seen}`} />
          ))}
          <DoableTable locale={locale} order={order} plan={plan} names={names} me={actor.id} />
          {takesReason(act) ? (
            <TextArea
              locale={locale}
              name="reason"
              label={bulk.reason}
              hint={bulk.reasonHint}
              error={problemOf(locale, outcome, 'bulk', queueWords(locale))}
              defaultValue={typed?.reason}
              rows={2}
            />
          ) : null}
          <p className="text-small">{canBeUndone(act) ? bulk.undoable : bulk.notUndoable}</p>
          <Button>{bulk.submit(bulk.acts[act], plan.doable.length)}</Button>
        </form>
      ) : (
        <p className="font-bold">{bulk.nothing}</p>
      )}
      {plan.leftOut.length > 0 ? <LeftOutTable locale={locale} plan={plan} /> : null}
      <Back locale={locale} href={back} />
    </div>
  );
}

function Back({ locale, href }: { locale: Locale; href: string }) {
  return (
    <p>
      <a href={href} className="inline-flex min-h-11 items-center">
        {words(locale).desk.queue.bulk.back}
      </a>
    </p>
  );
}

function Unable({ locale, why, back }: { locale: Locale; why: string; back: string }) {
  return (
    <div className="space-y-4">
      <PageTitle>{words(locale).desk.queue.bulk.title}</PageTitle>
      <p>{why}</p>
      <Back locale={locale} href={back} />
    </div>
  );
}
