import { Button } from '@/app/_components/button';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { RETENTION_CLASSES, type RetentionClass, type RetentionDays } from '@/lib/settings/retention';
import { DeskTable, deskCell, deskRow, Labelled } from '../../_desk/desk-table';
import { BlockTitle } from '../../_desk/page-title';
import { saveRetentionAction } from '../actions';

type Props = {
  locale: Locale;
  seen: number;
  /** What counts now. */
  force: RetentionDays;
  days: RetentionDays;
  due: Partial<Record<RetentionClass, number>>;
};

/** What other periods would mean, and the form that saves them. */
export function Preview({ locale, seen, force, days, due }: Props) {
  const said = words(locale).desk.settings.retention;
  const changed = RETENTION_CLASSES.filter((name) => days[name] !== force[name]);
  return (
    <section aria-labelledby="preview" className="max-w-reading space-y-3">
      <BlockTitle id="preview">{said.previewTitle}</BlockTitle>
      {changed.length === 0 ? <p>{said.unchanged}</p> : null}
      {changed.length > 0 ? (
        <DeskTable
          caption={said.caption}
          heads={[said.heads.name, said.heads.now, said.heads.changed, said.heads.due]}
        >
          {changed.map((name) => (
            <tr key={name} className={deskRow} data-testid={`due-${name}`}>
              <th scope="row" className={`${deskCell} text-left font-normal`}>
                {said.classes[name]}
              </th>
              <td className={deskCell}>
                <Labelled label={said.heads.now}>{said.days(force[name])}</Labelled>
              </td>
              <td className={deskCell}>
                <Labelled label={said.heads.changed}>{said.days(days[name])}</Labelled>
              </td>
              <td className={deskCell}>
                <Labelled label={said.heads.due}>{due[name] ?? 0}</Labelled>
              </td>
            </tr>
          ))}
        </DeskTable>
      ) : null}
      <form action={saveRetentionAction}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="seen" value={seen} />
        {RETENTION_CLASSES.map((name) => (
          <input key={name} type="hidden" name={name} value={days[name]} />
        ))}
        <Button>{said.save}</Button>
      </form>
    </section>
  );
}
