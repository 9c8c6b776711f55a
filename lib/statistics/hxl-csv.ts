import { stringify } from 'csv-stringify/sync';
import { type Cell, cellName, listTables, type TableId } from './listing';
import { NOT_GIVEN, type Publication } from './tables';

/** Column heads, and under them the hashtags of the Humanitarian Exchange Language 1.1 (hxlstandard.org). */
const columns = [
  ['table', '#indicator+code'],
  ['code', '#meta+code'],
  ['label_ko', '#meta+name+i_ko'],
  ['label_en', '#meta+name+i_en'],
  ['date_start', '#date+start'],
  ['date_end', '#date+end'],
  ['period', '#event+code'],
  ['province', '#adm1+code'],
  ['urgency', '#severity+code'],
  ['status', '#status+code'],
  ['count', '#indicator+num'],
  ['marker', '#meta+marker'],
] as const;
type Column = (typeof columns)[number][0];

/**
 * The numbers for spreadsheets and for tools that read HXL: one cell of a table a row, its code once more in the column that belongs to it, so that
 * places join places and dates join dates. What begins like a formula is made text, since staff write the names of periods.
 */
export function toHxlCsv(publication: Publication | null): string {
  const rows = publication ? rowsOf(publication) : [];
  const lines = rows.map((row) => columns.map(([column]) => row[column] ?? ''));
  return stringify([columns.map(([column]) => column), columns.map(([, hashtag]) => hashtag), ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

type Row = Partial<Record<Column, string | number>>;

function rowsOf(publication: Publication): Row[] {
  const { through, received, leftOut } = publication;
  const whole = (table: string, count: number | null): Row => ({
    ...{ table, date_end: through, count: count ?? '', marker: count === null ? 'UNDER_5' : '' },
  });
  return [
    whole('received', received),
    whole('left_out', leftOut),
    ...listTables(publication).flatMap(({ id, cells }) => cells.map((cell) => rowOf(publication, id, cell))),
  ];
}

function rowOf(publication: Publication, table: TableId, { code, count, marker }: Cell): Row {
  const given = code === NOT_GIVEN ? '' : code;
  return {
    table,
    code,
    label_ko: cellName('ko', publication, table, code),
    label_en: cellName('en', publication, table, code),
    date_start: table === 'day' ? code : '',
    date_end: table === 'day' ? code : publication.through,
    period: table === 'period' ? given : '',
    province: table === 'province' ? given : '',
    urgency: table === 'level' ? given : '',
    status: table === 'stage' || table === 'outcome' ? code : '',
    count: count ?? '',
    marker: marker ?? '',
  };
}
