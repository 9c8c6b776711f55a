import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { describeAnswers } from '@/lib/reports/describe';
import { readCompartment } from '@/lib/reports/desk/compartment/commands';
import { requireStaff } from '@/lib/staff/session';
import { PageTitle } from '../../../_desk/page-title';
import { Facts } from '../_parts/facts';

type Props = {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: Promise<{ opening?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params)).staff.report.compartment.title };
}

/** What a person was made to do, shown once to whoever opened it with a reason. Loading the page again shows nothing. */
export default async function CompartmentPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('report.compartment');
  const { reference } = await params;
  const opening = oneOf((await searchParams).opening) ?? '';
  const reading = await readCompartment(database(), actor, { reference, opening });
  if (!reading) notFound();
  const { report } = words(locale).staff;
  const said = report.compartment;
  return (
    <div className="max-w-reading space-y-6">
      <PageTitle>{said.title}</PageTitle>
      <p>{report.title(reference)}</p>
      {reading === 'spent' ? (
        <Notice locale={locale} tone="warning">
          <p>{said.spent}</p>
        </Notice>
      ) : (
        <>
          <Notice locale={locale} tone="warning">
            <p>{said.once}</p>
          </Notice>
          {describeAnswers(locale, reading.kind, reading.answers).map((section) => (
            <Facts key={section.id} rows={section.rows} />
          ))}
        </>
      )}
      <LinkButton variant="secondary" href={`/${locale}/staff/reports/${encodeURIComponent(reference)}`}>
        {said.back}
      </LinkButton>
    </div>
  );
}
