import { stringify } from 'csv-stringify/sync';
import { articles, updatedOn } from '@/lib/background/evidence';
import { figureRows, type Row, timelineRows } from '@/lib/background/open-data';

/** Made at build like the pages: the data change only with the code. */
export const dynamic = 'force-static';

export const dynamicParams = false;

const tables: Record<string, () => Row[]> = { figures: figureRows, timeline: timelineRows };

export function generateStaticParams() {
  return Object.keys(tables).flatMap((name) => ['csv', 'json'].map((type) => ({ file: `${name}.${type}` })));
}

/** What says how to read the rows; a table has no room for it, so it stands in the JSON alone. */
const note = {
  updated: updatedOn,
  sources_format: 'article:paragraphs, separated by spaces; ~ marks what is partly inferred',
  articles: articles.map(({ id, title, date, outlet }) => ({
    id,
    title,
    date: date?.from ?? null,
    date_inferred: date?.inferred ?? false,
    outlet: outlet?.en ?? null,
  })),
};

type Context = { params: Promise<{ file: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [name = '', type] = (await params).file.split('.');
  const rows = tables[name]?.();
  if (!rows || (type !== 'csv' && type !== 'json')) return new Response(null, { status: 404 });
  const csv = type === 'csv';
  // A byte order mark, because spreadsheets otherwise take Korean for something else.
  const body = csv
    ? stringify(rows, { header: true, bom: true })
    : JSON.stringify({ ...note, rows }, null, 1);
  return new Response(body, {
    headers: {
      'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `${csv ? 'attachment' : 'inline'}; filename="naru-${name}.${type}"`,
      'cache-control': 'public, max-age=0, s-maxage=600, must-revalidate',
    },
  });
}
