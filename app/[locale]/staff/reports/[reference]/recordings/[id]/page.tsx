import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { findShown, mayPlay } from '@/lib/reports/desk/evidence/queries';
import { findTypedOn } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { ActNotice, type OutcomeSearch, problemOf, readOutcome } from '../../../../_desk/act-notice';
import { PageTitle } from '../../../../_desk/page-title';
import { openRecordingAction } from './actions';
import { Player } from './player';
import { recordingPlace } from './recording-place';

type Props = {
  params: Promise<{ locale: string; reference: string; id: string }>;
  searchParams: Promise<OutcomeSearch & { opening?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.viewer.recording.title };
}

/** One recording of a report. There is no cleaned copy of one, so what plays is the original: behind the same permission, and for a reason. */
export default async function RecordingPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('evidence.original');
  const { reference, id } = await params;
  const search = await searchParams;
  const file = await findShown(database(), actor, { reference, fileId: id });
  if (!file || file.viewer === 'TEXT') notFound();
  const opening = oneOf(search.opening) ?? '';
  const isOpen = await mayPlay(database(), actor, { reference, fileId: id, opening });
  const { desk, staff } = words(locale);
  const said = desk.viewer.recording;
  const outcome = readOutcome(search);
  const typed = (await findTypedOn(database(), actor.id, recordingPlace(reference, id).kept)).recording;
  const report = `/${locale}/staff/reports/${reference}`;
  return (
    <div className="max-w-reading space-y-4">
      <p>
        <a href={`${report}#files`} className="inline-flex min-h-11 items-center">
          {desk.viewer.back}
        </a>
      </p>
      <PageTitle>{desk.viewer.heading(reference, file.number)}</PageTitle>
      <ActNotice locale={locale} outcome={outcome} said={desk.report} kept={typed !== undefined} />
      {isOpen ? (
        <Player
          locale={locale}
          viewer={file.viewer}
          number={file.number}
          src={`${report}/files/${id}/play?opening=${opening}`}
        />
      ) : (
        <form action={openRecordingAction} noValidate className="space-y-3">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="file" value={id} />
          <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
          {opening ? <p>{said.over}</p> : null}
          <TextArea
            locale={locale}
            name="recording"
            label={said.reason}
            hint={said.reasonHint}
            error={problemOf(locale, outcome, 'recording', desk.report)}
            defaultValue={typed?.recording}
            rows={2}
          />
          <Button variant="secondary">{said.open}</Button>
          <p className="text-small text-gray-70">{staff.files.originalOnly}</p>
        </form>
      )}
    </div>
  );
}
