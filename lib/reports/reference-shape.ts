/** True for what could be a reference. The same shape stands as a CHECK in the database. */
export function isReference(text: string): boolean {
  return /^NR-[2-9A-Z]{4}-[2-9A-Z]{4}$/.test(text);
}
