import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { DeskTable, deskCell, deskRow, Labelled } from './desk-table';

type Reader = { id: string; name: string; firstAt: Date; lastAt: Date; times: number };
type Props = { locale: Locale; id?: string; caption: string; notice: string; readers: readonly Reader[] };

/** Who has read something, for everybody who reads it. */
export function ReadersTable({ locale, id, caption, notice, readers }: Props) {
  const { report: said } = words(locale).staff;
  return (
    <section id={id} className="space-y-2">
      <h2 className="text-h4! font-bold md:text-h4!">{caption}</h2>
      <DeskTable
        caption={caption}
        captionHidden
        heads={[said.reader, said.firstRead, said.lastRead, said.times]}
      >
        {readers.map((reader) => (
          <tr key={reader.id} className={`${deskRow} py-1`}>
            <th scope="row" className={`${deskCell} text-left font-normal`}>
              {reader.name}
            </th>
            <td className={deskCell}>
              <Labelled label={said.firstRead}>{seoulMoment(reader.firstAt)}</Labelled>
            </td>
            <td className={deskCell}>
              <Labelled label={said.lastRead}>{seoulMoment(reader.lastAt)}</Labelled>
            </td>
            <td className={deskCell}>
              <Labelled label={said.times}>{reader.times}</Labelled>
            </td>
          </tr>
        ))}
      </DeskTable>
      <p className="text-small text-gray-70">{notice}</p>
    </section>
  );
}
