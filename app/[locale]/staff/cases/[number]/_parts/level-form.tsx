import { Button } from '@/app/_components/button';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import { words } from '@/lib/i18n/words';
import { levels } from '@/lib/urgency/levels';
import { lowersGravely } from '@/lib/urgency/standing';
import { BlockTitle } from '../../../_desk/page-title';
import { setLevelAction } from '../workflow-actions';
import { ActForm } from './act-form';
import { type CasePage, may, REASON_PROBLEMS, wrong } from './case-page';

/** Sets the level by hand. Nobody lowers a U1 or U2 alone, and the form says so before it is sent. */
export function LevelForm({ page }: { page: CasePage }) {
  const { locale, found, typed } = page;
  const { urgency, desk } = words(locale);
  const said = desk.case.level;
  if (!may(page, 'level.change') || found.state === 'CLOSED') return null;
  const waits = found.approvals.some(({ act, state }) => act === 'LOWER_LEVEL' && state === 'PENDING');
  const isGrave = levels.some((one) => lowersGravely(found.level, one));
  return (
    <section aria-labelledby="levels" className="space-y-3">
      <BlockTitle id="levels">{said.title}</BlockTitle>
      {waits ? <p className="text-small font-bold">{said.pending}</p> : null}
      <ActForm page={page} action={setLevelAction}>
        <SelectField
          locale={locale}
          name="level"
          label={said.level}
          hint={<span className="text-small">{isGrave ? `${said.hint} ${said.lowering}` : said.hint}</span>}
          error={wrong(page, 'level', ['no-level', 'same-level', 'already-asked'])}
          options={levels
            .filter((one) => one !== found.level)
            .map((one) => ({ value: one, label: `${one} ${urgency.levels[one]}` }))}
          defaultValue={typed.level?.level}
        />
        <TextArea
          locale={locale}
          name="level_reason"
          label={desk.case.reason}
          error={wrong(page, 'level', REASON_PROBLEMS)}
          defaultValue={typed.level?.level_reason}
          rows={1}
        />
        <Button variant="secondary">{said.submit}</Button>
      </ActForm>
    </section>
  );
}
