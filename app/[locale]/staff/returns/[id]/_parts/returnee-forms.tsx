import { Button } from '@/app/_components/button';
import { controlLook } from '@/app/_components/field-parts';
import { RETURN_ANSWERS } from '@/lib/cases/return-transitions';
import type { Returnee } from '@/lib/cases/returns/reading/commands';
import { words } from '@/lib/i18n/words';
import { answerReturnAction, leaveReturnAction } from '../actions';
import type { ReturnPage } from '../form-place';
import { ReturnStart } from './return-start';

/** What somebody says to coming along, and taking them off the list. */
export function ReturneeForms({ page, one }: { page: ReturnPage; one: Returnee }) {
  const { locale, typed } = page;
  const { returns: said } = words(locale).desk;
  const keptOf = (form: string) => (typed[form]?.person === one.personId ? typed[form] : undefined);
  const [answering, leaving] = [keptOf('return-answer'), keptOf('return-leave')];
  const answer = answering?.answer ?? one.answer;
  const field = 'min-w-0 grow space-y-1';
  return (
    <>
      <form action={answerReturnAction} noValidate className="flex flex-wrap items-end gap-3">
        <ReturnStart page={page} person={one.personId} />
        <div className="space-y-1">
          <label htmlFor={`answer-${one.personId}`} className="block font-bold">
            {said.page.answer}
          </label>
          <select
            key={answer}
            id={`answer-${one.personId}`}
            name="answer"
            defaultValue={answer}
            className={controlLook()}
          >
            {RETURN_ANSWERS.map((code) => (
              <option key={code} value={code}>
                {said.answers[code]}
              </option>
            ))}
          </select>
        </div>
        <div className={field}>
          <label htmlFor={`note-${one.personId}`} className="block font-bold">
            {said.page.answerNote}
          </label>
          <input
            id={`note-${one.personId}`}
            name="answer_note"
            type="text"
            autoComplete="off"
            defaultValue={answering?.answer_note}
            className={`${controlLook()} w-full`}
          />
        </div>
        <Button variant="secondary">{said.page.answerSave}</Button>
      </form>
      <details open={Boolean(leaving)}>
        <summary className="min-h-11 cursor-pointer py-2">{said.page.leave}</summary>
        <form action={leaveReturnAction} noValidate className="flex flex-wrap items-end gap-3">
          <ReturnStart page={page} person={one.personId} />
          <div className={field}>
            <label htmlFor={`leave-${one.personId}`} className="block font-bold">
              {said.page.reason}
            </label>
            <input
              id={`leave-${one.personId}`}
              name="leave_reason"
              type="text"
              autoComplete="off"
              defaultValue={leaving?.leave_reason}
              className={`${controlLook()} w-full`}
            />
          </div>
          <Button variant="secondary">{said.page.leave}</Button>
        </form>
      </details>
    </>
  );
}
