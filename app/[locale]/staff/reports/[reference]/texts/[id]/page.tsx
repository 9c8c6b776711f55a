import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { TEXT_PART } from '@/lib/evidence/text-part';
import { words } from '@/lib/i18n/words';
import { openText } from '@/lib/reports/desk/evidence/commands';
import { findShown } from '@/lib/reports/desk/evidence/queries';
import { requireStaff } from '@/lib/staff/session';
import { keysAreOn } from '../../../../_desk/keys-cookie';
import { PageTitle } from '../../../../_desk/page-title';
import { ViewerKeys } from '../../../../_desk/viewer-keys';
import { TextStage } from './text-stage';

type Props = {
  params: Promise<{ locale: string; reference: string; id: string }>;
  searchParams: Promise<{ part?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.viewer.text.title };
}

/** One text of a report, closed until somebody wants to read it: a part at a time, never drawn as anything but text. Opening a part is recorded. */
export default async function TextPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('report.read');
  const { reference, id } = await params;
  const place = { reference, fileId: id };
  const file = await findShown(database(), actor, place);
  if (file?.viewer !== 'TEXT') notFound();
  const asked = oneOf((await searchParams).part);
  const part = /^[1-9]\d{0,3}$/.test(asked ?? '1') ? Number(asked ?? '1') : 0;
  const opened = asked === undefined ? null : part && (await openText(database(), actor, place, part));
  if (asked !== undefined && !opened) notFound();
  const { viewer } = words(locale).desk;
  const report = `/${locale}/staff/reports/${reference}`;
  const here = `${report}/texts/${id}`;
  return (
    <div className="space-y-4">
      <p>
        <a href={`${report}#files`} id="viewer-back" className="inline-flex min-h-11 items-center">
          {viewer.back}
        </a>
      </p>
      <PageTitle>{viewer.heading(reference, file.number)}</PageTitle>
      <p className="max-w-reading text-small text-gray-70">{viewer.text.recorded(TEXT_PART)}</p>
      {opened ? (
        <TextStage locale={locale} here={here} part={part} opened={opened} />
      ) : (
        <form action={here} method="get">
          <Button variant="secondary" id="viewer-cover" name="part" value="1">
            {viewer.text.open}
          </Button>
        </form>
      )}
      {(await keysAreOn()) ? (
        <>
          <ViewerKeys />
          <p className="text-small text-gray-70">{viewer.text.keys}</p>
        </>
      ) : null}
    </div>
  );
}
