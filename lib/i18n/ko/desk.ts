import { acts } from './desk-acts';
import { search } from './desk-search';

/** The pages of the desk, a file each. */
export const desk = { acts, search };

export type Desk = typeof desk;
