import { orAway } from '@/app/_request/or-away';
import { openAnswer } from '@/app/api/_data/open-answer';
import { database } from '@/lib/database';
import { toOpenData } from '@/lib/statistics/open-data';
import { newestPublication } from '@/lib/statistics/queries';

export const dynamic = 'force-dynamic';

/** The published numbers for programs. */
export async function GET(request: Request): Promise<Response> {
  return orAway(async () => {
    const data = toOpenData(await newestPublication(database()));
    return openAnswer(request, {
      body: `${JSON.stringify(data, null, 2)}\n`,
      type: 'application/json; charset=utf-8',
      name: 'naru-numbers.json',
    });
  });
}
