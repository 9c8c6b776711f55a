import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import type { CaseForm } from '../form-place';
import type { CasePage } from './case-page';

type Props = {
  page: CasePage;
  action: (form: FormData) => Promise<void>;
  children: ReactNode;
  className?: string;
};

/** A form on the case, with what every one of them carries: which case, as it was seen, and a key of its own. */
export function ActForm({ page, action, children, className = 'space-y-3' }: Props) {
  return (
    <form action={action} noValidate className={className}>
      <input type="hidden" name="locale" value={page.locale} />
      <input type="hidden" name="number" value={page.found.number} />
      <input type="hidden" name="seen" value={page.seen} />
      <input type="hidden" name="submission" value={randomUUID()} />
      {page.filter === 'ALL' ? null : <input type="hidden" name="timeline" value={page.filter} />}
      {children}
    </form>
  );
}

type FoldProps = { page: CasePage; form: CaseForm; title: string; children: ReactNode };

/** A form that is not needed every time: closed, unless something typed or wrong is in it. */
export function Fold({ page, form, title, children }: FoldProps) {
  const isOpen = page.typed[form] !== undefined || page.outcome.form === form;
  return (
    <details open={isOpen} className="group rounded-lg border border-gray-20">
      <summary className="flex min-h-11 cursor-pointer items-center justify-between px-4 font-bold">
        {title}
        <span aria-hidden="true" className="text-primary-70 group-open:rotate-90">
          ›
        </span>
      </summary>
      <div className="space-y-3 border-t border-gray-20 p-4">{children}</div>
    </details>
  );
}
