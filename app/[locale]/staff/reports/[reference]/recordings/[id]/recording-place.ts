import type { DeskPlace } from '../../../../_desk/act';

/** The page of a recording, for the form on it. */
export function recordingPlace(reference: string, id: string): DeskPlace {
  return {
    path: `/staff/reports/${encodeURIComponent(reference)}/recordings/${encodeURIComponent(id)}`,
    kept: `recording/${reference}/${id}`,
  };
}
