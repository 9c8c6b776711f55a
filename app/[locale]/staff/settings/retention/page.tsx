import type { Metadata } from 'next';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { TextField } from '@/app/_components/text-field';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { countDue } from '@/lib/retention/due/queries';
import { findSetting } from '@/lib/settings/queries';
import {
  daysInForce,
  RETENTION_BOUNDS,
  RETENTION_CLASSES,
  type RetentionClass,
  type RetentionDays,
  retentionProblems,
  USUAL_DAYS,
} from '@/lib/settings/retention';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../_desk/act';
import { type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { SettingsFrame } from '../_parts/settings-frame';
import { RETENTION_PLACE } from '../setting-places';
import { Preview } from './preview';

type Search = OutcomeSearch & Record<string, string | string[] | undefined>;
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.places.retention.title };
}

/** How long things are kept: typed, looked at with what they would erase, and only then saved. */
export default async function RetentionPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.edit');
  const search = await searchParams;
  const stored = await findSetting(database(), actor, 'RETENTION');
  const kept = await findTyped(database(), actor.id, keptPlace(RETENTION_PLACE, 'retention'));
  const { settings } = words(locale).desk;
  const said = settings.retention;
  const set = stored.value?.days ?? USUAL_DAYS;
  const looking = oneOf(search.look) !== undefined;
  const typed = (name: string) => (looking ? oneOf(search[name]) : kept?.[name]) ?? '';
  const days = Object.fromEntries(
    RETENTION_CLASSES.map((name) => [name, Number(typed(name) || set[name])]),
  ) as RetentionDays;
  const bad = retentionProblems(days);
  const outOf = (name: RetentionClass) => said.bad(RETENTION_BOUNDS[name].least, RETENTION_BOUNDS[name].most);
  const wrong = looking
    ? bad.map((name) => ({ name, message: `${said.classes[name]}: ${outOf(name)}` }))
    : [];
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings', label: settings.back }}
      title={settings.places.retention.title}
      outcome={readOutcome(search)}
      said={said}
      anchors={{ retention: 'WITHDRAWN' }}
      kept={kept !== null}
    >
      <ErrorSummary locale={locale} problems={wrong} />
      <p className="max-w-reading">{said.intro}</p>
      <p className="max-w-reading">{said.grace}</p>
      {looking && bad.length === 0 ? (
        <Preview
          locale={locale}
          seen={stored.version}
          force={daysInForce(stored.value, now())}
          days={days}
          due={await countDue(database(), actor, days)}
        />
      ) : null}
      <form method="get" noValidate className="max-w-form space-y-5 rounded-lg border border-gray-20 p-5">
        {RETENTION_CLASSES.map((name) => {
          const { least, most, usual } = RETENTION_BOUNDS[name];
          const lately = stored.value?.shortened[name];
          const waits = lately && new Date(lately.from) > now();
          return (
            <TextField
              key={name}
              locale={locale}
              name={name}
              label={said.classes[name]}
              hint={[
                said.hint(least, most, usual),
                waits ? said.until(lately.was, seoulMoment(new Date(lately.from))) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
              error={looking && bad.includes(name) ? outOf(name) : undefined}
              defaultValue={typed(name) || String(set[name])}
              inputMode="numeric"
              width="short"
            />
          );
        })}
        <Button variant="secondary" name="look" value="1">
          {said.preview}
        </Button>
      </form>
    </SettingsFrame>
  );
}
