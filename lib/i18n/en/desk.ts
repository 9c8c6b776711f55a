import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { deskCase } from './desk-case';
import { people } from './desk-people';
import { sites } from './desk-sites';
import { timeline } from './desk-timeline';

export const desk: Desk = { acts, case: deskCase, people, sites, timeline };
