import { acts } from './desk-acts';
import { agencies } from './desk-agencies';
import { handOvers } from './desk-hand-overs';
import { settings } from './desk-settings';

/** The pages of the desk, a file each. */
export const desk = { acts, agencies, handOvers, settings };

export type Desk = typeof desk;
