import { createHash, timingSafeEqual } from 'node:crypto';
import { database } from '@/lib/database';
import { env } from '@/lib/env';
import { runDueJobs } from '@/lib/jobs/run';

export const dynamic = 'force-dynamic';

/** For a scheduler: does what is due. Without the secret there is nothing here. */
export async function POST(request: Request): Promise<Response> {
  return run(request);
}

/** Vercel's scheduler asks with GET. */
export async function GET(request: Request): Promise<Response> {
  return run(request);
}

async function run(request: Request): Promise<Response> {
  const secret = env().CRON_SECRET;
  if (!secret || !isSame(request.headers.get('authorization') ?? '', `Bearer ${secret}`))
    return new Response(null, { status: 404 });
  const done = await runDueJobs(database());
  // A scheduler that looks at the status alone has to see that something is wrong.
  const status = done.failed.length > 0 ? 500 : 200;
  return Response.json(done, { status, headers: { 'cache-control': 'no-store' } });
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
