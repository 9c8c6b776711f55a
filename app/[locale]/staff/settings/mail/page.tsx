import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { mailStanding } from '@/lib/settings/mail/queries';
import { requireStaff } from '@/lib/staff/session';
import { type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { SettingsFrame } from '../_parts/settings-frame';
import { retryMailAction } from '../actions';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.places.mail.title };
}

/** Whether mail goes out, and what could not. */
export default async function MailPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.edit');
  const standing = await mailStanding(database(), actor);
  if (!standing) notFound();
  const { settings } = words(locale).desk;
  const said = settings.mail;
  const { server, waiting, failing, dead, lastMailedAt } = standing;
  const facts = [
    [said.server, server?.host ?? '–'],
    [said.from, server?.from ?? '–'],
    [said.last, lastMailedAt ? seoulMoment(lastMailedAt) : said.never],
    [said.waiting, String(waiting)],
    [said.failing, String(failing)],
    [said.dead, String(dead)],
  ] as const;
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings', label: settings.back }}
      title={settings.places.mail.title}
      outcome={readOutcome(await searchParams)}
      said={said}
      anchors={{ mail: 'main' }}
    >
      <p>{said.says}</p>
      {server ? null : (
        <Notice locale={locale} tone="warning">
          <p>{said.none}</p>
        </Notice>
      )}
      <dl className="max-w-reading border-t border-gray-20 text-small" data-testid="mail-standing">
        {facts.map(([label, value]) => (
          <div key={label} className="grid gap-x-4 border-b border-gray-10 py-2 md:grid-cols-[16rem_1fr]">
            <dt className="font-bold text-gray-70">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {dead > 0 ? (
        <Notice locale={locale} tone="danger">
          <p>{said.deadWhy}</p>
          <form action={retryMailAction}>
            <input type="hidden" name="locale" value={locale} />
            <Button variant="secondary">{said.retry}</Button>
          </form>
        </Notice>
      ) : null}
    </SettingsFrame>
  );
}
