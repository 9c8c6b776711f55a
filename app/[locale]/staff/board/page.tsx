import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { requireStaff } from '@/lib/staff/session';
import { readBoard } from '@/lib/statistics/board/queries';
import { PageTitle } from '../_desk/page-title';
import { LoadFigure } from './load-figure';
import { MissedFigure } from './missed-figure';
import { OpenFigure } from './open-figure';
import { SafetyFigure } from './safety-figure';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.board.title };
}

/** How things stand on this shift: what is open, what is late, who has how much, who is not known to be safe. */
export default async function BoardPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff('queue.view');
  const board = await readBoard(database(), actor);
  if (!board) notFound();
  const said = words(locale).desk.board;
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <PageTitle>{said.title}</PageTitle>
        <p className="text-small text-gray-70">{said.asOf(seoulMoment(board.at))}</p>
        <a href={`/${locale}/staff/board`} className="inline-flex min-h-11 items-center" data-no-print="">
          {said.refresh}
        </a>
      </div>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <OpenFigure locale={locale} board={board} />
        <MissedFigure locale={locale} board={board} />
        <LoadFigure locale={locale} board={board} />
        <SafetyFigure locale={locale} board={board} />
      </div>
    </div>
  );
}
