import { acts } from './desk-acts';
import { people } from './desk-people';

/** The pages of the desk, a file each. */
export const desk = { acts, people };

export type Desk = typeof desk;
