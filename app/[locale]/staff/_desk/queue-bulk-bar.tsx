import { BULK_ACTS } from '@/lib/cases/bulk/acts';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { plainButton } from './queue-filters';

type Props = {
  locale: Locale;
  /** Whom this person may give work to; empty for who may only take it. */
  staff: readonly { id: string; name: string }[];
};

const look = 'min-h-11 max-w-full rounded-md border border-gray-60 bg-gray-0 px-3 text-small';

/** What to do with the rows that are checked: asks for a preview, and changes nothing. */
export function BulkBar({ locale, staff }: Props) {
  const { bulk } = words(locale).desk.queue;
  const acts = BULK_ACTS.filter((act) => act !== 'ASSIGN' || staff.length > 0);
  return (
    <fieldset
      className="flex flex-wrap items-center gap-2 border-t border-gray-30 bg-gray-5 px-3 py-1 md:sticky md:bottom-0 md:z-10"
      data-no-print=""
    >
      <legend className="sr-only">{bulk.label}</legend>
      <label htmlFor="bulk-act" className="text-small font-bold">
        {bulk.label}
      </label>
      <select id="bulk-act" name="act" className={look} defaultValue="">
        <option value="">{bulk.choose}</option>
        {acts.map((act) => (
          <option key={act} value={act}>
            {bulk.acts[act]}
          </option>
        ))}
      </select>
      {staff.length > 0 ? (
        <>
          <label htmlFor="bulk-to" className="text-small font-bold">
            {bulk.to}
          </label>
          <select id="bulk-to" name="to" className={look} defaultValue="">
            <option value="">–</option>
            {staff.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </>
      ) : null}
      <button type="submit" className={plainButton}>
        {bulk.preview}
      </button>
    </fieldset>
  );
}
