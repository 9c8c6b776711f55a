import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { type DutyMark, listDuty, listForDuty } from '@/lib/staff/duty/queries';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { BlockTitle } from '../../_desk/page-title';
import { SettingsFrame } from '../_parts/settings-frame';
import { setDutyAction } from '../actions';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.places.duty.title };
}

const cell = 'px-3 py-2 align-baseline';

/** Who is on duty; oneself for everybody who can be, the others for who may mark them. */
export default async function DutyPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.view');
  const [on, others] = await Promise.all([listDuty(database(), actor), listForDuty(database(), actor)]);
  const { settings } = words(locale).desk;
  const said = settings.duty;
  const mine = {
    id: actor.id,
    name: actor.name,
    since: on.find((one) => one.id === actor.id)?.since ?? null,
  };
  const marksOthers = can(actor.roles, 'duty.set');
  const rows: readonly DutyMark[] = marksOthers ? others : on;
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings', label: settings.back }}
      title={settings.places.duty.title}
      outcome={readOutcome(await searchParams)}
      said={said}
      anchors={{ duty: 'main' }}
    >
      <p>{said.intro}</p>
      {can(actor.roles, 'duty.self') ? (
        <section aria-labelledby="mine" className="space-y-2">
          <BlockTitle id="mine">{said.mine}</BlockTitle>
          <Mark locale={locale} mark={mine} />
        </section>
      ) : null}
      {on.length === 0 ? <p className="font-bold">{said.nobody}</p> : null}
      {rows.length > 0 ? (
        <table className="w-full max-w-reading text-small">
          <caption className="pb-2 text-left text-gray-70">{said.caption}</caption>
          <thead>
            <tr className="border-y border-gray-30 bg-gray-5">
              {[said.name, said.since, ...(marksOthers ? [said.change] : [])].map((head) => (
                <th key={head} scope="col" className="px-3 py-2 text-left font-bold">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((mark) => (
              <tr key={mark.id} className="border-b border-gray-20" data-testid="duty">
                <th scope="row" className={`${cell} text-left`}>
                  {mark.name}
                </th>
                <td className={cell}>{mark.since ? seoulMoment(mark.since) : said.off}</td>
                {marksOthers ? (
                  <td className={cell}>
                    <Mark locale={locale} mark={mark} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </SettingsFrame>
  );
}

function Mark({ locale, mark }: { locale: Locale; mark: DutyMark }) {
  const said = words(locale).desk.settings.duty;
  const act = mark.since ? said.end : said.start;
  return (
    <form action={setDutyAction}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="staff" value={mark.id} />
      <input type="hidden" name="on" value={mark.since ? 'NO' : 'YES'} />
      <button
        type="submit"
        aria-label={said.of(act, mark.name)}
        className="min-h-11 cursor-pointer rounded-md border border-gray-60 bg-gray-0 px-3 font-bold hover:border-primary-70 hover:bg-primary-5"
      >
        {act}
      </button>
    </form>
  );
}
