import { database } from '@/lib/database';
import { isDatabaseUp } from '@/lib/health/queries';

export const dynamic = 'force-dynamic';

/** 200 when the database answers, 503 when it does not. */
export async function GET(): Promise<Response> {
  const up = await isDatabaseUp(database());
  return Response.json(
    { status: up ? 'ok' : 'database unreachable' },
    { status: up ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
