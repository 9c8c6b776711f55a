/** Broken bytes and control characters become spaces: a person in danger is not sent back to mend them. Empty when nothing else was there. */
export function readable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffd]/gu, ' ').trim();
}
