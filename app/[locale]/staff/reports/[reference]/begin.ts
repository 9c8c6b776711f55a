import 'server-only';
import { shortIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { reportExists } from '@/lib/reports/desk/queries';
import type { Permission } from '@/lib/staff/roles';
import { type Begun, beginAct } from '../../_desk/act';
import { type DeskForm, reportPlace } from './form-place';

type Posted = { form: FormData; name: DeskForm; permission: Permission; fields: readonly string[] };

/** Begins an act on a report. The reference is posted: nothing is kept for one that is made up. */
export async function beginOnReport({ form, ...posted }: Posted): Promise<Begun & { reference: string }> {
  const reference = shortIn(form, 'reference', 12);
  const known = await reportExists(database(), reference);
  return { ...(await beginAct({ form, place: reportPlace(reference), known, ...posted })), reference };
}
