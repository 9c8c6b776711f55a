import { sandboxed } from '@/app/_request/sandboxed';
import { database } from '@/lib/database';
import { openCopy } from '@/lib/reports/desk/evidence/commands';
import { requireStaff } from '@/lib/staff/session';

type Context = { params: Promise<{ reference: string; id: string }> };

/** The clean copy of a photo, or its small picture. Opening it is recorded. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff('report.read');
  const { reference, id } = await params;
  const isSmall = new URL(request.url).searchParams.get('size') === 'small';
  const place = { reference, fileId: id };
  const opened = await openCopy(database(), actor, place, isSmall ? 'THUMBNAIL' : 'COPY');
  return opened ? sandboxed(opened.file) : new Response(null, { status: 404 });
}
