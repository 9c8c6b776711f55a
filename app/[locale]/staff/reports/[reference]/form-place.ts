export const deskForms = ['state', 'note', 'message', 'compartment', 'original', 'request'] as const;
export type DeskForm = (typeof deskForms)[number];

/** The name under which what was typed into one form of one report is kept. */
export function formPlace(reference: string, form: DeskForm): string {
  return `report/${reference}/${form}`;
}
