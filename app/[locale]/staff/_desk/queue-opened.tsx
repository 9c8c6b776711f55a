import type { ReactNode } from 'react';
import { StatusTag } from '@/app/_components/status-tag';
import { seenOf } from '@/lib/cases/bulk/acts';
import { readCase } from '@/lib/cases/reading/commands';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { canBeLetBack } from '@/lib/staff/duty/queries';
import type { StaffActor } from '@/lib/staff/session';
import { LevelTag } from './level-tag';
import { itemAddress, type QueueAsked, queueAddress } from './queue-asked';
import { CaseFacts, CaseWaits } from './queue-open-case';
import { AssignForm, type FormProps, LevelForm, type OpenItem, RecuseForm } from './queue-open-forms';
import { AskFirst, ReportFacts } from './queue-open-report';
import { stateWord } from './queue-work-table';

type Barriers = ReturnType<typeof words>['desk']['case']['reports']['barriers'];

type Opened = {
  item: OpenItem;
  head: { kind: 'REPORT' | 'CASE'; state: string; points: number; barred: keyof Barriers | null };
  facts: ReactNode;
  beside: ReactNode;
};

/** Opens what the address names, which is a reading like any other: recorded, and refused to whom it is not for. */
export async function openBeside(locale: Locale, actor: StaffActor, ref: string): Promise<Opened | null> {
  if (ref.startsWith('CA-')) {
    const found = await readCase(database(), actor, ref);
    if (!found) return null;
    const { level, version, assignedTo, state, points } = found;
    const seen = seenOf({ version, state, level, assignedTo });
    return {
      item: {
        ref,
        level,
        version,
        assignedTo,
        seen,
        canBeLetBack: await canBeLetBack(database(), actor, found.recused),
      },
      head: { kind: 'CASE', state, points, barred: found.doNotContact ? 'DO_NOT_CONTACT' : null },
      facts: <CaseFacts locale={locale} found={found} />,
      beside: <CaseWaits locale={locale} found={found} />,
    };
  }
  const report = await readReport(database(), actor, ref);
  if (!report) return null;
  const { level, assignedTo, state, points } = report;
  return {
    item: {
      ref,
      level,
      version: null,
      assignedTo,
      seen: seenOf({ version: null, state, level, assignedTo }),
      canBeLetBack: await canBeLetBack(database(), actor, report.recused),
    },
    head: { kind: 'REPORT', state, points, barred: report.contactBarrier },
    facts: <ReportFacts locale={locale} report={report} />,
    beside: <AskFirst locale={locale} report={report} />,
  };
}

type Props = Omit<FormProps, 'item'> & { asked: QueueAsked; opened: Opened | null };

/** What is open beside the list: the facts, and next to them what to ask and what can be done. */
export function OpenedBeside({ asked, opened, ...forms }: Props) {
  const { locale } = forms;
  const { queue: said } = words(locale).desk;
  const close = queueAddress(locale, asked, { open: null });
  if (!opened)
    return (
      <section className="space-y-2 lg:col-span-2" id="opened">
        <p>{said.gone}</p>
        <a href={close} className="inline-flex min-h-11 items-center">
          {said.close}
        </a>
      </section>
    );
  const { item, head } = opened;
  const page = itemAddress(locale, item.ref);
  const pages = (['note', 'link', 'hand-over'] as const).filter((id) =>
    head.kind === 'CASE' ? id !== 'link' : id !== 'hand-over',
  );
  return (
    <section
      id="opened"
      aria-label={said.openedHere(item.ref)}
      className="min-w-0 space-y-4 text-small"
      data-testid="opened"
    >
      <div className="space-y-1 rounded-lg bg-gray-5 px-4 py-2">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="font-mono text-h4! md:text-h4!">{item.ref}</h2>
          <LevelTag locale={locale} level={item.level} />
          <span>{stateWord(locale, head)}</span>
          {head.barred ? (
            <StatusTag tone="danger">{words(locale).desk.case.reports.barriers[head.barred]}</StatusTag>
          ) : null}
          <a href={close} className="inline-flex min-h-11 min-w-11 items-center justify-center md:ml-auto">
            {said.close}
          </a>
        </div>
        <div className="flex flex-wrap items-center gap-x-4">
          <a href={page} className="inline-flex min-h-11 items-center font-bold">
            {said.openFull}
          </a>
          {pages.map((id) => (
            <a key={id} href={`${page}#${id}`} className="inline-flex min-h-11 items-center">
              {said.openPages[id]}
            </a>
          ))}
        </div>
      </div>
      <div className="grid gap-6 xl:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">{opened.facts}</div>
        <div className="min-w-0 space-y-6">
          {opened.beside}
          <AssignForm {...forms} item={item} />
          <LevelForm {...forms} item={item} />
          {['PROMOTED', 'LINKED'].includes(head.state) ? null : <RecuseForm {...forms} item={item} />}
        </div>
      </div>
    </section>
  );
}
