import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** What each key does, and how work goes at the desk; `heading` as the page around it has it. */
export function KeysHelp({ locale, heading: Heading }: { locale: Locale; heading: 'h2' | 'h3' }) {
  const { keys } = words(locale).desk.queue;
  return (
    <div className="space-y-4 text-small">
      <div className="space-y-2">
        <Heading className="text-body! font-bold md:text-body!">{keys.workTitle}</Heading>
        <ol className="list-inside list-decimal space-y-1">
          {keys.work.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <div className="space-y-2">
        <Heading className="text-body! font-bold md:text-body!">{keys.termsTitle}</Heading>
        <dl className="space-y-1">
          {keys.terms.map(({ term, means }) => (
            <div key={term} className="gap-x-3 md:grid md:grid-cols-[9rem_1fr]">
              <dt className="font-bold">{term}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="space-y-2">
        <Heading className="text-body! font-bold md:text-body!">{keys.stuckTitle}</Heading>
        <ul className="list-outside list-disc space-y-1 pl-5">
          {keys.stuck.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <table className="w-full">
        <caption className="pb-1 text-left text-body font-bold">{keys.caption}</caption>
        <thead>
          <tr className="border-y border-gray-30 bg-gray-5">
            <th scope="col" className="px-2 py-1 text-left">
              {keys.key}
            </th>
            <th scope="col" className="px-2 py-1 text-left">
              {keys.does}
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.list.map(({ key, does }) => (
            <tr key={key} className="border-b border-gray-10">
              <th scope="row" className="px-2 py-1 text-left whitespace-nowrap">
                <kbd className="rounded-sm border border-gray-30 bg-gray-5 px-2 font-mono font-bold">
                  {key}
                </kbd>
              </th>
              <td className="px-2 py-1">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{keys.notes}</p>
    </div>
  );
}
