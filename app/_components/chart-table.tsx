import type { ReactNode } from 'react';

export type TableRow = { id: string; head: ReactNode; cells: readonly ReactNode[] };

type Props = {
  caption: string;
  columns: readonly string[];
  rows: readonly TableRow[];
  /** Columns of numbers, by position, set to the right. */
  numeric?: readonly number[];
  /** Columns that stay as narrow as what they hold. */
  narrow?: readonly number[];
};

/** A table of data: its caption says what it is, every cell belongs to a column and a row head. Few columns, so that it fits 320 px. */
export function ChartTable({ caption, columns, rows, numeric = [], narrow = [] }: Props) {
  const look = (column: number) =>
    `py-2 pr-3 align-top last:pr-0 ${numeric.includes(column) ? 'text-right' : 'text-left'} ${narrow.includes(column) ? 'w-px' : ''}`;
  return (
    <table className="w-full border-collapse text-small [overflow-wrap:break-word]">
      <caption className="pb-2 text-left font-bold">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-gray-60">
          {columns.map((column, index) => (
            <th key={column} scope="col" className={`font-bold ${look(index)}`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, head, cells }) => (
          <tr key={id} id={id} className="scroll-mt-4 border-b border-gray-20 target:bg-primary-5">
            <th scope="row" className={`font-normal ${look(0)}`}>
              {head}
            </th>
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column.
              <td key={index} className={look(index + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
