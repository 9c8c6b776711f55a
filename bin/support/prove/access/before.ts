import type { BuiltAction } from './discover';
import { formsOn } from './forms';
import type { World } from './world';

/** What has to have been done by somebody before a form is there at all, by the form's action. Done again before each time that it is taken. */
export const BEFORE: Readonly<
  Record<string, (world: World, built: ReadonlyMap<string, BuiltAction>) => Promise<void>>
> = {
  '_desk/queue-actions.ts#undoAction': leaveSomethingToUndo,
};

/** Gives a report to the supervisor who looks, or back to nobody, as the queue offers it: either can be taken back. */
async function leaveSomethingToUndo(world: World, built: ReadonlyMap<string, BuiltAction>): Promise<void> {
  const { visitor } = world.insider.S;
  const { reference } = world.linkable;
  const form = formsOn(await visitor.get(`/ko/staff?open=${reference}`)).find(
    ({ action, fields }) =>
      built.get(action ?? '')?.key === '_desk/queue-actions.ts#assignAction' &&
      fields.some(([name, value]) => name === 'ref' && value === reference),
  );
  if (!form) throw new Error('the queue shows no form that gives a report');
  const answer = await visitor.post(form.to, form.fields);
  if (!answer.location.includes('done=')) throw new Error(`nothing to undo: ${answer.location}`);
}
