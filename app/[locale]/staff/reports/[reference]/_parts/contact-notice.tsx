import type { ReactNode } from 'react';
import { Notice } from '@/app/_components/notice';
import type { ContactStanding } from '@/lib/cases/contact/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';

type Props = { locale: Locale; standing: ContactStanding; children?: ReactNode };

/** Whether a reporter may be contacted, wherever their report shows: why not, or who released it and why. Nothing where nothing stands against it. */
export function ContactNotice({ locale, standing, children }: Props) {
  const { contact: said, handOvers } = words(locale).desk;
  const { barrier, release } = standing;
  if (barrier === 'DO_NOT_CONTACT')
    return (
      <Notice locale={locale} tone="danger" title={said.title} heading="h3">
        <p>{said.barred}</p>
        {children}
      </Notice>
    );
  if (!release) return null;
  return (
    <Notice locale={locale} tone="warning" title={said.released} heading="h3">
      <p>{said.releasedBy[release.how](release.by.join(', '), seoulMoment(release.at))}</p>
      <p className="whitespace-pre-line">{release.reason ?? handOvers.card.withheld}</p>
      {release.reviewedAt ? <p>{said.reviewed}</p> : null}
      {release.reviewDueAt && !release.reviewedAt ? (
        <p className="font-bold">{said.reviewDue(seoulMoment(release.reviewDueAt))}</p>
      ) : null}
      {children}
    </Notice>
  );
}
