import { acts } from './desk-acts';
import { approvals } from './desk-approvals';
import { board } from './desk-board';
import { deskCase } from './desk-case';
import { contact } from './desk-contact';
import { notices } from './desk-notices';
import { report } from './desk-report';
import { search } from './desk-search';
import { timeline } from './desk-timeline';
import { viewer } from './desk-viewer';

/** The pages of the desk, a file each. */
export const desk = {
  acts,
  approvals,
  board,
  case: deskCase,
  contact,
  notices,
  report,
  search,
  timeline,
  viewer,
};

export type Desk = typeof desk;
