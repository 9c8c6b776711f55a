import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { queue } from './desk-queue';

export const desk: Desk = { acts, queue };
