/** Where facts about a report are recorded, after the language: a page for each page of the form. */
export const factsPath = (reference: string, slug: string) =>
  `/staff/reports/${encodeURIComponent(reference)}/facts/${encodeURIComponent(slug)}`;
