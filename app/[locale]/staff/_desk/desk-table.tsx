import type { ReactNode } from 'react';

/** A row of a desk table. Its `py-…`, the space around it on a narrow screen, is added where it is used. */
export const deskRow = 'block border-b border-gray-20 md:table-row md:py-0';
/** A cell of it. How it is aligned, and its `md:py-…` on a wide screen, are added where it is used. */
export const deskCell = 'block px-3 py-1 md:table-cell';

type Props = {
  caption: string;
  /** Only read out, for a table whose page says above it what it is. */
  captionHidden?: boolean;
  heads: readonly string[];
  testId?: string;
  /** The rows, of `deskRow` and `deskCell`. */
  children: ReactNode;
};

/** What a cell is about, where no column head says it: on a narrow screen. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <span className="text-gray-70 md:hidden" aria-hidden="true">
        {label}:{' '}
      </span>
      {children}
    </>
  );
}

/** A table of the desk; on a narrow screen each row stands by itself. */
export function DeskTable({ caption, captionHidden = false, heads, testId, children }: Props) {
  return (
    <table className="block w-full text-small md:table" data-testid={testId}>
      <caption className={captionHidden ? 'sr-only' : 'block pb-2 text-left text-gray-70 md:table-caption'}>
        {caption}
      </caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="border-y border-gray-30 bg-gray-5">
          {heads.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 text-left font-bold">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">{children}</tbody>
    </table>
  );
}
