import { randomUUID } from 'node:crypto';
import { TextArea } from '@/app/_components/text-area';
import { VisuallyHidden } from '@/app/_components/visually-hidden';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { type Level, levels } from '@/lib/urgency/levels';
import { assignAction, changeLevelAction, recuseAction } from './queue-actions';
import { plainButton } from './queue-filters';

/** What the forms on an open item have to say of it. */
export type OpenItem = {
  ref: string;
  level: Level;
  version: number | null;
  /** What a form was made from (lib/cases/bulk/acts.ts). */
  seen: string;
  assignedTo: string | null;
  /** Whether anybody could let the reader back, if they stepped back. */
  canBeLetBack: boolean;
};

export type FormProps = {
  locale: Locale;
  item: OpenItem;
  /** The queue's query, to come back to. */
  back: string;
  me: string;
  staff: readonly { id: string; name: string }[];
  typed: { level: KeptFields | null; recuse: KeptFields | null };
  problem: (form: string) => string | undefined;
};

export function Hidden({ locale, back, item }: Pick<FormProps, 'locale' | 'back' | 'item'>) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="ref" value={item.ref} />
      <input type="hidden" name="seen" value={item.seen} />
      <input type="hidden" name="submission" value={randomUUID()} />
    </>
  );
}

/** Whose it is to be: mine, somebody's, nobody's. */
export function AssignForm({ locale, item, back, me, staff }: FormProps) {
  const { queue: said } = words(locale).desk;
  return (
    <form id="assign" action={assignAction} className="flex flex-wrap items-end gap-2">
      <Hidden locale={locale} back={back} item={item} />
      {item.assignedTo === me ? (
        <button type="submit" name="to" value="nobody" className={plainButton}>
          {said.release}
        </button>
      ) : item.assignedTo === null || staff.length > 0 ? (
        <button type="submit" name="to" value="me" className={plainButton}>
          {said.takeMine}
        </button>
      ) : null}
      {staff.length > 0 ? <GiveTo locale={locale} staff={staff} /> : null}
    </form>
  );
}

function GiveTo({ locale, staff }: Pick<FormProps, 'locale' | 'staff'>) {
  const { queue: said } = words(locale).desk;
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center px-2 font-bold text-primary-70">
        {said.giveTo}
      </summary>
      <div className="flex flex-wrap gap-2">
        {staff.map(({ id, name }) => (
          <button key={id} type="submit" name="to" value={id} className={plainButton}>
            <VisuallyHidden>{said.giveTo}: </VisuallyHidden>
            {name}
          </button>
        ))}
      </div>
    </details>
  );
}

/** Another level, with a reason. What was typed for another item does not come back here. */
export function LevelForm({ locale, item, back, typed, problem }: FormProps) {
  const { desk, urgency } = words(locale);
  const said = desk.queue.level;
  const kept = typed.level?.ref === item.ref ? typed.level : null;
  return (
    <form id="level" action={changeLevelAction} noValidate className="space-y-2">
      <Hidden locale={locale} back={back} item={item} />
      <input type="hidden" name="was" value={item.level} />
      <input type="hidden" name="version" value={item.version ?? ''} />
      <fieldset className="space-y-1">
        <legend className="font-bold">{said.choose}</legend>
        <div className="flex flex-wrap gap-1">
          {levels.map((level) => (
            <label
              key={level}
              className="inline-flex min-h-11 cursor-pointer items-center gap-1 rounded-md border border-gray-30 px-2 text-small has-checked:border-primary-60 has-checked:bg-primary-5"
            >
              <input
                type="radio"
                name="level"
                value={level}
                defaultChecked={(kept?.level ?? item.level) === level}
                className="size-5 accent-primary-60"
              />
              {level} {urgency.levels[level]}
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        locale={locale}
        name="reason"
        label={said.reason}
        hint={said.hint}
        error={problem('level')}
        defaultValue={kept?.reason}
        rows={2}
      />
      <button type="submit" className={plainButton}>
        {said.submit}
      </button>
    </form>
  );
}

/** Somebody they know is in it. */
export function RecuseForm({ locale, item, back, typed, problem }: FormProps) {
  const { desk } = words(locale);
  const said = desk.queue.recuse;
  const kept = typed.recuse?.ref === item.ref ? typed.recuse : null;
  return (
    <details open={Boolean(kept ?? problem('recuse'))}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-bold text-primary-70">
        {said.title}
      </summary>
      <form id="recuse" action={recuseAction} noValidate className="space-y-2">
        <Hidden locale={locale} back={back} item={item} />
        {item.canBeLetBack ? null : <p className="font-bold">{desk.case.recuse.noWayBack}</p>}
        <TextArea
          locale={locale}
          name="recusal"
          label={said.reason}
          hint={said.hint}
          error={problem('recuse')}
          defaultValue={kept?.recusal}
          rows={2}
        />
        <button type="submit" className={plainButton}>
          {said.submit}
        </button>
      </form>
    </details>
  );
}
