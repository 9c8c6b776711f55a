import { Sentence } from '@/app/_components/sentence';
import { publicAddress } from '@/app/_request/public-address';
import { DAY } from '@/lib/clock';
import type { Locale } from '@/lib/i18n/locale';
import { longMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { StatusQr } from './status-qr';

type Props = { locale: Locale; receivedAt: Date; codeUntil: Date };

/** What happens after sending, the times worth remembering, and how to come back. No answer is promised for any of them. */
export async function WhatNext({ locale, receivedAt, codeUntil }: Props) {
  const { pages, more } = words(locale).report;
  const { next, whenHear } = pages.receipt;
  const said = more.receipt;
  const address = `${await publicAddress()}/${locale}/status`;
  const dates = [
    { term: said.received, text: longMoment(locale, receivedAt) },
    {
      term: said.lookAgain,
      text: said.after(longMoment(locale, new Date(receivedAt.getTime() + DAY))),
      note: said.notPromised,
    },
    { term: said.codeUntil, text: said.until(longMoment(locale, codeUntil)) },
  ];
  return (
    <>
      <section>
        <h2 className="text-h3-narrow md:text-h3">{next.title}</h2>
        <ol className="mt-3 list-decimal space-y-2 pl-6">
          {next.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
        <p className="mt-4">
          <Sentence text={whenHear} />
        </p>
      </section>
      <section className="mt-8">
        <h2 className="text-h3-narrow md:text-h3">{said.dates}</h2>
        <dl className="mt-3 grid gap-x-6 gap-y-1 md:grid-cols-[14rem_1fr]" data-testid="receipt-dates">
          {dates.map(({ term, text, note }) => (
            <div key={term} className="md:col-span-2 md:grid md:grid-cols-subgrid">
              <dt className="font-bold">{term}</dt>
              <dd className="mb-2">
                {text}
                {note ? <span className="block text-gray-70">{note}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="mt-8 flex flex-col gap-x-6 gap-y-3 md:flex-row md:items-center">
        <StatusQr address={address} label={said.qr.label(address)} />
        <div className="min-w-0 flex-1">
          <h2 className="text-h4 md:text-h4">{said.qr.title}</h2>
          <p className="mt-1 font-mono">{address}</p>
          <p className="mt-1">{said.qr.text}</p>
        </div>
      </section>
    </>
  );
}
