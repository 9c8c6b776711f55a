import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';

export const desk: Desk = { acts };
