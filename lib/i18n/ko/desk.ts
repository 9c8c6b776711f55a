import { acts } from './desk-acts';
import { deskCase } from './desk-case';
import { timeline } from './desk-timeline';

/** The pages of the desk, a file each. */
export const desk = { acts, case: deskCase, timeline };

export type Desk = typeof desk;
