import { acts } from './desk-acts';
import { deskCase } from './desk-case';
import { people } from './desk-people';
import { sites } from './desk-sites';
import { timeline } from './desk-timeline';

/** The pages of the desk, a file each. */
export const desk = { acts, case: deskCase, people, sites, timeline };

export type Desk = typeof desk;
