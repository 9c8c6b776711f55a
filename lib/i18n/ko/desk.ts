import { acts } from './desk-acts';
import { queue } from './desk-queue';

/** The pages of the desk, a file each. */
export const desk = { acts, queue };

export type Desk = typeof desk;
