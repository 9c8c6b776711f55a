import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';

/** Who has read this report, for everybody who reads it. */
export function Readers({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { report: said } = words(locale).staff;
  return (
    <section className="space-y-2">
      <table className="w-full text-left text-small">
        <caption className="pb-2 text-left text-h4 font-bold">{said.readers}</caption>
        <thead>
          <tr className="border-y border-gray-30 bg-gray-5">
            {[said.reader, said.firstRead, said.lastRead, said.times].map((head) => (
              <th key={head} scope="col" className="px-2 py-1">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.readers.map((reader) => (
            <tr key={reader.id} className="border-b border-gray-10">
              <th scope="row" className="px-2 py-1 font-normal">
                {reader.name}
              </th>
              <td className="px-2 py-1">{seoulMoment(reader.firstAt)}</td>
              <td className="px-2 py-1">{seoulMoment(reader.lastAt)}</td>
              <td className="px-2 py-1">{reader.times}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-small text-gray-70">{said.readNotice}</p>
    </section>
  );
}
