import type { DeskPlace } from '../../../_desk/act';
import { casePath } from '../_people/place';

/** Where people of a case are put into a return operation. */
export const planPlace = (number: string): DeskPlace => ({
  path: `${casePath(number)}/returns/new`,
  kept: `case-returns/${number}`,
});
