import { currentDraftId } from '@/app/_request/draft-cookie';
import { orAway } from '@/app/_request/or-away';
import { sandboxed } from '@/app/_request/sandboxed';
import { database } from '@/lib/database';
import { openDraftThumbnail } from '@/lib/evidence/queries';

type Context = { params: Promise<{ locale: string; id: string }> };

/** The small picture of a photo in this browser's own draft. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return orAway(async () => {
    const draft = await currentDraftId();
    const picture = draft && (await openDraftThumbnail(database(), draft, (await params).id));
    return picture ? sandboxed(picture) : new Response(null, { status: 404 });
  });
}
