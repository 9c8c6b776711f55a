import { Notice } from '@/app/_components/notice';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { unacknowledgedRecoveryCodes } from '@/lib/staff/queries';
import type { StaffActor } from '@/lib/staff/session';

/** Reminds of recovery codes that nobody has said to have kept: without them a lost authenticator is a lost account. */
export async function RecoveryNotice({ locale, actor }: { locale: Locale; actor: StaffActor }) {
  if (!(await unacknowledgedRecoveryCodes(database(), actor))) return null;
  const { codes } = words(locale).staff.setup;
  return (
    <Notice locale={locale} tone="warning">
      <p>
        <a
          href={`/${locale}/staff/setup/recovery-codes`}
          className="inline-flex min-h-11 items-center"
          data-testid="recovery-codes-link"
        >
          {codes.reminder}
        </a>
      </p>
    </Notice>
  );
}
