import { Button } from '@/app/_components/button';
import { SelectField } from '@/app/_components/select-field';
import { StatusTag } from '@/app/_components/status-tag';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import type { CaseTask } from '@/lib/cases/reading/queries';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../../../_desk/page-title';
import { addTaskAction, finishTaskAction } from '../work-actions';
import { ActForm, Fold } from './act-form';
import { type CasePage, MOMENT_PROBLEMS, may, nameOf, REASON_PROBLEMS, wrong } from './case-page';

/** What is still to be done, by whom and by when; what has been done, out of the way. */
export function Tasks({ page }: { page: CasePage }) {
  const { tasks: said, sections } = words(page.locale).desk.case;
  const { tasks } = page.found;
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  const done = tasks.filter(({ doneAt }) => doneAt !== null);
  return (
    <section aria-labelledby="tasks" className="space-y-3">
      <BlockTitle id="tasks">{sections.tasks}</BlockTitle>
      {open.length === 0 ? <p className="text-small">{said.none}</p> : null}
      <ul className="text-small">
        {open.map((task) => (
          <OpenTask key={task.id} page={page} task={task} />
        ))}
      </ul>
      {may(page, 'case.work') ? <NewTask page={page} /> : null}
      {done.length > 0 ? (
        <details className="text-small">
          <summary className="flex min-h-11 cursor-pointer items-center">
            {said.finished(done.length)}
          </summary>
          <ul>
            {done.map(({ id, text, doneBy, doneAt }) => (
              <li key={id} className="border-b border-gray-10 py-1">
                <p className="whitespace-pre-line">{text}</p>
                {doneAt ? (
                  <p className="text-gray-70">{said.doneBy(nameOf(page, doneBy), seoulMoment(doneAt))}</p>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function OpenTask({ page, task }: { page: CasePage; task: CaseTask }) {
  const { tasks: said } = words(page.locale).desk.case;
  const { ownerId, dueAt } = task;
  const facts = [
    ownerId ? said.by(nameOf(page, ownerId)) : '',
    dueAt ? said.dueBy(seoulMoment(dueAt)) : '',
  ].filter(Boolean);
  const isLate = dueAt !== null && dueAt.getTime() <= page.at.getTime();
  return (
    <li className="flex items-center justify-between gap-3 border-b border-gray-10 py-1">
      <div className="min-w-0">
        <p className="whitespace-pre-line">{task.text}</p>
        <p className="text-gray-70">
          {facts.join(' · ')} {isLate ? <StatusTag tone="danger">{said.overdue}</StatusTag> : null}
        </p>
      </div>
      {may(page, 'case.work') ? (
        <ActForm page={page} action={finishTaskAction} className="shrink-0">
          <input type="hidden" name="task_id" value={task.id} />
          <button
            type="submit"
            aria-label={said.finishOf(task.text)}
            className="min-h-11 cursor-pointer rounded-md border border-gray-60 bg-gray-0 px-3 font-bold hover:border-primary-70 hover:bg-primary-5"
          >
            {said.finish}
          </button>
        </ActForm>
      ) : null}
    </li>
  );
}

function NewTask({ page }: { page: CasePage }) {
  const { locale, staff, found, actor, typed } = page;
  const { tasks: said, assign, momentHint } = words(locale).desk.case;
  const able = staff.filter(({ id }) => !found.recused.includes(id));
  return (
    <Fold page={page} form="task" title={said.text}>
      <ActForm page={page} action={addTaskAction}>
        <TextArea
          locale={locale}
          name="task"
          label={said.text}
          error={wrong(page, 'task', REASON_PROBLEMS)}
          defaultValue={typed.task?.task}
          rows={2}
        />
        <SelectField
          locale={locale}
          name="task_owner"
          label={said.owner}
          optional
          error={wrong(page, 'task', ['unknown-staff'])}
          options={able.map(({ id, name }) => ({
            value: id,
            label: id === actor.id ? assign.me(name) : name,
          }))}
          defaultValue={typed.task?.task_owner}
        />
        <TextField
          locale={locale}
          name="task_due"
          label={said.due}
          optional
          hint={momentHint}
          error={wrong(page, 'task', MOMENT_PROBLEMS)}
          defaultValue={typed.task?.task_due}
          width="medium"
        />
        <Button variant="secondary">{said.submit}</Button>
      </ActForm>
    </Fold>
  );
}
