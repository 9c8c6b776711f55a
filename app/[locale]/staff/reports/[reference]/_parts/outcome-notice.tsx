import { Notice } from '@/app/_components/notice';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeLists, type ReportState } from '@/lib/reports/code-lists';

/** What an action left in the address: codes only. */
export type Outcome = {
  done: string | undefined;
  masked: string | undefined;
  /** The form that has a problem, and the problem's code. */
  form: string | undefined;
  problem: string | undefined;
  /** The state that the person had decided on, in a conflict. */
  seen: string | undefined;
};

/** The sentence for the problem of one form, when it is that form's. */
export function problemOf(locale: Locale, outcome: Outcome, form: string): string | undefined {
  if (outcome.form !== form || outcome.problem === 'conflict') return undefined;
  const { conflict: _conflict, ...plain } = words(locale).staff.report.problems;
  return Object.entries(plain).find(([code]) => code === outcome.problem)?.[1];
}

/** Where the forms stand whose name is not their field's. */
const places: Partial<Record<string, string>> = { state: 'reason', original: 'files', request: 'requests' };

type Props = { locale: Locale; outcome: Outcome; state: ReportState; kept: boolean };

export function OutcomeNotice({ locale, outcome, state, kept }: Props) {
  const { report } = words(locale).staff;
  const { report_state: states } = words(locale).codes;
  const done = Object.entries(report.done).find(([code]) => code === outcome.done)?.[1];
  if (done)
    return (
      <Notice locale={locale} tone="success" role="status">
        <p>{done}</p>
        {outcome.masked ? <p>{report.done.masked}</p> : null}
      </Notice>
    );
  const seen = codeLists.report_state.find((code) => code === outcome.seen);
  if (outcome.problem === 'conflict' && seen)
    return (
      <Notice locale={locale} tone="danger" role="alert">
        <p>{report.problems.conflict(states[seen], states[state])}</p>
      </Notice>
    );
  const problem = outcome.form ? problemOf(locale, outcome, outcome.form) : undefined;
  if (problem)
    return (
      <Notice locale={locale} tone="danger" role="alert">
        <p>
          <a
            href={`#${places[outcome.form ?? ''] ?? outcome.form}`}
            className="inline-flex min-h-11 items-center"
          >
            {problem}
          </a>
        </p>
      </Notice>
    );
  if (!kept) return null;
  return (
    <Notice locale={locale} tone="warning" role="status">
      <p>{report.kept}</p>
    </Notice>
  );
}
