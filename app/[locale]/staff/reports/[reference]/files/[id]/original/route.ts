import { notFound, redirect } from 'next/navigation';
import { textIn } from '@/app/_request/posted';
import { sandboxed } from '@/app/_request/sandboxed';
import { database } from '@/lib/database';
import { openOriginal } from '@/lib/reports/desk/evidence/commands';
import { reportExists } from '@/lib/reports/desk/queries';
import { isSameOrigin } from '@/lib/same-origin';
import { forgetTyped, keepTyped } from '@/lib/staff/kept/commands';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../../../_desk/act';
import { reportPlace } from '../../../form-place';

type Context = { params: Promise<{ locale: string; reference: string; id: string }> };

/** Hands an original out as a download, for a reason that is kept. A form of its own and not an action, because a file is what it answers. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, reference, id } = await params;
  const form = await request.formData().catch(() => new FormData());
  // Each file's form has a control of its own: `original-2`.
  const reason = textIn(form, [...form.keys()].find((name) => name.startsWith('original-')) ?? '');
  const place = keptPlace(reportPlace(reference.slice(0, 12)), 'original');
  const known = await reportExists(database(), reference);
  const typed = { place, fields: { original: reason, file: id } };
  const actor = await requireStaff('evidence.original', known ? { typed } : {});
  if (!isSameOrigin(request) || !known) notFound();
  const opening = { reference, fileId: id, text: reason, submission: textIn(form, 'submission') };
  const opened = await openOriginal(database(), actor, opening);
  if (opened.ok) {
    await forgetTyped(database(), actor.id, place);
    return sandboxed(opened.file, opened.name);
  }
  if (opened.reason === 'unknown' || opened.reason === 'forbidden') notFound();
  await keepTyped(database(), actor.id, place, typed.fields);
  const problem = opened.reason === 'empty' ? 'no-reason' : opened.reason;
  const query = new URLSearchParams({ form: 'original', problem });
  redirect(`/${locale}/staff/reports/${reference}?${query}#files`);
}

/** Where somebody ends who had to sign in again first: at the report, with the reason still typed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await requireStaff('evidence.original');
  const { locale, reference } = await params;
  redirect(`/${locale}/staff/reports/${encodeURIComponent(reference)}#files`);
}
