import { orAway } from '@/app/_request/or-away';
import { openAnswer } from '@/app/api/_data/open-answer';
import { database } from '@/lib/database';
import { toHxlCsv } from '@/lib/statistics/hxl-csv';
import { newestPublication } from '@/lib/statistics/queries';

export const dynamic = 'force-dynamic';

/** The published numbers for spreadsheets, with a row of HXL hashtags. */
export async function GET(request: Request): Promise<Response> {
  return orAway(async () =>
    openAnswer(request, {
      body: toHxlCsv(await newestPublication(database())),
      type: 'text/csv; charset=utf-8; header=present',
      name: 'naru-numbers.csv',
    }),
  );
}
