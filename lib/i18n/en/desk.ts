import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { people } from './desk-people';

export const desk: Desk = { acts, people };
