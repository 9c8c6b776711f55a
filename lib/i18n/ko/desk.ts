import { acts } from './desk-acts';

/** The pages of the desk, a file each. */
export const desk = { acts };

export type Desk = typeof desk;
