import type { Metadata } from 'next';
import { PhoneIcon } from '@/app/_components/icons';
import { PublicPage } from '@/app/_components/public-page';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { publishedContacts } from '@/lib/contacts/published';
import { database } from '@/lib/database';
import { unbroken } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { dialled } from '@/lib/settings/numbers';
import { publicDetails } from '@/lib/settings/queries';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).pages.contacts.title };
}

export default async function ContactsPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { contacts } = words(locale).pages;
  const { operator, numbers } = await publicDetails(database);
  return (
    <PublicPage locale={locale} path="/contacts" width="reading">
      <h1>{contacts.title}</h1>
      <p className="mt-4">{contacts.lead}</p>
      <div className="mt-8 border-t border-gray-30">
        {publishedContacts.map(({ id, shown, href }) => (
          <section key={id} className="border-b border-gray-20 py-6">
            <h2 className="text-h4">{contacts.items[id].name}</h2>
            <p className="mt-1">{contacts.items[id].what}</p>
            <CallLink href={href} shown={shown} label={contacts.call(shown)} />
            <p className="text-gray-70">{contacts.items[id].where}</p>
            <p className="text-small text-gray-70">
              {numbers?.[id] ? contacts.verified(unbroken(numbers[id])) : contacts.unconfirmed}
            </p>
          </section>
        ))}
        {(numbers?.own ?? []).map((own) => (
          <section key={own.number} className="border-b border-gray-20 py-6">
            <h2 className="text-h4">{locale === 'ko' ? own.nameKo : own.nameEn}</h2>
            <CallLink href={dialled(own.number)} shown={own.number} label={contacts.call(own.number)} />
            {own.hoursKo ? (
              <p className="text-gray-70">{locale === 'ko' ? own.hoursKo : own.hoursEn}</p>
            ) : null}
            <p className="text-small text-gray-70">
              {own.verifiedOn ? contacts.verified(unbroken(own.verifiedOn)) : contacts.ownUnconfirmed}
            </p>
          </section>
        ))}
        <section className="py-6">
          <h2 className="text-h4">{contacts.naru.title}</h2>
          {operator ? (
            <p className="mt-1 whitespace-pre-line" data-testid="operator">
              {locale === 'ko'
                ? `${operator.nameKo}\n${operator.contactKo}`
                : `${operator.nameEn}\n${operator.contactEn}`}
            </p>
          ) : (
            <p className="mt-1">{contacts.naru.body}</p>
          )}
        </section>
      </div>
    </PublicPage>
  );
}

function CallLink({ href, shown, label }: { href: string; shown: string; label: string }) {
  return (
    <a
      href={href}
      aria-label={label}
      className="my-2 inline-flex min-h-12 items-center gap-2 text-h3-narrow font-bold no-underline hover:underline"
    >
      <PhoneIcon />
      {shown}
    </a>
  );
}
