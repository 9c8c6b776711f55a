import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden';

export type SummaryRow = {
  key: string;
  term: ReactNode;
  /** What was answered, as typed: line breaks are kept. */
  value: ReactNode;
  /** `hidden` names the question for screen readers, where every link would read the same. */
  change?: { href: string; label: string; hidden?: string };
};

/** Questions and answers, each with its way back. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="border-t border-gray-30">
      {rows.map(({ key, term, value, change }) => (
        <div key={key} className="grid gap-x-6 border-b border-gray-20 py-2 md:grid-cols-[14rem_1fr_auto]">
          <dt className="py-1 font-bold">{term}</dt>
          <dd className="min-w-0 whitespace-pre-line py-1">{value}</dd>
          {change ? (
            <dd>
              <a href={change.href} className="inline-flex min-h-11 min-w-11 items-center">
                {change.label}
                {change.hidden ? <VisuallyHidden> {change.hidden}</VisuallyHidden> : null}
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
