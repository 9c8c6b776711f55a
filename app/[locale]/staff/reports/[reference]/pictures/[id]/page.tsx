import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { listPictures } from '@/lib/reports/desk/evidence/queries';
import { requireStaff } from '@/lib/staff/session';
import { keysAreOn } from '../../../../_desk/keys-cookie';
import { PageTitle } from '../../../../_desk/page-title';
import { ViewerKeys } from '../../../../_desk/viewer-keys';
import { PictureStage } from './picture-stage';

type Props = { params: Promise<{ locale: string; reference: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.viewer.title };
}

/** One picture of a report, closed and blurred until somebody wants to see it: its working copy only. Fetching it is recorded by the route that hands it out. */
export default async function PicturePage({ params }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('report.read');
  const { reference, id } = await params;
  const pictures = await listPictures(database(), actor, reference);
  const at = pictures?.findIndex((picture) => picture.id === id) ?? -1;
  const picture = pictures?.[at];
  if (!pictures || !picture) notFound();
  const said = words(locale).desk.viewer;
  const keysOn = await keysAreOn();
  const report = `/${locale}/staff/reports/${reference}`;
  const [before, after] = [pictures[at - 1], pictures[at + 1]];
  const link = 'inline-flex min-h-11 items-center font-bold';
  return (
    <div className="space-y-4">
      <p>
        <a href={`${report}#files`} id="viewer-back" className="inline-flex min-h-11 items-center">
          {said.back}
        </a>
      </p>
      <PageTitle>{said.heading(reference, picture.number)}</PageTitle>
      <nav aria-label={said.pictures} className="flex flex-wrap items-center gap-x-6">
        {before ? (
          <a href={`${report}/pictures/${before.id}`} rel="prev" id="viewer-before" className={link}>
            {said.before}
          </a>
        ) : null}
        <span>{said.place(at + 1, pictures.length)}</span>
        {after ? (
          <a href={`${report}/pictures/${after.id}`} rel="next" id="viewer-after" className={link}>
            {said.after}
          </a>
        ) : null}
      </nav>
      <PictureStage locale={locale} src={`${report}/files/${picture.id}`} number={picture.number} />
      {keysOn ? (
        <>
          <ViewerKeys />
          <p className="text-small text-gray-70">{said.keys}</p>
        </>
      ) : null}
    </div>
  );
}
