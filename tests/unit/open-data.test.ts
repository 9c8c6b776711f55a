import { describe, expect, it } from 'vitest';
import { toHxlCsv } from '@/lib/statistics/hxl-csv';
import { tableIds } from '@/lib/statistics/listing';
import { toOpenData } from '@/lib/statistics/open-data';
import { fixedCells } from '@/lib/statistics/tables';
import { madeUpPublication } from '../support/published-numbers';

const publication = madeUpPublication(new Date('2025-11-10T00:00:00Z'));
const lines = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
/** Commas inside quotes are text. */
const fields = (line: string): string[] => line.match(/(?<=^|,)("([^"]|"")*"|[^,]*)/g) ?? [];
const rows = lines(toHxlCsv(publication)).map(fields);
const column = (name: string) => rows[0]?.indexOf(name) ?? -1;

/** Hashtags and attributes of HXL 1.1's dictionary that are used here; language attributes are `+i_` and a code; one attribute is our own. */
const HASHTAGS = ['#indicator', '#meta', '#date', '#event', '#adm1', '#severity', '#status'];
const ATTRIBUTES = ['code', 'name', 'num', 'start', 'end', 'i_ko', 'i_en', 'marker'];

describe('the CSV', () => {
  it('has one row of heads and under it one row of HXL hashtags', () => {
    const [heads = [], tags = []] = rows;
    expect(heads).toHaveLength(tags.length);
    expect(new Set(heads).size).toBe(heads.length);
    for (const tag of tags) {
      const [hashtag = '', ...attributes] = tag.split('+');
      expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
      expect(HASHTAGS).toContain(hashtag);
      for (const attribute of attributes) expect(ATTRIBUTES).toContain(attribute);
    }
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('has dates where dates are promised and numbers where numbers are', () => {
    for (const row of rows.slice(2)) {
      expect(row).toHaveLength(rows[0]?.length ?? 0);
      expect(row[column('date_end')]).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(row[column('date_start')]).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
      const [count, marker] = [row[column('count')], row[column('marker')]];
      if (count) expect(Number(count) % 5).toBe(0);
      expect(marker === '').toBe(count !== '');
      expect(row[column('province')]).toMatch(/^(KH-\d+)?$/);
    }
  });

  it('makes text of what would be a formula', () => {
    const periods = [{ code: 'x', ko: '=HYPERLINK("http://example.com")', en: '@SUM(1+1)' }];
    const cells = { ...publication.cells, period: { x: 20, NONE: null } };
    const line = lines(toHxlCsv({ ...publication, periods, cells })).find((one) =>
      one.startsWith('period,x'),
    );
    expect(line).toContain(`"'=HYPERLINK(""http://example.com"")"`);
    expect(line).toContain(`,'@SUM(1+1),`);
  });

  it('is its two rows of heads before anything is published', () => {
    expect(lines(toHxlCsv(null))).toHaveLength(2);
  });
});

describe('the JSON', () => {
  it('holds every table whole, in codes and in both languages', () => {
    const { tables, counted_through, left_out } = toOpenData(publication);
    expect(tables.map(({ id }) => id)).toEqual(tableIds);
    expect(counted_through).toBe(publication.through);
    expect(left_out).toEqual({ count: 35, marker: null });
    expect(tables.find(({ id }) => id === 'province')?.cells.map(({ code }) => code)).toEqual(
      fixedCells.province,
    );
    for (const { cells } of tables)
      for (const { label, count, marker } of cells) {
        expect(label.ko).toBeTruthy();
        expect(label.en).toMatch(/^[^가-힣[\]]+$/);
        expect(count === null).toBe(marker !== null);
      }
  });

  it('says the same as the CSV', () => {
    const cells = toOpenData(publication).tables.flatMap(({ id, cells: all }) =>
      all.map(({ code, count, marker }) => [id, code, `${count ?? ''}`, marker ?? '']),
    );
    const said = rows
      .slice(4)
      .map((row) => ['table', 'code', 'count', 'marker'].map((name) => row[column(name)]));
    expect(said).toEqual(cells);
  });

  it('says that no outcome is recorded, and shows safety unconfirmed beside closed', () => {
    const outcome = toOpenData(publication).tables.find(({ id }) => id === 'outcome');
    expect(outcome?.cells.map(({ code, marker }) => [code, marker])).toEqual([
      ['CLOSED', 'NONE_RECORDED'],
      ['SAFETY_UNCONFIRMED', 'NONE_RECORDED'],
    ]);
    const recorded = { ...publication, outcomes: { CLOSED: 10, SAFETY_UNCONFIRMED: null } };
    expect(
      toOpenData(recorded)
        .tables.at(-1)
        ?.cells.map(({ count, marker }) => [count, marker]),
    ).toEqual([
      [10, null],
      [null, 'UNDER_5'],
    ]);
  });
});
