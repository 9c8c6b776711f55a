import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { agencies } from './desk-agencies';
import { handOvers } from './desk-hand-overs';
import { settings } from './desk-settings';

export const desk: Desk = { acts, agencies, handOvers, settings };
