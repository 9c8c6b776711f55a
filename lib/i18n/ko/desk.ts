import { acts } from './desk-acts';
import { board } from './desk-board';
import { search } from './desk-search';

/** The pages of the desk, a file each. */
export const desk = { acts, board, search };

export type Desk = typeof desk;
