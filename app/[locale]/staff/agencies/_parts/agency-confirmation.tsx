import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Agency } from '@/lib/referrals/agencies/queries';
import { isConfirmed } from '@/lib/referrals/agencies/second-person';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { confirmAgencyAction } from '../actions';

/** `openers`: who cannot confirm it. */
type Props = { locale: Locale; actor: StaffActor; agency: Agency; openers: ReadonlySet<string> };

/** What one person alone has made of an agency, for another to confirm. */
export function AgencyConfirmation({ locale, actor, agency, openers }: Props) {
  const { confirm: said } = words(locale).desk.agencies;
  if (isConfirmed(agency)) return null;
  const isOther = !openers.has(actor.id);
  return (
    <Notice locale={locale} tone="warning" role="status">
      <p>{said.waits}</p>
      {isOther && can(actor.roles, 'agency.release') ? (
        <form action={confirmAgencyAction} id="agency-confirm" className="space-y-2">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="agency" value={agency.id} />
          <input type="hidden" name="slug" value={agency.slug} />
          <input type="hidden" name="seen" value={agency.version} />
          <p>{said.look}</p>
          <Button variant="secondary">{said.submit}</Button>
        </form>
      ) : (
        <p>{isOther ? said.supervisor : said.own}</p>
      )}
    </Notice>
  );
}
