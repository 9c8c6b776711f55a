import { acts } from './desk-acts';
import { approvals } from './desk-approvals';
import { report } from './desk-report';

/** The pages of the desk, a file each. */
export const desk = { acts, approvals, report };

export type Desk = typeof desk;
