import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { approvals } from './desk-approvals';
import { contact } from './desk-contact';
import { notices } from './desk-notices';
import { report } from './desk-report';

export const desk: Desk = { acts, approvals, contact, notices, report };
