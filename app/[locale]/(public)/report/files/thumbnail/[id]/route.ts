import { currentDraftId } from '@/app/_request/draft-cookie';
import { sandboxed } from '@/app/_request/sandboxed';
import { database } from '@/lib/database';
import { openDraftThumbnail } from '@/lib/evidence/queries';

type Context = { params: Promise<{ locale: string; id: string }> };

/** The small picture of a photo in this browser's own draft. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const draft = await currentDraftId();
  const picture = draft && (await openDraftThumbnail(database(), draft, (await params).id));
  return picture ? sandboxed(picture) : new Response(null, { status: 404 });
}
