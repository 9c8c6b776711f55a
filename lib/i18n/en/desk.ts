import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { board } from './desk-board';
import { search } from './desk-search';
import { viewer } from './desk-viewer';

export const desk: Desk = { acts, board, search, viewer };
