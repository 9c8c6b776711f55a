import { acts } from './desk-acts';
import { agencies } from './desk-agencies';
import { approvals } from './desk-approvals';
import { audit } from './desk-audit';
import { board } from './desk-board';
import { deskCase } from './desk-case';
import { clocks } from './desk-clocks';
import { contact } from './desk-contact';
import { erasing } from './desk-erasing';
import { facts } from './desk-facts';
import { handOvers } from './desk-hand-overs';
import { notices } from './desk-notices';
import { people } from './desk-people';
import { queue } from './desk-queue';
import { report } from './desk-report';
import { returns } from './desk-returns';
import { search } from './desk-search';
import { settings } from './desk-settings';
import { sites } from './desk-sites';
import { timeline } from './desk-timeline';
import { viewer } from './desk-viewer';

/** The pages of the desk, a file each. */
export const desk = {
  acts,
  agencies,
  approvals,
  audit,
  board,
  case: deskCase,
  clocks,
  contact,
  erasing,
  facts,
  handOvers,
  notices,
  people,
  queue,
  report,
  returns,
  search,
  settings,
  sites,
  timeline,
  viewer,
};

export type Desk = typeof desk;
