import { acts } from './desk-acts';
import { board } from './desk-board';
import { search } from './desk-search';
import { viewer } from './desk-viewer';

/** The pages of the desk, a file each. */
export const desk = { acts, board, search, viewer };

export type Desk = typeof desk;
