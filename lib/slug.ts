/** The part of an address that names a row of settings: Latin letters, digits and single hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= 60 && text !== 'new' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** A slug made of an English name; null when nothing of it can stand in one. */
export function slugOf(name: string): string | null {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return isSlug(slug) ? slug : null;
}
