import type { ReactNode } from 'react';

type Props = { label: string; apply: string; children: ReactNode };

/** A plain GET form: what a list shows stands in its address, and nothing in it is an answer. */
export function FilterForm({ label, apply, children }: Props) {
  return (
    <form method="get" aria-label={label} className="flex flex-wrap items-end gap-3" data-no-print="">
      {children}
      <button
        type="submit"
        className="min-h-12 cursor-pointer rounded-md border border-gray-60 bg-gray-0 px-5 font-bold hover:border-primary-70 hover:bg-primary-5"
      >
        {apply}
      </button>
    </form>
  );
}
