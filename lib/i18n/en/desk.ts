import type { Desk } from '../ko/desk';
import { acts } from './desk-acts';
import { approvals } from './desk-approvals';
import { report } from './desk-report';

export const desk: Desk = { acts, approvals, report };
