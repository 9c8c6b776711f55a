import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Outcome } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { addNoteAction } from '../actions';
import { problemHere } from './act-words';

type Props = { locale: Locale; report: DeskReport; typed: KeptFields | null | undefined; outcome: Outcome };

export function Notes({ locale, report, typed, outcome }: Props) {
  const noteLabels = {
    compartment: words(locale).staff.report.compartment.noteLabel,
    evidence: words(locale).staff.files.noteLabel,
    recording: words(locale).desk.viewer.recording.noteLabel,
    recusal: words(locale).desk.report.recuse.noteLabel,
  };
  const { report: said } = words(locale).staff;
  return (
    <section aria-labelledby="notes" className="space-y-3">
      <BlockTitle id="notes">{said.notes}</BlockTitle>
      {report.notes.length === 0 ? <p className="text-small">{said.noNotes}</p> : null}
      <ol className="text-small">
        {report.notes.map((note) => (
          <li key={note.id} className="border-b border-gray-10 py-2">
            <p className="text-gray-70">
              {note.author}, {seoulMoment(note.at)}
            </p>
            {note.about ? <p className="font-bold">{noteLabels[note.about]}</p> : null}
            <p className="whitespace-pre-line">{note.text}</p>
          </li>
        ))}
      </ol>
      <form action={addNoteAction} noValidate className="space-y-3">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="reference" value={report.reference} />
        <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
        <TextArea
          locale={locale}
          name="note"
          label={said.note}
          hint={said.noteHint}
          error={problemHere(locale, outcome, 'note')}
          defaultValue={typed?.note}
          rows={3}
        />
        <Button variant="secondary">{said.addNote}</Button>
      </form>
    </section>
  );
}
