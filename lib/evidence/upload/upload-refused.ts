import 'server-only';
import type { FileRefusal } from '../types';

type Reason = FileRefusal | 'wrong-offset';

/** 409 makes a client ask how much is here and go on from there; the others end its upload. */
const statuses: Record<Reason, number> = {
  empty: 422,
  'too-large': 413,
  'too-many': 422,
  'too-much': 422,
  'type-not-accepted': 415,
  unreadable: 422,
  gone: 404,
  'wrong-offset': 409,
};

/** How the body of a refusal reads: a code that pages have words for. */
export const refusalBody = (code: string): string => JSON.stringify({ code });

/** A refusal on its way through the tus library, which knows errors alone. */
export class UploadRefused extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor(reason: Reason) {
    super(reason);
    this.status_code = statuses[reason];
    this.body = refusalBody(reason);
  }
}
