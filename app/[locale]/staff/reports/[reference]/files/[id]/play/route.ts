import { notFound, redirect } from 'next/navigation';
import { sandboxedPart } from '@/app/_request/sandboxed';
import { database } from '@/lib/database';
import { findPlayed, findShown } from '@/lib/reports/desk/evidence/queries';
import { requireStaff } from '@/lib/staff/session';

type Context = { params: Promise<{ locale: string; reference: string; id: string }> };

/** A recording for the player, part by part, once it was opened with a reason; before that, the page where one is given. A player asks by itself. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff('evidence.original', { quiet: true });
  const { locale, reference, id } = await params;
  const opening = new URL(request.url).searchParams.get('opening') ?? '';
  const opened = await findPlayed(database(), actor, { reference, fileId: id, opening });
  if (opened) return sandboxedPart(opened, request.headers.get('range'));
  const file = await findShown(database(), actor, { reference, fileId: id });
  if (!file || file.viewer === 'TEXT') notFound();
  redirect(`/${locale}/staff/reports/${reference}/recordings/${id}`);
}
