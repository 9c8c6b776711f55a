import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { SelectField } from '@/app/_components/select-field';
import { TextField } from '@/app/_components/text-field';
import { localeOf } from '@/app/_request/locale';
import { peopleToTake } from '@/lib/cases/people/reading/commands';
import { returnsOfCase } from '@/lib/cases/returns/queries';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { seoulMoment, typedMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../../_desk/act';
import { ActNotice, type OutcomeSearch, problemOf, readOutcome } from '../../../../_desk/act-notice';
import { BlockTitle, PageTitle } from '../../../../_desk/page-title';
import { PlanFields } from '../../../../_desk/plan-fields';
import { FormStart } from '../../_people/form-start';
import { casePath } from '../../_people/place';
import { joinReturnAction, planReturnAction } from '../../_returns/actions';
import { planPlace } from '../../_returns/place';
import { WhoComes } from './who-comes';

type Params = { locale: string; number: string };
type Props = { params: Promise<Params>; searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = words(await localeOf(params)).desk.returns.plan;
  return { title: `${title}, ${(await params).number.slice(0, 20)}` };
}

/** Puts people of a case into a return operation: a new one, or one that was decided already. */
export default async function PlanReturnPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.work');
  const { number } = await params;
  const people = await peopleToTake(database(), actor, number);
  if (!people) notFound();
  const { others, own, more } = await returnsOfCase(database(), actor, number);
  const open = [...own, ...others].filter(({ dueAt }) => dueAt !== null);
  const typed = await findTyped(database(), actor.id, keptPlace(planPlace(number), 'return-plan'));
  const given = typed ?? {};
  const outcome = readOutcome(await searchParams);
  const { returns: said, people: named } = words(locale).desk;
  const problem = problemOf(locale, outcome, 'return-plan', said);
  const isAboutTime = outcome.problem === 'no-moment' || outcome.problem === 'not-yet';
  return (
    <div className="space-y-6">
      <p>
        <a href={`/${locale}${casePath(number)}#returns`} className="inline-flex min-h-11 items-center">
          {named.backToCase(number)}
        </a>
      </p>
      <PageTitle>{said.plan.title}</PageTitle>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={{
          'return-plan': isAboutTime ? 'return_decided_at' : 'who-plan',
          'return-join': 'return_id',
        }}
        kept={Boolean(typed)}
      />
      {people.length === 0 ? <p className="rounded-lg bg-gray-5 p-6">{said.plan.nobody}</p> : null}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="plan" className="min-w-0 space-y-3">
          <BlockTitle id="plan">{said.plan.new}</BlockTitle>
          <form action={planReturnAction} noValidate className="space-y-4">
            <FormStart locale={locale} number={number} />
            <WhoComes
              locale={locale}
              id="who-plan"
              people={people}
              error={isAboutTime ? undefined : problem}
            />
            <TextField
              locale={locale}
              name="return_decided_at"
              label={said.fields.decidedAt}
              hint={said.fields.decidedHint}
              error={isAboutTime ? problem : undefined}
              width="medium"
              defaultValue={given.return_decided_at ?? typedMoment(now())}
            />
            <PlanFields locale={locale} given={given} />
            <Button variant="secondary">{said.plan.submit}</Button>
          </form>
        </section>
        {open.length > 0 ? (
          <section aria-labelledby="join" className="min-w-0 space-y-3">
            <BlockTitle id="join">{said.plan.join}</BlockTitle>
            <form
              action={joinReturnAction}
              noValidate
              className="space-y-4 rounded-lg border border-gray-20 p-4"
            >
              <FormStart locale={locale} number={number} />
              <SelectField
                locale={locale}
                name="return_id"
                label={said.plan.joinWhich}
                error={problemOf(locale, outcome, 'return-join', said)}
                options={open.map((one) => ({
                  value: one.id,
                  label: `${said.title(seoulMoment(one.decidedAt))}, ${said.people(one.people)}`,
                }))}
              />
              {more ? <p className="text-small">{said.plan.capped(others.length)}</p> : null}
              <WhoComes locale={locale} id="who-join" people={people} />
              <Button variant="secondary">{said.plan.joinSubmit}</Button>
            </form>
          </section>
        ) : null}
      </div>
    </div>
  );
}
