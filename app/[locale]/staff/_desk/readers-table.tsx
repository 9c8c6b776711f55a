import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';

type Reader = { id: string; name: string; firstAt: Date; lastAt: Date; times: number };
type Props = { locale: Locale; id?: string; caption: string; notice: string; readers: readonly Reader[] };

/** Who has read something, for everybody who reads it. */
export function ReadersTable({ locale, id, caption, notice, readers }: Props) {
  const { report: said } = words(locale).staff;
  return (
    <section id={id} className="space-y-2">
      <table className="w-full text-left text-small">
        <caption className="pb-2 text-left text-h4 font-bold">{caption}</caption>
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
          {readers.map((reader) => (
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
      <p className="text-small text-gray-70">{notice}</p>
    </section>
  );
}
