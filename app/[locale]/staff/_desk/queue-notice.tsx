import { Notice } from '@/app/_components/notice';
import { oneOf } from '@/app/_request/posted';
import { isCaseNumber } from '@/lib/cases/case-number';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { isReference } from '@/lib/reports/reference-shape';
import { ActNotice, type ActWords, type Outcome } from './act-notice';

/** The sentences of the queue: its own problems, and why a row was left out. */
export function queueWords(locale: Locale): ActWords {
  const { outcome, bulk } = words(locale).desk.queue;
  const left = Object.entries(bulk.reasons).map(([why, text]) => [`left-${why}`, text]);
  return { done: outcome.done, problems: { ...outcome.problems, ...Object.fromEntries(left) } };
}

export type QueueOutcome = Outcome & { count?: string | undefined; left?: string | string[] | undefined };

/** What came of an act: how many rows, and which were left out. */
export function QueueNotice({
  locale,
  outcome,
  kept,
}: {
  locale: Locale;
  outcome: QueueOutcome;
  kept: boolean;
}) {
  const { outcome: said } = words(locale).desk.queue;
  const left = (oneOf(outcome.left) ?? '').split('.').filter((ref) => isReference(ref) || isCaseNumber(ref));
  const count = /^\d{1,3}$/.test(outcome.count ?? '') ? Number(outcome.count) : null;
  return (
    <>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={queueWords(locale)}
        anchors={{ take: 'main', bulk: 'main', undo: 'main' }}
        kept={kept}
        still
      />
      {(count !== null && outcome.done) || left.length > 0 ? (
        <Notice locale={locale} tone={left.length > 0 ? 'warning' : 'info'} role="status">
          {count !== null && outcome.done ? <p>{said.count(count)}</p> : null}
          {left.length > 0 ? (
            <p>
              {said.left}: <span className="font-mono">{left.join(', ')}</span>
            </p>
          ) : null}
        </Notice>
      ) : null}
    </>
  );
}
