import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../../../_desk/page-title';
import { addCaseNoteAction } from '../work-actions';
import { ActForm } from './act-form';
import { type CasePage, may, REASON_PROBLEMS, wrong } from './case-page';

/** A note goes into the timeline, whatever others do meanwhile. */
export function NoteForm({ page }: { page: CasePage }) {
  const { locale, typed } = page;
  const { note: said } = words(locale).desk.case;
  if (!may(page, 'case.work')) return null;
  return (
    <section aria-labelledby="notes" className="space-y-3">
      <BlockTitle id="notes">{said.title}</BlockTitle>
      <ActForm page={page} action={addCaseNoteAction}>
        <TextArea
          locale={locale}
          name="note"
          label={said.label}
          hint={<span className="text-small">{said.hint}</span>}
          error={wrong(page, 'note', REASON_PROBLEMS)}
          defaultValue={typed.note?.note}
          rows={3}
        />
        <Button variant="secondary">{said.submit}</Button>
      </ActForm>
    </section>
  );
}
