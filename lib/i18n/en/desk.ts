import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { board } from './desk-board';
import { search } from './desk-search';

export const desk: Desk = { acts, board, search };
