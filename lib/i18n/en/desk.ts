import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { search } from './desk-search';

export const desk: Desk = { acts, search };
