import { acts } from './desk-acts';
import { approvals } from './desk-approvals';
import { contact } from './desk-contact';
import { notices } from './desk-notices';
import { report } from './desk-report';

/** The pages of the desk, a file each. */
export const desk = { acts, approvals, contact, notices, report };

export type Desk = typeof desk;
