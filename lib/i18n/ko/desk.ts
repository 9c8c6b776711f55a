import { acts } from './desk-acts';
import { approvals } from './desk-approvals';
import { board } from './desk-board';
import { contact } from './desk-contact';
import { notices } from './desk-notices';
import { report } from './desk-report';
import { search } from './desk-search';
import { viewer } from './desk-viewer';

/** The pages of the desk, a file each. */
export const desk = { acts, approvals, board, contact, notices, report, search, viewer };

export type Desk = typeof desk;
