import { Sentence } from '@/app/_components/sentence';
import { StatusTag } from '@/app/_components/status-tag';
import type { Locale } from '@/lib/i18n/locale';
import { unbroken } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { Acknowledging, Agency } from '@/lib/referrals/agencies/queries';
import { isConfirmed } from '@/lib/referrals/agencies/second-person';
import { isMask } from '@/lib/referrals/masks';
import { DeskTable, deskCell, deskRow } from '../../_desk/desk-table';
import { roughly } from './roughly';

const cell = `${deskCell} align-baseline md:py-2`;

type Props = {
  locale: Locale;
  rows: readonly Agency[];
  times: ReadonlyMap<string, Acknowledging>;
  mayEdit: boolean;
};

export function AgencyTable({ locale, rows, times, mayEdit }: Props) {
  const said = words(locale).desk.agencies;
  const heads = [said.name, said.takes, said.contact, said.rules, said.mask, said.acknowledging];
  return (
    <DeskTable caption={said.caption} captionHidden heads={heads}>
      {rows.map((agency) => (
        <Row key={agency.id} locale={locale} agency={agency} time={times.get(agency.id)} mayEdit={mayEdit} />
      ))}
    </DeskTable>
  );
}

type RowProps = { locale: Locale; agency: Agency; time: Acknowledging | undefined; mayEdit: boolean };

function Row({ locale, agency, time, mayEdit }: RowProps) {
  const said = words(locale).desk.agencies;
  const name = locale === 'ko' ? agency.nameKo : agency.nameEn;
  const { blocked, abroad, inUse } = agency;
  return (
    <tr className={`${deskRow} py-2`} data-testid="agency">
      <th scope="row" className={`${cell} text-left font-bold`}>
        {mayEdit ? (
          <a
            href={`/${locale}/staff/agencies/${agency.slug}`}
            aria-label={said.editOf(name)}
            className="inline-flex min-h-11 min-w-11 items-center"
          >
            {name}
          </a>
        ) : (
          name
        )}
      </th>
      <td className={cell}>{locale === 'ko' ? agency.takesKo : agency.takesEn}</td>
      <td className={cell}>
        <span className="font-bold md:hidden">{said.contact}: </span>
        {agency.contact ? (
          <>
            <span className="whitespace-pre-line break-words">
              <Sentence text={agency.contact} />
            </span>{' '}
            <StatusTag tone={agency.verifiedOn ? 'success' : 'warning'}>
              {agency.verifiedOn ? said.verified(unbroken(agency.verifiedOn)) : said.unverified}
            </StatusTag>
          </>
        ) : (
          said.noContact
        )}
      </td>
      <td className={`${cell} space-x-1`}>
        <span className="font-bold md:hidden">{said.rules}: </span>
        {inUse ? null : <StatusTag>{said.outOfUse}</StatusTag>}
        {blocked ? <StatusTag tone="danger">{said.blocked}</StatusTag> : null}
        {abroad ? <StatusTag tone="warning">{said.abroad}</StatusTag> : null}
        {isConfirmed(agency) ? null : <StatusTag tone="warning">{said.unconfirmed}</StatusTag>}
        {inUse && !blocked && !abroad && isConfirmed(agency) ? said.open : null}
      </td>
      <td className={cell}>
        <span className="font-bold md:hidden">{said.mask}: </span>
        {isMask(agency.mask) ? said.masks[agency.mask] : '–'}
      </td>
      <td className={cell}>
        <span className="font-bold md:hidden">{said.acknowledging}: </span>
        {agency.ackHours === null ? null : <p>{said.own(agency.ackHours)}</p>}
        {time ? said.median(roughly(locale, time.medianMs), time.times) : said.noneYet}
      </td>
    </tr>
  );
}
